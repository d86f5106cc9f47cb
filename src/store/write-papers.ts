import { lastPart } from '../model/described.ts';
import type { CanonicalGraph, Paper } from '../model/graph.ts';
import { addressKey } from '../model/paper-ids.ts';
import { fold } from '../model/text.ts';
import { retiredKey } from './former-keys.ts';
import type { GraphTransaction } from './graph-store.ts';
import { nameOrderKeys, orderKeys, searchText } from './stored-text.ts';
import { writeIdentifiers } from './write-named-things.ts';
import * as queries from './write-queries.ts';

/** Authors that need not be written again. */
export interface KnownAuthors {
  /** Those of some authors that the graph does not have under a name as early in the alphabet. */
  readonly without: <A extends { readonly key: string; readonly name: string; readonly orcid: string | null }>(
    authors: readonly A[],
  ) => readonly A[];
}

/** Writes papers, then what they refer to; named things are there already. */
export async function writePapers(
  transaction: GraphTransaction,
  { papers }: CanonicalGraph,
  known?: KnownAuthors,
): Promise<void> {
  await transaction.run(queries.papers, {
    rows: papers.map((paper) => ({
      key: paper.key,
      properties: stated({
        key: paper.key,
        title: paper.title,
        shortName: paper.shortName,
        year: paper.year,
        type: paper.type,
        doi: paper.doi,
        arxivId: paper.arxivId,
        recordId: paper.recordId,
        recordHost: paper.recordHost,
        openalexId: paper.openalexId,
        citedByCount: paper.citedByCount,
        abstract: paper.abstract,
        // Where they say more than the title and the key, by which papers are found too.
        titleKey: paper.titleKey === fold(paper.title) ? null : paper.titleKey,
        nameKey: paper.nameKey === paper.key ? null : paper.nameKey,
        awards: paper.awards,
        track: paper.track,
        affiliationsIncomplete: paper.affiliationsIncomplete,
        titleFolded: fold(paper.title),
        searchText: searchText(paper.text),
        ...orderKeys(paper),
      }),
    })),
  });
  await transaction.run(queries.affiliations, {
    rows: papers
      .filter(({ affiliations }) => affiliations.length > 0)
      .map(({ key, affiliations }) => ({ paperKey: key, affiliations })),
  });
  await transaction.run(queries.publications, {
    rows: papers.flatMap(({ key, publications }) =>
      publications.map(({ editionKey: _, ...each }) => ({ paperKey: key, ...each })),
    ),
  });
  await transaction.run(queries.appearances, {
    rows: papers.flatMap(({ key, publications }) =>
      publications.flatMap(({ editionKey }) => (editionKey === null ? [] : [{ paperKey: key, editionKey }])),
    ),
  });
  await transaction.run(queries.paperTopics, {
    rows: papers.filter(({ topics }) => topics.length > 0).map(({ key, topics }) => ({ paperKey: key, topics })),
  });
  await writeLinks(transaction, papers);
  await writeAuthors(transaction, papers, known);
  const identifiers = papers.flatMap((paper) =>
    [...paper.identifiers, ...keysOfRecords(paper)].map((identifierKey) => ({ identifierKey, key: paper.key })),
  );
  await writeIdentifiers(transaction, identifiers);
  await transaction.run(queries.identifiersOfPapers, { rows: identifiers });
}

/** Without what is null, which a node does not have anyway and would cost as much to send. */
function stated<T extends object>(properties: T): Partial<T> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null)) as Partial<T>;
}

async function writeLinks(transaction: GraphTransaction, papers: CanonicalGraph['papers']): Promise<void> {
  const links = papers.flatMap((paper) => paper.links.map((link) => ({ paperKey: paper.key, ...link })));
  const nodes = new Map(links.map(({ linkKey, url }) => [linkKey, url]));
  await transaction.run(queries.links, {
    rows: [...nodes].map(([key, url]) => ({ key, properties: { key, url, addressKey: addressKey(url) } })),
  });
  await transaction.run(queries.paperLinks, { rows: links.map(({ url: _, ...row }) => row) });
}

async function writeAuthors(
  transaction: GraphTransaction,
  papers: CanonicalGraph['papers'],
  known: KnownAuthors | undefined,
): Promise<void> {
  // Of several spellings in one batch the first, as of several batches.
  const authors = new Map<string, { readonly name: string; readonly orcid: string | null }>();
  for (const { authorships } of papers) {
    for (const { authorKey, name, orcid } of authorships) {
      const first = authors.get(authorKey);
      if (!first || name < first.name) authors.set(authorKey, { name, orcid: orcid ?? first?.orcid ?? null });
    }
  }
  const rows = [...authors].map(([key, { name, orcid }]) => ({ key, name, orcid }));
  await transaction.run(queries.authors, {
    rows: (known?.without(rows) ?? rows).map((author) => ({ key: author.key, properties: authorProperties(author) })),
  });
  await transaction.run(queries.authorships, {
    rows: papers
      .filter(({ authorships }) => authorships.length > 0)
      .map(({ key, authorships }) => ({ paperKey: key, authorships })),
  });
}

/** The properties that an author's node has. */
export function authorProperties({ key, name, orcid }: { key: string; name: string; orcid: string | null }) {
  return {
    key,
    name,
    ...(orcid !== null && { orcid }),
    nameFolded: fold(name),
    searchText: searchText([name]),
    ...nameOrderKeys({ key, name }),
  };
}

/** The last parts of its records' ids find a paper also where its key is another. */
function keysOfRecords({ key, recordId, identifiers }: Paper): readonly string[] {
  const more = identifiers.flatMap((each) => (each.startsWith('record:') ? [each.slice('record:'.length)] : []));
  const keys = [...(recordId === null ? [] : [recordId]), ...more].map(lastPart);
  return keys.filter((each) => each !== key).map(retiredKey);
}
