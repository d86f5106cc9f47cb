/**
 * A name or title folded for comparison: compatibility forms, case and accents removed, punctuation and white space as
 * single spaces. Letters of every script are kept; "" where none is left.
 */
export function fold(text: string): string {
  // Most names are plain ASCII, for which nothing is to be decomposed.
  if (!notAscii.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A readable key: the folded text with hyphens (`University of Michigan` -> `university-of-michigan`). "" where no letter or digit is left. */
export function slug(text: string): string {
  return fold(text).replaceAll(' ', '-');
}

/**
 * A heading folded for comparison: as `fold`, but signs that stand in names count as words, so that `C`, `C++` and `C#` are
 * three. Marks between words (hyphen, slash, colon, comma, full stop, brackets, quotes) part words and no more.
 */
export function foldHeading(text: string): string {
  return fold(
    text
      .replace(/[+#*&%@$=<>~^]/g, (sign) => ` ${signWords.get(sign)} `)
      .replace(/(?<![\p{L}\p{N}.])\.(?=[\p{L}\p{N}])/gu, ' dot '),
  );
}

const signWords = new Map([
  ['+', 'plus'],
  ['#', 'sharp'],
  ['*', 'star'],
  ['&', 'and'],
  ['%', 'percent'],
  ['@', 'at'],
  ['$', 'dollar'],
  ['=', 'equals'],
  ['<', 'less'],
  ['>', 'greater'],
  ['~', 'tilde'],
  ['^', 'caret'],
]);

/** Text on one line, runs of white space (no-break spaces too) as one space, trimmed. */
export function collapse(text: string): string {
  return text.replace(/[\s\u200b]+/g, ' ').trim();
}

const notAscii = /[\u0080-\uffff]/;

/** The order of texts by their code units, the same on every machine: negative where the first comes first. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
