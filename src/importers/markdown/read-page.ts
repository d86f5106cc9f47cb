import type { Problem } from '../../model/problem.ts';
import type { ReadPage, SourceRecord } from '../../model/source-record.ts';
import { checkPage } from './check-page.ts';
import { descriptionIn, frontMatterOf, hashtagsIn } from './front-matter.ts';
import { groupsByInstitution, placeBelow } from './headings.ts';
import { bullets } from './layouts/bullets.ts';
import { headedPaper } from './layouts/headed-paper.ts';
import { joinReadings, type Layout, type Place, type Reading } from './layouts/layout.ts';
import { paragraphs } from './layouts/paragraphs.ts';
import { readingNote } from './layouts/reading-note.ts';
import { table } from './layouts/table.ts';
import { markedText, plain } from './marked-text.ts';
import { MAX_DEPTH, parseMarkdown } from './parse.ts';
import { deadLink, noList, pageTooDeep } from './problems.ts';
import { nameOf } from './record-builder.ts';
import type { Block, Heading } from './tree.ts';

interface MarkdownOptions {
  /** The page's path relative to its source's root, with `/`. */
  readonly path: string;
  /** Paths of all pages of the source, where they are known: a link to none of them stays as written. */
  readonly pages?: ReadonlySet<string> | undefined;
}

/** The layouts, in the order they are tried; the first that knows a block reads it. */
const LAYOUTS: readonly Layout[] = [readingNote, headedPaper, table, bullets, paragraphs];

/**
 * Reads one page of a Markdown reading list. It never throws: what cannot be taken as it stands is a problem beside
 * the records. A page over 5 MB or nested over 100 levels deep is refused with one problem of severity ERROR.
 *
 * @param text - the page; line ends of any kind
 * @param options - where the page stands
 * @returns records, problems and rows told apart, each in the order of lines
 */
export function readMarkdownPage(text: string, { path, pages }: MarkdownOptions): ReadPage {
  const refusal = checkPage(text, path);
  if (refusal) return refusedPage(path, refusal);
  const { page, matter } = frontMatterOf(text);
  const blocks = parseMarkdown(page);
  if (blocks === null) return refusedPage(path, pageTooDeep({ path, line: 1 }, MAX_DEPTH));
  const { records, problems, toldApart, editions } = readBlocks(blocks, {
    path,
    section: [],
    keywords: hashtagsIn(matter),
    description: descriptionIn(matter),
  });
  // An index or a calendar has no papers to list, and says what it is.
  const understood = toldApart.filter(({ kind }) => kind !== 'TEXT');
  const isEmpty = [records, problems, understood, editions].every(({ length }) => length === 0);
  const settled = records.map((record) => settleLinks(record, pages));
  return {
    path,
    title: titleOf(blocks),
    records: settled.map(({ record }) => record),
    problems: isEmpty ? [noList(path)] : [...problems, ...settled.flatMap((each) => each.problems)].sort(byLine),
    toldApart,
    editions,
  };
}

interface SettledRecord {
  readonly record: SourceRecord;
  readonly problems: readonly Problem[];
}

/** An address within the source leads to one of its pages, or stays as it was written. */
function settleLinks(record: SourceRecord, pages: ReadonlySet<string> | undefined): SettledRecord {
  if (!record.links.some(({ written }) => written !== undefined)) return { record, problems: [] };
  const problems: Problem[] = [];
  const links = record.links.map(({ written, ...link }) => {
    if (written === undefined || pages === undefined || leadsToPage(link.url, pages)) return link;
    if (couldBePage(written)) problems.push(deadLink(record.position, nameOf(record), written));
    return { ...link, url: written };
  });
  return { record: { ...record, links }, problems };
}

/** Another file of the source, such as slides, may well be there. */
function couldBePage(address: string): boolean {
  const [, ending] = /\.([a-z0-9]{1,5})$/iu.exec(address.replace(/[?#].*$/u, '')) ?? [];
  return ending === undefined || ending.toLowerCase() === 'md';
}

function byLine(one: Problem, other: Problem): number {
  return one.position.line - other.position.line;
}

/** A folder's address leads to its README. */
function leadsToPage(url: string, pages: ReadonlySet<string>): boolean {
  const target = url.replace(/[?#].*$/u, '').replace(/\/$/u, '');
  return [target, `${target}.md`, `${target}/README.md`, `${target}/index.md`].some((page) => pages.has(page));
}

function refusedPage(path: string, problem: Problem): ReadPage {
  return { path, title: null, records: [], problems: [problem], toldApart: [], editions: [] };
}

function titleOf(blocks: readonly Block[]): string | null {
  const first = blocks.find((block): block is Heading => block.kind === 'heading' && block.level === 1);
  return (first && textOf(first)) || null;
}

function textOf({ content }: Pick<Heading, 'content'>): string {
  return plain(markedText(content));
}

function readBlocks(blocks: readonly Block[], outer: Place): Reading {
  const readings: Reading[] = [];
  const isByInstitution = groupsByInstitution(blocks);
  const places: { readonly level: number; readonly place: Place }[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at];
    if (block?.kind === 'heading') {
      while ((places.at(-1)?.level ?? 0) >= block.level) places.pop();
      const above = places.at(-1)?.place ?? outer;
      places.push({ level: block.level, place: placeBelow(above, textOf(block), isByInstitution) });
    }
    const { reading, taken } = readBlock(blocks, at, places.at(-1)?.place ?? outer);
    if (reading) readings.push(reading);
    at += taken;
  }
  return joinReadings(readings);
}

function readBlock(blocks: readonly Block[], at: number, place: Place): { reading: Reading | null; taken: number } {
  for (const layout of LAYOUTS) {
    const reading = layout.read(blocks, at, place);
    if (reading) return { reading, taken: reading.taken };
  }
  const block = blocks[at];
  return { reading: block ? readInside(block, place) : null, taken: 1 };
}

/** Blocks that hold other blocks: the summary of a fold is a heading of what it folds. */
function readInside(block: Block, place: Place): Reading | null {
  if (block.kind === 'quote') return readBlocks(block.blocks, place);
  if (block.kind !== 'details') return null;
  return readBlocks(block.blocks, placeBelow(place, textOf({ content: block.summary }), true));
}
