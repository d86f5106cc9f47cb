import { itemsOf } from '../cells.ts';
import { isListOfPapers, readEntry, statesPaperByItself } from '../entries.ts';
import { labelledLine } from '../labelled-lines.ts';
import { isLinkLabel } from '../link-kinds.ts';
import { linesOf, linksOf, MAX_LINE, type MarkedText, markedText, plain } from '../marked-text.ts';
import { withoutMarkers } from '../markers.ts';
import { isMarkedTitle, pieceKind } from '../pieces.ts';
import { isTemplateHeading, isWithoutPapers } from '../sections.ts';
import type { Block, Heading } from '../tree.ts';
import { type Layout, NOTHING } from './layout.ts';

/** A heading or the summary of a fold for each paper, with lines below it that say who, where and when. */
export const headedPaper: Layout = {
  name: 'headed paper',
  read(blocks, at, place) {
    const block = blocks[at];
    if (place.isWithoutPapers || (block?.kind !== 'heading' && block?.kind !== 'details')) return null;
    const heading = block.kind === 'details' ? { content: block.summary, line: block.line } : block;
    if (!namesPaper(heading)) return null;
    const body = block.kind === 'details' ? block.blocks : bodyOf(blocks, at);
    if (body.some(isListOfPapers) || body.some(isTitled) || body.filter(isOfLines).length >= 2) return null;
    const lines = body.flatMap(linesOfBlock);
    const head = markedText(heading.content);
    const isFolded = block.kind === 'details' && statesPaperByItself(head);
    if (!isFolded && !lines.slice(0, 8).some(isFact)) return null;
    const above = place.section.at(-1) === plain(head) ? place.section.slice(0, -1) : place.section;
    const { record, problems } = readEntry(
      head,
      lines.map((line) => ({ line, isNested: false })),
      {
        position: { path: place.path, line: heading.line },
        place: { ...place, section: above },
        statesInstitutionsFirst: false,
      },
    );
    if (record.venue === null && record.authors.length === 0 && record.links.length === 0) return null;
    return { ...NOTHING, records: [record], problems, taken: block.kind === 'details' ? 1 : body.length + 1 };
  },
};

function namesPaper(heading: Pick<Heading, 'content'>): boolean {
  const head = markedText(heading.content);
  const text = plain(head);
  if (head.text.length > MAX_LINE) return false;
  if (isTemplateHeading(text) || isWithoutPapers(text) || isLinkLabel(text)) return false;
  return text.split(' ').length >= 4 || linksOf(head).length > 0 || /:\s|\p{Script=Han}{6}/u.test(text);
}

/** A paragraph that begins with a title of its own: the heading names the group. */
function isTitled(block: Block): boolean {
  if (block.kind !== 'paragraph') return false;
  const [first, second] = linesOf(markedText(block.content));
  if (!first || !second || labelledLine(first) !== null) return false;
  const title = withoutMarkers(first);
  return isMarkedTitle(title) && title.text.split(' ').length >= 3 && pieceKind(title) === null;
}

/** A paragraph of several lines that begins without a label: one such may tell of a paper, several are papers. */
function isOfLines(block: Block): boolean {
  if (block.kind !== 'paragraph') return false;
  const [first, second] = linesOf(markedText(block.content));
  const isTitle = first !== undefined && first.text.split(' ').length >= 3 && !/[.:]$/u.test(first.text);
  return isTitle && second !== undefined && labelledLine(first) === null && pieceKind(first) === null;
}

/** The blocks up to the next heading. */
function bodyOf(blocks: readonly Block[], at: number): readonly Block[] {
  let end = at + 1;
  while (end < blocks.length && blocks[end]?.kind !== 'heading') end += 1;
  return blocks.slice(at + 1, end);
}

function linesOfBlock(block: Block): MarkedText[] {
  return block.kind === 'paragraph' || block.kind === 'list' || block.kind === 'quote'
    ? itemsOf({ blocks: [block] })
    : [];
}

/** A line that only stands below a paper's name: a labelled fact, a place and year, or the paper's links. */
function isFact(line: MarkedText): boolean {
  const labelled = labelledLine(line);
  if (labelled?.role === 'link')
    return linksOf(line).length > 0 && /^(?:paper|pdf|arxiv|doi|paper link)$/iu.test(labelled.label);
  if (labelled) return labelled.role === 'author' || labelled.role === 'venue' || labelled.role === 'institution';
  const kind = pieceKind(line);
  return (
    kind === 'venue' ||
    kind === 'authors' ||
    (kind === 'links' && linksOf(line).some(({ start, end }) => isPaperLabel(line, start, end)))
  );
}

function isPaperLabel({ text }: MarkedText, start: number, end: number): boolean {
  return /^(?:paper|pdf|arxiv)$/iu.test(text.slice(start, end).trim());
}
