import { lastPart } from '../model/described.ts';
import type { CanonicalGraph, Paper } from '../model/graph.ts';
import { addressKey } from '../model/paper-ids.ts';
import { fold } from '../model/text.ts';
import { retiredKey } from './former-keys.ts';
import type { GraphTransaction } from './graph-store.ts';
import { nameOrderKeys, orderKeys, searchText } from './stored-text.ts';
import { writeIdentifiers } from './write-named-things.ts';
import * as queries from './write-queries.ts';

/** Writes papers, then what they refer to; named things are there already. */
export async function writePapers(transaction: GraphTransaction, { papers }: CanonicalGraph): Promise<void> {
  await transaction.run(queries.papers, {
    rows: papers.map((paper) => ({
      key: paper.key,
      properties: {
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
        titleKey: paper.titleKey,
        nameKey: paper.nameKey,
        awards: paper.awards,
        track: paper.track,
        affiliationsIncomplete: paper.affiliationsIncomplete,
        titleFolded: fold(paper.title),
        searchText: searchText(paper.text),
        ...orderKeys(paper),
      },
    })),
  });
  await transaction.run(queries.affiliations, {
    rows: papers.flatMap(({ key, affiliations }) => affiliations.map((each) => ({ paperKey: key, ...each }))),
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
    rows: papers.flatMap(({ key, topics }) => topics.map((topic) => ({ paperKey: key, ...topic }))),
  });
  await writeLinks(transaction, papers);
  await writeAuthors(transaction, papers);
  const identifiers = papers.flatMap((paper) =>
    [...paper.identifiers, ...keysOfRecords(paper)].map((identifierKey) => ({ identifierKey, key: paper.key })),
  );
  await writeIdentifiers(transaction, identifiers);
  await transaction.run(queries.identifiersOfPapers, { rows: identifiers });
}

async function writeLinks(transaction: GraphTransaction, papers: CanonicalGraph['papers']): Promise<void> {
  const links = papers.flatMap((paper) => paper.links.map((link) => ({ paperKey: paper.key, ...link })));
  const nodes = new Map(links.map(({ linkKey, url }) => [linkKey, url]));
  await transaction.run(queries.links, {
    rows: [...nodes].map(([key, url]) => ({ key, properties: { key, url, addressKey: addressKey(url) } })),
  });
  await transaction.run(queries.paperLinks, { rows: links.map(({ url: _, ...row }) => row) });
}

async function writeAuthors(transaction: GraphTransaction, papers: CanonicalGraph['papers']): Promise<void> {
  const authorships = papers.flatMap(({ key, authorships: each }) => each.map((one) => ({ paperKey: key, ...one })));
  // Of several spellings in one batch the first, as of several batches.
  const authors = new Map<string, { readonly name: string; readonly orcid: string | null }>();
  for (const { authorKey, name, orcid } of authorships) {
    const known = authors.get(authorKey);
    if (!known || name < known.name) authors.set(authorKey, { name, orcid: orcid ?? known?.orcid ?? null });
  }
  await transaction.run(queries.authors, {
    rows: [...authors].map(([key, { name, orcid }]) => ({ key, properties: authorProperties({ key, name, orcid }) })),
  });
  await transaction.run(queries.authorships, {
    rows: authorships.map(({ paperKey, authorKey, position, affiliationPositions }) => ({
      paperKey,
      authorKey,
      position,
      affiliationPositions,
    })),
  });
}

/** The properties that an author's node has. */
export function authorProperties({ key, name, orcid }: { key: string; name: string; orcid: string | null }) {
  return { key, name, ...(orcid !== null && { orcid }), nameFolded: fold(name), ...nameOrderKeys({ key, name }) };
}

/** The last parts of its records' ids find a paper also where its key is another. */
function keysOfRecords({ key, recordId, identifiers }: Paper): readonly string[] {
  const more = identifiers.flatMap((each) => (each.startsWith('record:') ? [each.slice('record:'.length)] : []));
  const keys = [...(recordId === null ? [] : [recordId]), ...more].map(lastPart);
  return keys.filter((each) => each !== key).map(retiredKey);
}
