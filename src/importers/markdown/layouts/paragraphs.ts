import { itemsOf } from '../cells.ts';
import { isListOfPapers, namesPaper, readAlone, readEntry } from '../entries.ts';
import { linesOf, linksOf, type MarkedText, markedText } from '../marked-text.ts';
import { withoutMarkers } from '../markers.ts';
import { isMarkedTitle } from '../pieces.ts';
import type { Block } from '../tree.ts';
import { joinReadings, type Layout, NOTHING, type Place, type Reading } from './layout.ts';

/** A paragraph for each paper, or a line of a paragraph, with a list of what else is said of the last below it. */
export const paragraphs: Layout = {
  name: 'paragraphs',
  read(blocks, at, place) {
    const block = blocks[at];
    if (block?.kind !== 'paragraph' || place.isWithoutPapers) return null;
    const lines = linesOf(markedText(block.content));
    if (!lines[0] || !(isPaperLine(lines[0]) || isTitleWithFacts(lines))) return null;
    const below = listBelow(blocks[at + 1]);
    const entries = entriesOf(lines);
    for (const line of below) entries.at(-1)?.push(line);
    const readings = entries.map((entry) => readLines(entry, block.line, place));
    return { ...joinReadings(readings), taken: below.length > 0 ? 2 : 1 };
  },
};

/**
 * A line of running text shows that it is about one paper by its form: it begins with marked or quoted words, and says where
 * they appeared or is hardly more than a link to them. A sentence that mentions a paper is none.
 */
function isPaperLine(line: MarkedText): boolean {
  const first = line.marks.find(
    ({ kind, start }) => start <= 4 && (kind === 'strong' || kind === 'link' || kind === 'em'),
  );
  const isMarked = first !== undefined || /^(?:["“]|\[[A-Z]?\d{1,3}\]\s)/u.test(line.text);
  if (line.text.length > 600 || (!isMarked && linksOf(line).length === 0)) return false;
  const { record } = readAlone(line);
  if (!namesPaper(record)) return false;
  const isMostOfLine = first?.kind === 'link' && (first.end - first.start) * 5 >= line.text.length * 2;
  if (isMarked) return record.venue !== null || isMostOfLine;
  return record.venue !== null && record.remarks.length === 0;
}

/** A title on a line of its own, bold or linked, and below it lines that say who, where, or lead to the paper. */
function isTitleWithFacts([head, ...lines]: readonly MarkedText[]): boolean {
  const title = head && withoutMarkers(head);
  if (!title || lines.length === 0 || lines.length > 12 || title.text.length > 300 || title.text.split(' ').length < 2)
    return false;
  const isMarked = isMarkedTitle(title);
  const record = readLines([title, ...lines], 1, { path: '', section: [] }).records[0];
  // A term with its definition: nothing of what stands below a plain line may be left over.
  if (!isMarked)
    return record !== undefined && record.remarks.length === 0 && record.venue !== null && record.authors.length > 0;
  return record !== undefined && (record.venue !== null || (record.authors.length > 0 && record.links.length > 0));
}

/** The lines of each paper: a line that is about a paper by itself begins one. */
function entriesOf(lines: readonly MarkedText[]): MarkedText[][] {
  const entries: MarkedText[][] = [];
  for (const line of lines) {
    if (entries.length === 0 || isPaperLine(line)) entries.push([line]);
    else entries.at(-1)?.push(line);
  }
  return entries;
}

function listBelow(block: Block | undefined): MarkedText[] {
  return block?.kind === 'list' && !isListOfPapers(block) ? itemsOf({ blocks: [block] }) : [];
}

function readLines([head, ...lines]: readonly MarkedText[], line: number, place: Place): Reading {
  if (!head) return NOTHING;
  const where = { position: { path: place.path, line }, place, statesInstitutionsFirst: false };
  const { record, problems } = readEntry(
    head,
    lines.map((text) => ({ line: text, isNested: false })),
    where,
  );
  return { ...NOTHING, records: [record], problems };
}
