import { linksOf, type MarkedText, plain, sliceText } from './marked-text.ts';
import { readTitleLinks } from './paper-links.ts';
import { isAuthorList } from './people.ts';
import { labelOf, takePiece } from './pieces.ts';
import type { RecordBuilder } from './record-builder.ts';
import { takeRest, withoutSigns } from './rest.ts';
import { passagesBetween, slotsOf } from './slots.ts';
import { cutTitle } from './title-cuts.ts';
import { readTitle } from './titles.ts';

/**
 * Reads the first line of a row: a title with what stands around it ("Name: Title (Venue) [links]", "[Venue] Title",
 * "Authors. Title. Venue, Year."), in whatever order. The title is what is left where the facts are taken away.
 */
export function readHead(head: MarkedText, builder: RecordBuilder): void {
  const line = withoutMarkers(head);
  const slots = slotsOf(line);
  const [first, second, ...others] = passagesBetween(line, slots);
  // "Lee, A., Chen, B. (2019). Title. …"
  const startsWithAuthors = first !== undefined && second !== undefined && isAuthorList(plain(first));
  const title = startsWithAuthors ? withoutSigns(second) : first;
  const after = startsWithAuthors || !second ? others : [second, ...others];
  if (startsWithAuthors) takePiece(builder, 'authors', first);
  if (title) readTitlePassage(title, builder);
  for (const { take } of slots) take(builder);
  for (const passage of after) takeRest(passage, builder);
}

/** Without a checkbox, a list number or an ornament before the first word. */
function withoutMarkers(head: MarkedText): MarkedText {
  const marker = /^(?:\d{1,3}[.)]\s+|\[[ xX✓✔]\]\s|[^\p{L}\p{N}"'“‘([{（【《\ufffc$*_/~.<+-]+\s*)+/u.exec(head.text);
  return marker ? sliceText(head, marker[0].length) : head;
}

function readTitlePassage(passage: MarkedText, builder: RecordBuilder): void {
  if (readTurnedRound(passage, builder)) return;
  const { title, authors, rest } = cutTitle(passage);
  builder.name(readTitle(trimTitle(plain(title))));
  builder.titleLinks(readTitleLinks(title, builder.record.position));
  if (authors) takePiece(builder, 'authors', authors);
  for (const piece of rest) takeRest(piece, builder);
}

/** Without what joined the title to the facts behind it: "Title. In", "Title,". */
function trimTitle(title: string): string {
  return title
    .replace(/[.,;]\s+in:?$/iu, '')
    .replace(/[\s,;:|–—]+$/u, '')
    .replace(/([^.])\.$/u, '$1');
}

/** "What it does: [Name, Institution](paper)": the link at the end names the paper, what stands before it describes it. */
function readTurnedRound(passage: MarkedText, builder: RecordBuilder): boolean {
  const links = linksOf(passage);
  const [link] = links;
  if (!link || links.length > 1 || link.end < passage.text.length - 1) return false;
  const before = plain(sliceText(passage, 0, link.start));
  const [name = '', ...institutions] = labelOf(passage, link).split(/\s*,\s*/u);
  if (!before.endsWith(':') || before.split(' ').length < 4 || name.split(' ').length > 3) return false;
  builder.name({ title: null, shortName: name });
  builder.institutionsFrom(institutions);
  builder.titleLinks(readTitleLinks(sliceText(passage, link.start, link.end), builder.record.position));
  builder.remark(before.slice(0, -1));
  return true;
}
