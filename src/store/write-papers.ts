import type { GraphTransaction } from './graph-store.ts';
import type { PaperRows } from './paper-rows.ts';
import { writeIdentifiers } from './write-named-things.ts';
import * as queries from './write-queries.ts';

/** Authors that need not be written again. */
export interface KnownAuthors {
  /** Those of some authors that the graph does not have under a name as early in the alphabet. */
  readonly without: <A extends { readonly key: string; readonly name: string }>(authors: readonly A[]) => readonly A[];
}

/**
 * Writes papers, then what they refer to; named things are there already.
 * @param options.formerKeys - papers that the graph has already; others are made without a look
 */
export async function writePapers(
  transaction: GraphTransaction,
  rows: PaperRows,
  { formerKeys, known }: { readonly formerKeys: readonly string[]; readonly known: KnownAuthors | undefined },
): Promise<void> {
  const former = new Set(formerKeys);
  await transaction.run(queries.newPapers, { rows: rows.papers.filter(({ key }) => !former.has(key)) });
  await transaction.run(queries.papers, {
    rows: rows.papers.filter(({ key }) => former.has(key)).map((properties) => ({ key: properties.key, properties })),
  });
  await transaction.run(queries.affiliations, { rows: rows.affiliations });
  await transaction.run(queries.publications, { rows: rows.publications });
  await transaction.run(queries.appearances, { rows: rows.appearances });
  await transaction.run(queries.paperTopics, { rows: rows.topics });
  await transaction.run(queries.links, { rows: rows.links });
  await transaction.run(queries.paperLinks, { rows: rows.paperLinks });
  await transaction.run(queries.authors, {
    rows: (known?.without(rows.authors) ?? rows.authors).map((properties) => ({ key: properties.key, properties })),
  });
  await transaction.run(queries.authorships, { rows: rows.authorships });
  await writeIdentifiers(transaction, rows.identifiers);
  await transaction.run(queries.identifiersOfPapers, { rows: rows.identifiers });
}
