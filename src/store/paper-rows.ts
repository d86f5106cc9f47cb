import { lastPart } from '../model/described.ts';
import type { Paper } from '../model/graph.ts';
import { addressKey } from '../model/paper-ids.ts';
import { fold } from '../model/text.ts';
import { retiredKey } from './former-keys.ts';
import { nameOrderKeys, orderKeys, searchText } from './stored-text.ts';

/** Rows of the statements that write papers and what they refer to. Plain values, so another thread can make them. */
export type PaperRows = ReturnType<typeof paperRows>;

/**
 * What papers are as rows, in the order of papers.
 * @param papers - each once; of several spellings of an author's name among them the first in alphabetical order stands
 */
export function paperRows(papers: readonly Paper[]) {
  const links = papers.flatMap((paper) => paper.links.map((link) => ({ paperKey: paper.key, ...link })));
  const urls = new Map(links.map(({ linkKey, url }) => [linkKey, url]));
  return {
    papers: papers.map(paperProperties),
    affiliations: papers
      .filter(({ affiliations }) => affiliations.length > 0)
      .map(({ key, affiliations }) => ({ paperKey: key, affiliations })),
    publications: papers.flatMap(({ key, publications }) =>
      publications.map(({ editionKey: _, ...each }) => ({ paperKey: key, ...each })),
    ),
    appearances: papers.flatMap(({ key, publications }) =>
      publications.flatMap(({ editionKey }) => (editionKey === null ? [] : [{ paperKey: key, editionKey }])),
    ),
    topics: papers.filter(({ topics }) => topics.length > 0).map(({ key, topics }) => ({ paperKey: key, topics })),
    links: [...urls].map(([key, url]) => ({ key, properties: { key, url, addressKey: addressKey(url) } })),
    paperLinks: links.map(({ url: _, ...row }) => row),
    authors: authorsOf(papers).map(authorProperties),
    authorships: papers
      .filter(({ authorships }) => authorships.length > 0)
      .map(({ key, authorships }) => ({
        paperKey: key,
        authorships: authorships.map(({ authorKey, position, affiliationPositions }) => ({
          authorKey,
          position,
          affiliationPositions,
        })),
      })),
    identifiers: papers.flatMap((paper) =>
      [...paper.identifiers, ...keysOfRecords(paper)].map((identifierKey) => ({ identifierKey, key: paper.key })),
    ),
  };
}

function paperProperties(paper: Paper) {
  const properties = {
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
  };
  // What is null a node does not have anyway, and it would cost as much to hand over.
  const said = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
  return { ...said, key: paper.key };
}

interface Author {
  readonly key: string;
  readonly name: string;
  readonly orcid: string | null;
}

/** Of several spellings in one batch the first, as of several batches. */
function authorsOf(papers: readonly Paper[]): readonly Author[] {
  const authors = new Map<string, Author>();
  for (const { authorships } of papers) {
    for (const { authorKey: key, name, orcid } of authorships) {
      const first = authors.get(key);
      if (!first || name < first.name) authors.set(key, { key, name, orcid: orcid ?? first?.orcid ?? null });
    }
  }
  return [...authors.values()];
}

/** The properties that an author's node has. */
export function authorProperties({ key, name, orcid }: Author) {
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
