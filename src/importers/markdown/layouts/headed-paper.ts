import { itemsOf } from '../cells.ts';
import { isListOfPapers, readEntry } from '../entries.ts';
import { isLinkLabel } from '../link-kinds.ts';
import { isWholly, linesOf, linksOf, MAX_LINE, type MarkedText, markedText, plain } from '../marked-text.ts';
import { withoutMarkers } from '../markers.ts';
import { pieceKind } from '../pieces.ts';
import { isTemplateHeading, isWithoutPapers } from '../sections.ts';
import { labelledLine } from '../sub-lines.ts';
import type { Block, Heading } from '../tree.ts';
import { type Layout, NOTHING } from './layout.ts';

/** A heading for each paper, with lines below it that say who, where and when. */
export const headedPaper: Layout = {
  name: 'headed paper',
  read(blocks, at, place) {
    const heading = blocks[at];
    if (heading?.kind !== 'heading' || place.isWithoutPapers || !namesPaper(heading)) return null;
    const body = bodyOf(blocks, at);
    if (body.some(isListOfPapers) || body.some(isTitled)) return null;
    const lines = body.flatMap(linesOfBlock);
    if (!lines.slice(0, 8).some(isFact)) return null;
    const head = markedText(heading.content);
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
    return { ...NOTHING, records: [record], problems, taken: body.length + 1 };
  },
};

function namesPaper(heading: Heading): boolean {
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
  const isMarked = isWholly('strong', title) || isWholly('link', title);
  return isMarked && title.text.split(' ').length >= 3 && pieceKind(title) === null;
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
