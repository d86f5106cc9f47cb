import { type MarkedText, sliceText } from './marked-text.ts';

/** Without a checkbox, a list number or an ornament before the first word. */
export function withoutMarkers(head: MarkedText): MarkedText {
  const marker =
    /^(?::[a-z][\w+-]*:\s*|\d{1,3}[.)]\s+|\[[A-Z]{0,2}\d{1,3}\]\s+|\[[ xX✓✔]\]\s|[^\p{L}\p{N}"'“‘([{（【《\ufffc$*_/~.<+-]+\s*)+/u.exec(
      head.text,
    );
  return marker ? sliceText(head, marker[0].length) : head;
}
