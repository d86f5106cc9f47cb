import type { Problem } from '../../../model/problem.ts';
import type { SourceRecord, ToldApart } from '../../../model/source-record.ts';
import { itemsOf } from '../cells.ts';
import { readEntry, statesPaper, statesPaperByItself } from '../entries.ts';
import { factsOf } from '../facts.ts';
import { placeBelow } from '../headings.ts';
import { type ItemLines, linesOfItem } from '../items.ts';
import { isWholly, linksOf, MAX_LINE, type MarkedText, plain } from '../marked-text.ts';
import { isAuthorList } from '../people.ts';
import { pieceKind } from '../pieces.ts';
import { rowWithoutName } from '../problems.ts';
import { isRunningText } from '../running-text.ts';
import { isInstitutionLine } from '../sub-lines.ts';
import { tellApart } from '../told-apart.ts';
import type { List, ListItem } from '../tree.ts';
import { joinReadings, type Layout, NOTHING, type Place, type Reading } from './layout.ts';

/** A list with an item for each paper, what else is said of it on lines and bullets below. */
export const bullets: Layout = {
  name: 'bullets',
  read(blocks, at, place) {
    const block = blocks[at];
    return block?.kind === 'list' ? { ...readList(block, place), taken: 1 } : null;
  },
};

function readList(list: List, place: Place): Reading {
  const items = list.items.map((item) => ({ ...linesOfItem(item), line: item.line }));
  if (place.isWithoutPapers) return withoutPapers(list, place);
  const isInstitutionsFirst = statesInstitutionsFirst(items);
  const first = { statesInstitutionsFirst: isInstitutionsFirst, statesAuthorsFirst: statesAuthorsFirst(items) };
  const entries = items.map((item) => readItem(item, { place, ...first }));
  // A row that says nothing but a title is a paper among papers, and plain text among plain text.
  const paperCount = entries.filter(({ isPaper }) => isPaper).length;
  return joinReadings(
    entries.map(({ sure, unsure, apart }) => sure ?? (paperCount * 2 > entries.length ? unsure : null) ?? apart),
  );
}

interface Entry {
  readonly isPaper: boolean;
  /** What the item is where it shows that by itself. */
  readonly sure: Reading | null;
  /** What it is if its neighbours are papers. */
  readonly unsure: Reading | null;
  readonly apart: Reading;
}

type Item = ItemLines & { readonly line: number };

function readItem(
  item: Item,
  where: { place: Place; statesInstitutionsFirst: boolean; statesAuthorsFirst: boolean },
): Entry {
  const { place } = where;
  const position = { path: place.path, line: item.line };
  const text = item.head ? plain(item.head) : '';
  const apartAs = (kind: ToldApart['kind']): Reading => ({
    ...NOTHING,
    toldApart: [{ position, kind, text: text.slice(0, 200) }],
  });
  const done = (sure: Reading): Entry => ({ isPaper: false, sure, unsure: null, apart: sure });
  if (!item.head || text === '') return done(readNested(item, place));
  if (item.head.text.length > MAX_LINE) return done(joinReadings([apartAs('TEXT'), readNested(item, place)]));
  if (isSentenceOnLink(item.head)) return done(joinReadings([apartAs('TEXT'), readNested(item, place)]));
  if (isIndexEntry(item.head)) return done(joinReadings([apartAs('INDEX'), readNested(item, place)]));
  if (isGroup(item)) return done(readNested(item, placeBelow(place, groupName(text), true)));
  const { record, problems, isFactless } = readEntry(item.head, subLinesOf(item), {
    ...where,
    position,
  });
  const kind = tellApart(record, place);
  if (kind) return done(apartAs(isProse(item.head) ? 'TEXT' : kind));
  const reading = readingOf(record, problems, text);
  if (statesPaper(record, place)) return { isPaper: true, sure: reading, unsure: reading, apart: reading };
  return { isPaper: false, sure: null, unsure: isFactless ? null : reading, apart: apartAs('TEXT') };
}

function readingOf(record: SourceRecord, problems: readonly Problem[], text: string): Reading {
  if (record.title === null && record.shortName === null)
    return { ...NOTHING, problems: [rowWithoutName(record.position, text)] };
  return { ...NOTHING, records: [record], problems };
}

function readNested({ lists }: Item, place: Place): Reading {
  return joinReadings(lists.map((list) => readList(list, place)));
}

/** An item that is one link to another page of the source, or to a part of this one. */
function isIndexEntry(head: MarkedText): boolean {
  const [link] = linksOf(head);
  return link !== undefined && isWholly('link', head) && !/^[a-z][a-z0-9+.-]*:|^\/\/|^www\./iu.test(link.url);
}

/** "[Site](…) has a longer list, look there first": a sentence that begins with what it links to. */
function isSentenceOnLink(head: MarkedText): boolean {
  const [link] = linksOf(head);
  const rest = link?.start === 0 ? head.text.slice(link.end) : '';
  return (
    /^ \p{Ll}/u.test(rest) &&
    !/^ (?:by|in|at|et|von|van|de)\s/u.test(rest) &&
    isRunningText(rest) &&
    plain(head).split(' ').length > 8
  );
}

/** An item that names a group, its papers in the list below it. */
function isGroup({ head, lines, lists }: ItemLines, depth = 0): boolean {
  if (!head || depth > 3 || lines.length > 0 || lists.length === 0 || head.text.length > 80 || linksOf(head).length > 0)
    return false;
  const children = lists.flatMap((list) => list.items.map(linesOfItem));
  const papers = children.filter(
    (child) => isGroup(child, depth + 1) || (child.head !== null && statesPaperByItself(child.head)),
  ).length;
  return papers * 2 > children.length;
}

/** A sentence with links in it, rather than a row about what it links to. */
function isProse(head: MarkedText): boolean {
  const linked = linksOf(head).reduce((length, { start, end }) => length + end - start, 0);
  return head.text.split(' ').length > 8 && linked * 2 < head.text.length;
}

function groupName(text: string): string {
  return text.replace(/\s*[:：]$/u, '');
}

/** Lines below an item, those of its nested lists with their depth. */
function subLinesOf({ lines, lists }: Item): { line: MarkedText; isNested: boolean }[] {
  return [
    ...lines.map((line) => ({ line, isNested: false })),
    ...lists.flatMap((list) => list.items).flatMap(subLinesOfItem),
  ];
}

function subLinesOfItem(item: ListItem): { line: MarkedText; isNested: boolean }[] {
  const [first, ...nested] = itemsOf({ blocks: item.blocks });
  return first ? [{ line: first, isNested: false }, ...nested.map((line) => ({ line, isNested: true }))] : [];
}

function firstSubLine({ lines, lists }: Item): MarkedText | null {
  const [item] = lists[0]?.items ?? [];
  return lines[0] ?? (item ? linesOfItem(item).head : null);
}

/** Whether most items of a list that say more than a title say institutions first. */
function statesInstitutionsFirst(items: readonly Item[]): boolean {
  const firsts = items.map(firstSubLine).filter((line) => line !== null);
  const institutions = firsts.filter((line) => isInstitutionLine(line, false));
  return institutions.length * 2 >= firsts.length && institutions.length > 0;
}

/** Whether most items of a list that say more than a title name several authors first. */
function statesAuthorsFirst(items: readonly Item[]): boolean {
  const firsts = items.map(firstSubLine).filter((line) => line !== null);
  const authors = firsts.filter((line) => line.text.length <= MAX_LINE && beginsWithAuthors(line));
  return authors.length * 2 >= firsts.length && authors.length > 0;
}

/** "A. Lee and B. Chen", also with where they are: "A. Lee, B. Chen, NBU". */
function beginsWithAuthors(line: MarkedText): boolean {
  const [first = '', second = ''] = plain(line).split(/, | @ /u);
  return pieceKind(line) === 'authors' || factsOf(line)?.[0]?.kind === 'authors' || isAuthorList(`${first}, ${second}`);
}

/** The rows of a list that is no list of papers: what leads elsewhere, and text. */
function withoutPapers(list: List, place: Place): Reading {
  const readings = list.items.map((item) => {
    const { head, lines, lists } = linesOfItem(item);
    const text = [...(head ? [head] : []), ...lines].map(plain).join(' ').slice(0, 200);
    const kind: ToldApart['kind'] = head && isIndexEntry(head) ? 'INDEX' : 'TEXT';
    const apart: ToldApart[] = text === '' ? [] : [{ position: { path: place.path, line: item.line }, kind, text }];
    return joinReadings([{ ...NOTHING, toldApart: apart }, ...lists.map((nested) => withoutPapers(nested, place))]);
  });
  return joinReadings(readings);
}
