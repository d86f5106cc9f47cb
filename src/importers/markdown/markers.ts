import { linksOf, type MarkedText, sliceText } from './marked-text.ts';

const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?';
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
/** The day on which a diary's entry was read: "2024-01-05 …", "**2024/02/06**: …", "02-03: …", "4/12 …", "Mon 4 Mar – …". */
const DAY = new RegExp(
  '^(?:(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}(?=[\\s:,，])|\\d{1,2}[-/.]\\d{1,2}(?=\\s*:)|' +
    `(?:${WEEKDAY} )?(?:\\d{1,2}(?:st|nd|rd|th)? ${MONTH}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?)(?:,? (?:19|20)\\d{2})?(?=\\s*[:–—]|\\s-\\s))` +
    '[\\s:,，–—-]*',
  'iu',
);

/** "4/12 Title": a fraction has words in small letters behind it. */
const SHORT_DAY = /^(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])\s+(?=[^\p{Ll}\d])/u;

function dayBefore(text: string): RegExpExecArray | null {
  return DAY.exec(text) ?? SHORT_DAY.exec(text);
}

/** Whether a row begins with the day on which it was read. */
export function beginsWithDay(head: MarkedText): boolean {
  return dayBefore(withoutOrnaments(head).text) !== null;
}

/** Without a checkbox, a list number, the day it was read or an ornament before the first word. */
export function withoutMarkers(head: MarkedText): MarkedText {
  const line = withoutOrnaments(head);
  const day = dayBefore(line.text);
  return day ? sliceText(line, day[0].length) : line;
}

function withoutOrnaments(head: MarkedText): MarkedText {
  const marker =
    /^(?::[a-z][\w+-]*:\s*|\d{1,3}[.)]\s+|\[[A-Z]?\d{1,3}\]\s+|\[[ xX✓✔]\]\s|\((?:opt(?:ional)?|required|req|must[- ]read|new)\.?\)\s|[^\p{L}\p{N}"'“‘([{（【《\ufffc$*_/~.<+-]+\s*)+/u.exec(
      head.text,
    );
  if (!marker) return head;
  // A sign that is a link leads somewhere.
  const [link] = linksOf(head);
  return sliceText(head, Math.min(marker[0].length, link?.start ?? marker[0].length));
}
