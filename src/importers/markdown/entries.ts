import type { Position, Problem } from '../../model/problem.ts';
import type { LinkKind, SourceRecord } from '../../model/source-record.ts';
import { readHead } from './heads.ts';
import { linesOfItem } from './items.ts';
import { labelledLine } from './labelled-lines.ts';
import type { Place } from './layouts/layout.ts';
import { kindOfAddress } from './link-kinds.ts';
import { linksOf, MAX_LINE, type MarkedText, plain } from './marked-text.ts';
import { beginsWithDay, withoutMarkers } from './markers.ts';
import { pieceKind, takePiece } from './pieces.ts';
import { RecordBuilder } from './record-builder.ts';
import { isRunningText } from './running-text.ts';
import { takeAuthorFirst, takeSubLine } from './sub-lines.ts';
import type { Block } from './tree.ts';

export interface SubLine {
  readonly line: MarkedText;
  /** It explains the line above it rather than the paper. */
  readonly isNested: boolean;
}

export interface EntryPlace {
  readonly position: Position;
  readonly place: Place;
  readonly statesInstitutionsFirst: boolean;
  /** The rows of the list say authors first, so that a line of one name there is an author. */
  readonly statesAuthorsFirst?: boolean;
}

export interface EntryReading {
  readonly record: SourceRecord;
  readonly problems: readonly Problem[];
  /** The row is plain text as far as it shows: no fact in it, and no title's form. */
  readonly isFactless: boolean;
}

/** Reads a row that has a line of its own and lines below it. */
export function readEntry(head: MarkedText, lines: readonly SubLine[], where: EntryPlace): EntryReading {
  const { position, place } = where;
  const builder = new RecordBuilder(position, place.section);
  readFirstLine(head, builder);
  lines.forEach(({ line, isNested }, at) => {
    if (isNested) builder.remark(line.text);
    // The first line named people alone: the title stands below them.
    else if (isUnnamed(builder) && isTitleLine(line)) readHead(line, builder);
    else if (at === 0 && where.statesAuthorsFirst && takeAuthorFirst(line, builder)) return;
    else takeSubLine(line, builder, { isFirst: at === 0 && where.statesInstitutionsFirst });
  });
  // A diary's headings say when a paper was read, not when it appeared.
  const isDiary = beginsWithDay(head);
  takePlace(builder, isDiary ? withoutYear(place) : place);
  if (isEssay(builder)) builder.essay();
  else if (isWork(builder.record)) builder.titleLeadsToPaper();
  const { record, problems } = builder.finish();
  return {
    record,
    problems,
    isFactless:
      !hasTitleForm(record) ||
      isRemarkOfOwn(plain(withoutMarkers(head)), record) ||
      (isDiary && record.links.length + record.authors.length === 0 && record.venue === null),
  };
}

/** "Office hours are on Thursday.", "(number left blank)", "finish the flashcards": what stands among papers and names none. */
function isRemarkOfOwn(text: string, { shortName, authors, venue }: SourceRecord): boolean {
  if (shortName !== null || authors.length > 0 || venue !== null) return false;
  return (
    /^[(（][^()（）]*[)）]\.?$/u.test(text) ||
    (/\.$/u.test(text) && /\s(?:is|are|was|were|will|we|I|you|please)\s/u.test(text)) ||
    /^\p{Ll}+ \p{Ll}+ \p{Ll}/u.test(text)
  );
}

function withoutYear({ year: _, ...place }: Place): Place {
  return place;
}

/** "**Title:** …" says what it is; a line of people alone is no title. */
function readFirstLine(head: MarkedText, builder: RecordBuilder): void {
  const labelled = TITLE_LABEL.test(head.text) ? labelledLine(head) : null;
  if (labelled?.role === 'title') readHead(labelled.rest, builder);
  else if (isPeopleLine(head)) takePiece(builder, 'authors', withoutMarkers(head));
  else readHead(head, builder);
}

const TITLE_LABEL = /^.{0,8}(?:title|paper|标题|题目)/iu;

/** "A. Lee and B. Chen (NBU)" */
function isPeopleLine(head: MarkedText): boolean {
  const couldBe = /[,;]|\sand\s/.test(head.text) && linksOf(head).length === 0 && !isRunningText(head.text);
  return couldBe && pieceKind(withoutMarkers(head)) === 'authors';
}

function isUnnamed({ record: { title, shortName } }: RecordBuilder): boolean {
  return title === null && shortName === null;
}

function isTitleLine(line: MarkedText): boolean {
  return line.text.length <= MAX_LINE && labelledLine(line) === null && pieceKind(line) === null;
}

/** What a line says whatever stands around it. */
export function readAlone(head: MarkedText): EntryReading {
  const place = { path: '', section: [] };
  return readEntry(head, [], { position: { path: '', line: 1 }, place, statesInstitutionsFirst: false });
}

/** Whether a line is about a paper whatever stands around it: a title with a place of publication or a link to a paper. */
export function statesPaperByItself(head: MarkedText): boolean {
  return head.text.length <= MAX_LINE && namesPaper(readAlone(head).record);
}

/** A title or name with a place of publication or a link to a paper. */
export function namesPaper({ title, shortName, venue, authors, links }: SourceRecord): boolean {
  const isAttributed = title !== null && authors.length > 0;
  const hasName = (title ?? '').split(' ').length >= 3 || shortName !== null || isAttributed;
  return hasName && (venue !== null || links.some(({ kind }) => kind === 'PAPER' || kind === 'PDF'));
}

/** Whether a block is a list of papers of its own, rather than of what else is said of the one above it. */
export function isListOfPapers(block: Block): boolean {
  if (block.kind !== 'list') return block.kind === 'table';
  return block.items.map(linesOfItem).some(({ head, lists }) => {
    if (head === null || labelledLine(head) !== null) return false;
    const below = lists.flatMap(({ items }) => items.map((item) => linesOfItem(item).head));
    return [head, ...below].some((line) => line !== null && (labelledLine(line) !== null || statesPaperByItself(line)));
  });
}

/** What the headings above say of every row, where the row itself says nothing else. */
export function takePlace(builder: RecordBuilder, { venue, year, institution, author }: Place): void {
  builder.venue(venue ?? null);
  if (!/(?:19|20)\d{2}|['’]\d{2}|\d{4}\.\d{4}/u.test(builder.record.venue ?? '')) builder.year(year ?? null);
  if (author) builder.authors([{ name: author, institutions: [] }]);
  if (institution && builder.record.institutions.length === 0) builder.institutionsFrom([institution]);
}

/** Whether a row shows by itself, or by the headings above, that it is about a paper. */
export function statesPaper(record: SourceRecord, place: Place): boolean {
  const { title, shortName, venue, authors, links, institutions } = record;
  if (title === null && shortName === null) return false;
  const isTitle =
    (title ?? '').split(' ').length >= 3 ||
    shortName !== null ||
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{5}/u.test(title ?? '');
  const isVenueStated = venue !== null && venue !== place.venue;
  if (!isTitle) return isVenueStated && links.length > 0;
  const leadsToPaper = links.some(({ kind }) => kind === 'PAPER' || kind === 'PDF');
  return (
    isVenueStated ||
    (venue !== null && hasTitleForm(record)) ||
    authors.length > 0 ||
    leadsToPaper ||
    (institutions.length > 0 && institutions[0] !== place.institution)
  );
}

/** Whether what a row names is a text that someone wrote, rather than a product or a tool. */
export function isWork({ venue, year, authors, institutions, title }: SourceRecord): boolean {
  const isPublished = venue !== null || year !== null || authors.length > 0 || institutions.length > 0;
  return isPublished || (title ?? '').split(' ').length >= 5;
}

/** A title of four words or more without a full stop, or a name with a colon. */
function hasTitleForm({ title, shortName }: SourceRecord): boolean {
  const words = (title ?? '').split(' ').length;
  return (words >= 4 && words <= 30 && !/[.;]$/u.test(title ?? '')) || (shortName !== null && title !== null);
}

/** A text by someone that is published nowhere: "How to give a talk, by A. Lee". */
function isEssay(builder: RecordBuilder): boolean {
  const { venue, year, authors, institutions, title, links } = builder.record;
  const isUnpublished = venue === null && year === null && institutions.length === 0;
  // The link on a title is a paper's by default, so its address has to show that it is one.
  const isOnRecord = links.some(({ kind, url }) => kind !== 'BLOG' && PUBLISHED.has(kindOfAddress(url)));
  return isUnpublished && title !== null && authors.length > 0 && !isOnRecord;
}

/** Kinds of links that only research has. */
const PUBLISHED: ReadonlySet<LinkKind> = new Set(['PAPER', 'CODE', 'ARTIFACT', 'DATASET']);
