import { readAuthors } from './authors.ts';
import { cutAt, type MarkedText, plain, sliceText } from './marked-text.ts';
import { isAuthorList, isPersonName } from './people.ts';
import { pieceKind, takePiece } from './pieces.ts';
import type { RecordBuilder } from './record-builder.ts';
import { isVenue, statedVenue } from './venues.ts';

/** A passage behind the title: facts where it states them, a remark where it does not. */
export function takeRest(passage: MarkedText, builder: RecordBuilder): void {
  const italics = passage.marks.find(
    ({ kind, start, end }) => kind === 'em' && start === 0 && end < passage.text.length,
  );
  const people = italics ? sliceText(passage, 0, italics.end) : null;
  if (italics && people && isPeople(people)) {
    takePiece(builder, 'authors', people);
    takeRest(withoutSigns(sliceText(passage, italics.end)), builder);
    return;
  }
  const kind = pieceKind(passage);
  if (kind) {
    takePiece(builder, kind, passage);
    return;
  }
  const parts = cutAt(passage, /\s*[;|·]\s+|\s*\|\s*|\.\s+(?=\S)|\s[–—-]\s|\n/gu);
  const kinds = parts.map(pieceKind);
  if (parts.length > 1 && kinds.some((part) => part !== null)) {
    parts.forEach((part, at) => {
      const partKind = kinds[at];
      if (partKind) takePiece(builder, partKind, part);
      else if (!takePeople(part, builder)) takeText(part, builder);
    });
  } else if (!takePeople(passage, builder)) takeText(passage, builder);
}

/** Whether a passage names one person or several, and nothing else. */
export function isPeople(passage: MarkedText): boolean {
  const text = plain(passage).replace(/[\s,.;]+$/u, '');
  return isPersonName(text) || isAuthorList(text);
}

/** "A. Lee, B. Chen, NSDI 2020": people, then where. */
function takePeople(passage: MarkedText, builder: RecordBuilder): boolean {
  const parts = cutAt(passage, /\s*[,，、]\s*/gu);
  const found = parts.findIndex((part) => !isPersonName(plain(part).replace(/(\p{Ll})\.$/u, '$1')));
  const count = found < 0 ? parts.length : found;
  const names = parts.slice(0, count).map(plain).join(', ');
  const place = parts.slice(count).map(plain).join(', ');
  if (count === 0 || (place !== '' && !isVenue(place))) return false;
  builder.authors(readAuthors(names));
  builder.venue(place === '' ? null : statedVenue(place));
  return true;
}

function takeText(passage: MarkedText, builder: RecordBuilder): void {
  const text = plain(passage).replace(/^[\s,.;:|–—-]+|[\s,;:|–—-]+$/gu, '');
  if (text.length > 1 && /\p{L}/u.test(text)) builder.remark(text);
}

/** Without the punctuation that a bracket before it left at its start. */
export function withoutSigns(passage: MarkedText): MarkedText {
  return sliceText(passage, /^[\s,.;:|–—-]*/u.exec(passage.text)?.[0].length ?? 0);
}
