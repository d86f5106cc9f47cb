import { stringify } from 'csv-stringify/sync';
import type { PaperLine } from '../model/graph-line.ts';

/** CSV as RFC 4180 has it (https://www.rfc-editor.org/rfc/rfc4180), in UTF-8. Several values of a cell are parted by `; `. */
const columns: Readonly<Record<string, (paper: PaperLine) => string | number | null>> = {
  key: ({ key }) => key,
  title: ({ title }) => title,
  shortName: ({ shortName }) => shortName,
  authors: ({ authors }) => joined(authors),
  year: ({ year }) => year,
  type: ({ type }) => type,
  doi: ({ doi }) => doi,
  arxivId: ({ arxivId }) => arxivId,
  conferences: ({ conferences }) => joined(conferences.map(({ acronym }) => acronym)),
  edition: ({ edition }) => edition?.key ?? null,
  institutions: ({ institutions }) => joined(institutions.map(({ name }) => name)),
  affiliationsIncomplete: ({ affiliationsIncomplete }) => String(affiliationsIncomplete),
  topics: ({ topics }) => joined(topics.map(({ path }) => path.join(' > '))),
  awards: ({ awards }) => joined(awards),
  track: ({ track }) => track,
  links: ({ links }) => joined(links.map(({ url }) => url)),
  sources: ({ listings }) => joined([...new Set(listings.map(({ sourceKey }) => sourceKey))]),
};

/** The row of column names. */
export const csvHeader = row(Object.keys(columns));

/** A paper as one row; what is not known is an empty cell. */
export function csvRow(paper: PaperLine): string {
  return row(Object.values(columns).map((cell) => cell(paper)));
}

function row(cells: readonly (string | number | null)[]): string {
  return stringify([[...cells]], {
    record_delimiter: 'windows',
    // A cell of a stranger's list that begins as a formula must stay text in a spreadsheet: it gets an apostrophe.
    escape_formulas: true,
    quoted_match: /[\r\n]/,
  });
}

function joined(values: readonly string[]): string {
  return values.join('; ');
}
