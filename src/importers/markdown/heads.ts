import { takeRest, withoutSigns } from './behind-title.ts';
import { linksOf, type MarkedText, plain, sliceText } from './marked-text.ts';
import { withoutMarkers } from './markers.ts';
import { readTitleLinks } from './paper-links.ts';
import { isAuthorList } from './people.ts';
import { labelOf, takePiece } from './pieces.ts';
import type { RecordBuilder } from './record-builder.ts';
import { passagesBetween, slotsOf } from './slots.ts';
import { cutTitle } from './title-cuts.ts';
import { readTitle, withoutEmoji } from './titles.ts';
import { isVenue, statedVenue } from './venues.ts';
import { isDate, onlyYear } from './years.ts';

/**
 * Reads the first line of a row: a title with what stands around it ("Name: Title (Venue) [links]", "[Venue] Title",
 * "Authors. Title. Venue, Year."), in whatever order. The title is what is left where the facts are taken away.
 */
export function readHead(head: MarkedText, builder: RecordBuilder): void {
  const line = withoutMarkers(head);
  const slots = slotsOf(line);
  const [first, second, ...others] = withoutLead(passagesBetween(line, slots), builder);
  // "Lee, A., Chen, B. (2019). Title. …"
  const startsWithAuthors = first !== undefined && second !== undefined && isAuthorList(plain(first));
  const title = startsWithAuthors ? withoutSigns(second) : first && withoutSigns(first);
  const after = startsWithAuthors || !second ? others : [second, ...others];
  if (startsWithAuthors) takePiece(builder, 'authors', first);
  if (title) readTitlePassage(title, builder);
  for (const { take } of slots) take(builder);
  for (const passage of after) takeRest(passage, builder);
}

/** "2023-05 [ACL 2023] Title", "Name (2023, Acme): [Title](…)": a date or a short name before a bracket leads to the title behind it. */
function withoutLead(passages: readonly MarkedText[], builder: RecordBuilder): readonly MarkedText[] {
  const [first, second, ...others] = passages;
  if (!first || !second || plain(second).split(' ').length < 3) return passages;
  const text = plain(first).replace(/[\s:：|–—-]+$/u, '');
  if (isDate(text) || onlyYear(text) !== null) return [withoutSigns(second), first, ...others];
  const title = withoutSigns(second);
  const [link] = linksOf(title);
  const isTitleLinked = link !== undefined && link.start <= 2 && labelOf(title, link).split(' ').length >= 3;
  if (!isTitleLinked || linksOf(first).length > 0 || text.split(' ').length > 3 || isVenue(text)) return passages;
  builder.name({ title: null, shortName: text });
  return [title, ...others];
}

function readTitlePassage(passage: MarkedText, builder: RecordBuilder): void {
  if (readTurnedRound(passage, builder)) return;
  const { title, authors, rest } = cutTitle(withoutNameBefore(passage, builder));
  builder.name(readTitle(withoutPlace(trimTitle(plain(title)), builder)));
  builder.titleLinks(readTitleLinks(title, builder.record.position));
  if (authors) takePiece(builder, 'authors', authors);
  for (const piece of rest) takeRest(piece, builder);
}

/** "**Name**: "Title", OSDI 2023", "(**Name**) Title": the short name in bold before a title, which is left. */
function withoutNameBefore(passage: MarkedText, builder: RecordBuilder): MarkedText {
  const bracketed = /^\(([^()]{1,30})\)\s+(?=\S)/u.exec(passage.text);
  const isBold = passage.marks.some(
    ({ kind, start, end }) => kind === 'strong' && start === 1 && end === (bracketed?.[1]?.length ?? 0) + 1,
  );
  if (bracketed?.[1] && isBold) {
    builder.name({ title: null, shortName: bracketed[1] });
    return sliceText(passage, bracketed[0].length);
  }
  const [name] = passage.marks;
  const sign =
    name?.kind === 'strong' && name.start === 0 ? /^\s*[:：]\s*(?=["“])/u.exec(passage.text.slice(name.end)) : null;
  if (!name || !sign || passage.text.slice(0, name.end).split(' ').length > 4) return passage;
  builder.name({ title: null, shortName: plain(sliceText(passage, 0, name.end)).replace(/[:：]$/u, '') });
  return sliceText(passage, name.end + sign[0].length);
}

/** "[Title (2014)](…)", "[Title (OSDI 2020)](…)": the place or year that a link's text ends with. */
function withoutPlace(title: string, builder: RecordBuilder): string {
  const [, before = '', inner = ''] = /^(.{8,}?)\s*[(（]([^()（）]{4,60})[)）]$/u.exec(title) ?? [];
  if (onlyYear(inner) !== null) builder.year(onlyYear(inner));
  else if (inner !== '' && isVenue(inner)) builder.venue(statedVenue(inner));
  else return title;
  return before;
}

/** Without what joined the title to the facts behind it: "Title. In", "Title,". */
function trimTitle(title: string): string {
  return (
    withoutEmoji(title)
      .replace(/[.,;]\s+in:?$/iu, '')
      .replace(/[\s,;:|，；–—]+$|\s-$/u, '')
      .replace(/([^.])\.$/u, '$1')
      // The document type of the Chinese citation style.
      .replace(/\s*\[[A-Z](?:\/OL)?\]$/u, '')
      .replace(/^\[([^[\]]+)\]$/u, '$1')
  );
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
