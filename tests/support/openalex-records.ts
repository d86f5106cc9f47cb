import { findDataSet } from '../../src/import/data-set-files.ts';
import { type DataSetOptions, importDataSet } from '../../src/import/import-data-set.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { folderOf } from './pages.ts';

/** Records in the shape of OpenAlex, for tests: only what is said. */

export interface SaidWork {
  readonly id: string;
  readonly title?: string;
  readonly year?: number | string;
  readonly source?: { readonly id: string; readonly name: string; readonly acronym?: string; readonly type?: string };
  readonly authors?: readonly { readonly name: string; readonly institutions?: readonly SaidInstitution[] }[];
  readonly institutions?: readonly SaidInstitution[];
  readonly topics?: readonly string[];
  readonly references?: readonly string[];
  readonly citedByCount?: number;
  readonly doi?: string;
}

interface SaidInstitution {
  readonly id: string;
  readonly name: string;
  readonly ror?: string;
  readonly country?: string;
  readonly type?: string;
}

const host = 'https://openalex.org';

/** One line of a works file. */
export function workLine(said: SaidWork): string {
  const {
    id,
    title,
    year = 2015,
    source,
    authors = [],
    institutions,
    topics = [],
    references,
    citedByCount,
    doi,
  } = said;
  return JSON.stringify({
    id: `${host}/${id}`,
    title: title ?? `A paper that is called ${id} and nothing else`,
    publication_year: year,
    type: 'article',
    ...(citedByCount !== undefined && { cited_by_count: citedByCount }),
    ...(doi !== undefined && { doi: `https://doi.org/${doi}` }),
    primary_location: source && {
      source: {
        id: `${host}/${source.id}`,
        display_name: source.name,
        abbreviated_title: source.acronym,
        type: source.type ?? 'conference',
      },
    },
    authorships: authors.map(({ name, institutions: at = [] }) => ({
      author: { id: `${host}/A-${name.toLowerCase().replaceAll(' ', '-')}`, display_name: name },
      institutions: at.map(institutionObject),
    })),
    ...(institutions && { institutions: institutions.map(institutionObject) }),
    topics: topics.map((name) => ({ id: `${host}/T-${name.replaceAll(' ', '-')}`, display_name: name })),
    ...(references && { referenced_works: references.map((reference) => `${host}/${reference}`) }),
  });
}

/** One line of an institutions file, or an institution within a work. */
function institutionObject({ id, name, ror, country, type }: SaidInstitution) {
  return {
    id: `${host}/${id}`,
    display_name: name,
    ror: ror ?? null,
    country_code: country ?? null,
    type: type ?? 'education',
  };
}

export function worksFile(works: readonly SaidWork[]): string {
  return `${works.map(workLine).join('\n')}\n`;
}

/** Takes a file or folder in as the source "data". */
export async function importData(store: GraphStore, path: string, options: DataSetOptions = {}) {
  const files = await findDataSet(path);
  if (!files) throw new Error(`${path} is no data set`);
  return importDataSet(store, path, files, { sourceKey: 'data', ...options });
}

/** Takes works in that are written into a new folder. */
export async function importWorks(store: GraphStore, works: readonly SaidWork[]) {
  return importData(store, await folderOf({ 'works.jsonl': worksFile(works) }));
}
