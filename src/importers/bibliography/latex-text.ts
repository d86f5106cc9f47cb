import { type Creator, parse } from '@retorquere/bibtex-parser';
import { collapse } from '../../model/text.ts';
import { givenFirst } from './stated-names.ts';
import { withoutMarkup } from './stated-paper.ts';

/** Reads what LaTeX stands in the fields of one file. */
export interface LatexReader {
  /** A field as text on one line, in Unicode and without markup. */
  text(value: string): string;
  /** The names of a field such as `author`, given names first. */
  names(value: string): readonly string[];
}

/** A longer field is no title, and is taken as written: time grows with the square of what is nested. */
const MAX_LENGTH = 50_000;
const MAX_DEPTH = 50;

/**
 * The library takes about half a millisecond a field, so it is asked only for what is more than text, braces and letters with
 * accents, and for each such letter once.
 *
 * @param options - `preamble`: LaTeX that defines commands; `onUnknown` is told of each command that is not known, as written
 */
export function latexReader({
  preamble,
  onUnknown,
}: {
  readonly preamble: string;
  readonly onUnknown: (command: string) => void;
}): LatexReader {
  const options = {
    sentenceCase: false as const,
    caseProtection: false,
    applyCrossRef: false,
    unsupported: (node: { readonly type: string; readonly content?: unknown }, tex: string) => {
      const command = String(node.content);
      if (node.type === 'macro' && OPERATORS.has(command)) return command;
      if (node.type === 'macro' && STYLES.has(command)) return '';
      onUnknown(node.type === 'macro' ? `\\${command}` : tex.slice(0, 40));
      return tex;
    },
  };
  const before = isReadable(preamble) && preamble !== '' ? `@preamble{{${preamble}}}\n` : '';
  const fieldsOf = (name: 'title' | 'author', value: string) => {
    try {
      return parse(`${before}@misc{x,${name}={${mended(value)}}}`, options).entries[0]?.fields ?? {};
    } catch {
      // The library gives up on some LaTeX that nests or ends oddly.
      return {};
    }
  };
  const letters = new Map<string, string>();
  const withLetters = (value: string) =>
    value.replace(LETTER, (written) => {
      const letter = letters.get(written) ?? fieldsOf('title', written).title ?? written;
      letters.set(written, letter);
      return letter;
    });
  return {
    text: (written) => {
      const value = withLetters(written);
      if (isPlain(value)) return asText(value);
      return asText((isReadable(value) ? fieldsOf('title', value).title : undefined) ?? value, { isUnicode: true });
    },
    names: (written) => {
      const value = withLetters(written);
      if (!/[\\$~="%]|\{[^{}]*\{/u.test(value)) return plainNames(value);
      const creators = isReadable(value) ? fieldsOf('author', value).author : undefined;
      return creators?.map((creator) => asText(nameOf(creator), { isUnicode: true })) ?? plainNames(asText(value));
    },
  };
}

/** Names with "and" between, where nothing is LaTeX but braces: what they hold is not taken apart. */
function plainNames(value: string): readonly string[] {
  const held: string[] = [];
  const open = collapse(value).replace(/\{([^{}]*)\}/gu, (_, inner: string) => `\ue000${held.push(inner) - 1}\ue001`);
  return open
    .split(/(?:^| )and(?: |$)/iu)
    .map(givenFirst)
    .map((name) => asText(name.replace(/\ue000(\d+)\ue001/gu, (_, at) => held[Number(at)] ?? '')));
}

/** Nothing in it that LaTeX would write otherwise, but for braces and escaped signs. */
function isPlain(value: string): boolean {
  return !/[\\$~]|--|``|''/u.test(value.replace(/\\[%&_#$]/gu, ''));
}

function asText(text: string, { isUnicode = false } = {}): string {
  const bare = isUnicode ? text : text.replace(/\\([%&_#$])/gu, '$1').replace(/[{}]/gu, '');
  return collapse(withoutMarkup(bare)).normalize('NFC');
}

/** What the library can take: braces that pair as it counts them, nested as people do. */
function isReadable(value: string): boolean {
  if (value.length > MAX_LENGTH) return false;
  let depth = 0;
  for (const [sign] of value.matchAll(/\\[\s\S]|[{}]|\\$/gu)) {
    if (sign === '\\') return false;
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    if (depth < 0 || depth > MAX_DEPTH) return false;
  }
  return depth === 0;
}

/** What people and programs forget to escape: a percent sign, a dollar sign alone, angle brackets. Spaces in formulas are kept. */
function mended(value: string): string {
  const dollars = value.match(/(?<!\\)\$/gu)?.length ?? 0;
  return value
    .replace(/(?<!\\)%/gu, '\\%')
    .replace(/(?<!\\)\$/gu, dollars % 2 === 0 ? '$' : '\\$')
    .replace(/\$[^$]*\$/gu, (formula) => formula.replace(/\s+/gu, '\u00a0'))
    .replace(/[<>]/gu, (sign) => (sign === '<' ? '{\\textless}' : '{\\textgreater}'));
}

function nameOf({ name, firstName, prefix, lastName, suffix }: Creator): string {
  return name ?? [firstName, prefix, lastName, suffix].filter((part) => part !== undefined).join(' ');
}

const BASE = '(?:[A-Za-z]|\\\\[ij](?![A-Za-z]))';
const ACCENTED = `\\\\["'\`^~=.](?:\\{${BASE}\\}|${BASE})|\\\\[uvHtcdbrk]\\{${BASE}\\}`;
/** A letter as LaTeX writes it: `{\"u}`, `\'{\i}`, `{\c c}`, `{\ss}`. */
const LETTER = new RegExp(
  `\\{(?:${ACCENTED}|\\\\[uvHtcdbrk] [A-Za-z]|\\\\(?:ss|[oOlLij]|aa|AA|ae|AE|oe|OE|dh|DH|th|TH|dj|DJ|ng|NG))\\}|${ACCENTED}`,
  'gu',
);

const OPERATORS = new Set(
  'log ln lg exp sin cos tan max min sup inf lim arg argmax argmin det dim gcd ker Pr deg mod'.split(' '),
);

/** Commands whose argument is the text. */
const STYLES = new Set(
  'mathcal mathbb mathbf mathit mathsf mathtt mathfrak mathscr operatorname text textnormal textmd boldsymbol bm displaystyle textstyle limits nolimits big Big uppercase lowercase MakeUppercase MakeLowercase protect nobreak allowbreak linebreak newline underline thinspace centering raggedright scriptsize small large normalfont bfseries itshape scshape sffamily upshape xspace'.split(
    ' ',
  ),
);
