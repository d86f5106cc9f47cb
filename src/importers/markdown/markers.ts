import { type MarkedText, sliceText } from './marked-text.ts';

/** The day on which a diary's entry was read: "2024-01-05 …", "**2024/02/06**: …", "02-03: …". */
const DAY = /^(?:(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?=[\s:,，])|\d{1,2}[-/.]\d{1,2}(?=\s*:))[\s:,，–—-]*/u;

/** Whether a row begins with the day on which it was read. */
export function beginsWithDay(head: MarkedText): boolean {
  return DAY.test(withoutOrnaments(head).text);
}

/** Without a checkbox, a list number, the day it was read or an ornament before the first word. */
export function withoutMarkers(head: MarkedText): MarkedText {
  const line = withoutOrnaments(head);
  const day = DAY.exec(line.text);
  return day ? sliceText(line, day[0].length) : line;
}

function withoutOrnaments(head: MarkedText): MarkedText {
  const marker =
    /^(?::[a-z][\w+-]*:\s*|\d{1,3}[.)]\s+|\[[A-Z]?\d{1,3}\]\s+|\[[ xX✓✔]\]\s|[^\p{L}\p{N}"'“‘([{（【《\ufffc$*_/~.<+-]+\s*)+/u.exec(
      head.text,
    );
  return marker ? sliceText(head, marker[0].length) : head;
}
