import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** A paper as its line of the file has it; nodes by the last part of their ids. */
export interface WorksFilePaper {
  readonly key: string;
  readonly title: string;
  readonly year: number;
  readonly citedByCount: number | null;
  readonly conference: string;
  readonly topics: readonly string[];
  readonly authors: readonly string[];
  /** Distinct. */
  readonly institutions: readonly string[];
}

/** What the file states of an institution, the same wherever it names it; null where it leaves that open. */
interface WorksFileInstitution {
  readonly kind: string | null;
  readonly country: string | null;
}

export interface WorksFile {
  readonly papers: readonly WorksFilePaper[];
  /** By the last part of the id. */
  readonly institutions: ReadonlyMap<string, WorksFileInstitution>;
}

interface NodeOfLine {
  readonly id: string;
}

interface InstitutionOfLine extends NodeOfLine {
  readonly type: string | null;
  readonly country_code: string | null;
}

/** What a line holds; nothing of our reading of such files is used, since this is what it is checked against. */
interface Line {
  readonly id: string;
  readonly title: string;
  readonly publication_year: number;
  readonly cited_by_count?: number | null;
  readonly primary_location: { readonly source: { readonly id: string } };
  readonly authorships: readonly {
    readonly author: { readonly id: string };
    readonly institutions: InstitutionOfLine[];
  }[];
  readonly institutions?: readonly InstitutionOfLine[];
  readonly topics: readonly { readonly id: string }[];
}

/** A file of works, read in plain TypeScript. */
export async function readWorksFile(path: string): Promise<WorksFile> {
  const papers: WorksFilePaper[] = [];
  const institutions = new Map<string, WorksFileInstitution>();
  for await (const text of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
    const line: Line = JSON.parse(text);
    const named = [...line.authorships.flatMap(({ institutions }) => institutions), ...(line.institutions ?? [])];
    for (const { id, type, country_code: country } of named) {
      institutions.set(lastPart(id), { kind: type?.toUpperCase() ?? null, country });
    }
    papers.push({
      key: lastPart(line.id),
      title: line.title,
      year: line.publication_year,
      citedByCount: line.cited_by_count ?? null,
      conference: lastPart(line.primary_location.source.id),
      topics: line.topics.map(({ id }) => lastPart(id)),
      authors: distinct(line.authorships.map(({ author }) => lastPart(author.id))),
      institutions: distinct(named.map(({ id }) => lastPart(id))),
    });
  }
  return { papers, institutions };
}

/** How many papers carry each of some things. */
export function countsOf<T>(
  papers: readonly WorksFilePaper[],
  of: (paper: WorksFilePaper) => readonly T[],
): Map<T, number> {
  const counts = new Map<T, number>();
  for (const each of papers.flatMap(of)) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

/** All pairs of some names, each sorted and joined. */
export function pairsAmong(names: readonly string[]): readonly string[] {
  const sorted = [...names].sort();
  return sorted.flatMap((one, index) => sorted.slice(index + 1).map((other) => `${one} + ${other}`));
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
