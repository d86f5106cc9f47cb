import type { ReadPage, SourceRecord } from '../../model/source-record.ts';
import { quote } from '../data/value.ts';
import { type RecordText, RecordTooLong, splitterFor } from '../names/json-records.ts';
import { defect } from './bibliography-problems.ts';
import { cslRecord } from './csl-record.ts';
import { cslTypes } from './csl-types.ts';
import { lineCounter } from './line-counter.ts';
import { type BibliographyPlace, readBibliography } from './read-bibliography.ts';

const TYPE = new RegExp(`"type"\\s*:\\s*"(?:${[...cslTypes.keys()].join('|')})"`, 'u');
const OWN_KEY = /"(?:date-parts|container-title|family|citation-key|title-short|publisher-place)"\s*:/u;

/** Whether the beginning of a file looks like CSL-JSON: items with one of its types, and a key that no other list has. */
export function looksLikeCslJson(start: string): boolean {
  return /^\uFEFF?\s*[[{]/u.test(start) && TYPE.test(start) && OWN_KEY.test(start);
}

/**
 * Reads a file of CSL-JSON: a list of items, one item, or an object with `items`; see `readBibliography`. An item that does
 * not parse is a problem, and the others are read.
 * https://docs.citationstyles.org/en/stable/specification.html · https://github.com/citation-style-language/schema
 */
export function readCslJsonPage(text: string, path: string): ReadPage {
  return readBibliography(text, { path, expected: 'items of CSL-JSON', read: readItems });
}

function readItems(text: string, place: BibliographyPlace) {
  const records: SourceRecord[] = [];
  for (const { text: written, line } of itemsIn(text, place)) {
    const item = parsed(written, line, place);
    const record = item === undefined ? null : cslRecord(item, line, place);
    if (record) records.push(record);
  }
  return { records };
}

/** The texts of items, each with its line. */
function itemsIn(text: string, place: BibliographyPlace): readonly RecordText[] {
  const begin = text.search(/\S/u);
  if (begin === -1) return [];
  const lineOf = lineCounter(text);
  const [around = ''] = /^\s*\{\s*"items"\s*:\s*(?=\[)/u.exec(text) ?? [];
  if (around === '' && text[begin] !== '[') return [{ text, number: 1, line: lineOf(begin) }];
  const linesBefore = lineOf(around.length) - 1;
  const items: RecordText[] = [];
  const splitter = splitterFor('[');
  const take = (piece: string) => {
    for (const item of splitter.push(piece)) items.push({ ...item, line: item.line + linesBefore });
  };
  try {
    // Piece by piece, so that what was read stays where an item does not end.
    for (let from = around.length; from < text.length; from += PIECE) take(text.slice(from, from + PIECE));
    const { defect: broken } = splitter.end();
    if (broken !== null) {
      take(']');
      tell(lineOf(text.length), `${broken}; the items before were read`, place);
    }
  } catch (error) {
    if (!(error instanceof RecordTooLong)) throw error;
    tell(error.line + linesBefore, `${error.message}; the items before were read`, place);
  }
  return items;
}

const PIECE = 1_000_000;

function parsed(text: string, line: number, place: BibliographyPlace): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    tell(line, `the item that begins here does not parse: ${quote(why)}; it was not read`, place);
    return undefined;
  }
}

function tell(line: number, message: string, { path, problems }: BibliographyPlace): void {
  problems.add(defect({ path, line }, message, 'Correct the JSON, or export it again.'));
}
