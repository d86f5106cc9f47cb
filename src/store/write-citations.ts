import type { Paper } from '../model/graph.ts';
import type { GraphTransaction } from './graph-store.ts';
import { writeIdentifiers } from './write-named-things.ts';
import * as queries from './write-queries.ts';

/** A paper that refers to another by the id of its record or by its DOI. */
interface Reference {
  readonly paperKey: string;
  readonly reference: string;
  /** Place in the paper's list, from 0. */
  readonly position: number;
}

/** References to papers that go: they are open again, or lead to what takes their place. */
export async function citationsLost(
  transaction: GraphTransaction,
  forgottenKeys: readonly string[],
): Promise<readonly Reference[]> {
  const forgotten = new Set(forgottenKeys);
  const lost = await transaction.run(queries.citationsOfPapers, { keys: forgottenKeys });
  return lost.filter(({ paperKey }) => !forgotten.has(paperKey));
}

/**
 * Writes what papers cite. A reference to a paper that is not there stays open, under its id, until the paper comes.
 *
 * @param papers - as they were just written, without their citations
 * @param lost - see `citationsLost`; those of papers that were written again are left out
 */
export async function writeCitations(
  transaction: GraphTransaction,
  papers: readonly Paper[],
  lost: readonly Reference[],
): Promise<void> {
  const written = new Set(papers.map(({ key }) => key));
  const stated = papers.flatMap(({ key, references }) =>
    references.map((reference, position) => ({ paperKey: key, reference, position })),
  );
  const references = [...stated, ...lost.filter(({ paperKey }) => !written.has(paperKey))];
  const [state] = transaction.isFirst ? [] : await transaction.run(queries.graphHasReferences, {});
  if (references.length === 0 && !state?.hasReferences) return;
  if (!state?.hasReferences) await transaction.run(queries.noteReferences, {});
  else await closeReferences(transaction, papers);
  await writeReferences(transaction, references);
}

async function writeReferences(transaction: GraphTransaction, references: readonly Reference[]): Promise<void> {
  const ids = [...new Set(references.map(({ reference }) => reference))];
  const found = ids.length === 0 ? [] : await transaction.run(queries.citedPapers, { references: ids });
  const citedBy = new Map(found.map(({ reference, paperKey }) => [reference, paperKey]));
  const open = references.filter(({ reference }) => !citedBy.has(reference));
  await transaction.run(queries.citations, {
    rows: references.flatMap((each) => {
      const citedKey = citedBy.get(each.reference);
      return citedKey === undefined ? [] : [{ ...each, citedKey }];
    }),
  });
  const rows = open.map(({ paperKey, reference, position }) => ({
    paperKey,
    identifierKey: openReference(reference),
    position,
  }));
  await writeIdentifiers(
    transaction,
    rows.map(({ identifierKey }) => ({ identifierKey, key: '' })),
  );
  await transaction.run(queries.openReferences, { rows });
}

/** Papers that were cited before they came are cited now. */
async function closeReferences(transaction: GraphTransaction, papers: readonly Paper[]): Promise<void> {
  const tokens = papers.flatMap((paper) =>
    idsOf(paper).map((reference) => ({ identifierKey: openReference(reference), reference, citedKey: paper.key })),
  );
  const closed = await transaction.run(queries.referencesToPapers, { rows: tokens });
  await transaction.run(queries.citations, {
    rows: closed.map(({ identifierKey: _, ...row }) => row),
  });
  await transaction.run(queries.closeReferences, {
    keys: [...new Set(closed.map(({ identifierKey }) => identifierKey))],
  });
}

function idsOf({ recordId, doi, identifiers }: Paper): readonly string[] {
  const more = identifiers.flatMap((each) => /^(?:record|doi):(.+)$/s.exec(each)?.[1] ?? []);
  return [...new Set([...(recordId === null ? [] : [recordId]), ...(doi === null ? [] : [doi]), ...more])];
}

function openReference(reference: string): string {
  return `reference:${reference}`;
}
