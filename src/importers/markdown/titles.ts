import { collapse } from '../../model/text.ts';

export interface StatedName {
  readonly title: string | null;
  readonly shortName: string | null;
  /** What a short name in brackets stands for, where the name was "DSI (Data storage and ingestion)". */
  readonly expansion: string | null;
}

/** Without emoji and their shortcodes at its ends: "Title :fire:", "Title 🏆". */
export function withoutEmoji(text: string): string {
  return text.replace(/(?:\s*(?::[a-z][a-z_0-9]*:|\p{Extended_Pictographic}|\ufe0f|\u200d))+\s*$/u, '').trim();
}

/** Words that begin a phrase rather than a name, though what follows is short: "Beyond Accuracy: ...". */
const NO_NAME = new Set(
  'a an the on in at of to from for by with and or not no do does did is are was were can how why what when where who whom which'
    .split(' ')
    .concat(
      'we you your our its their this that these those all beyond towards toward into over under about via'.split(' '),
    )
    .concat(
      'survey review poster demo tutorial keynote abstract extended short invited position vision re part'.split(' '),
    ),
);

/** A full title; what stands before its colon is a short name where it looks like one ("AdaEmbed: Adaptive ..."). */
export function readTitle(text: string): StatedName {
  const title = collapse(text);
  return { title: title === '' ? null : title, shortName: nameBeforeColon(title), expansion: null };
}

/** The short name that a title starts with, or null. */
function nameBeforeColon(title: string): string | null {
  const colon = /^(.{1,40}?)(?::\s|：\s?|\s[–—]\s|\s-{1,2}\s)(?=.*\S)/u.exec(title);
  const name = colon?.[1] ?? '';
  return isName(name) ? name : null;
}

/** Whether a text reads as the name of a system rather than as a phrase: one word, or up to three with a sign of a coined name. */
function isName(text: string): boolean {
  const words = text.split(' ').filter((word) => word !== '');
  const [first = ''] = words;
  if (words.length === 0 || words.length > 3 || words.some((word) => NO_NAME.has(word.toLowerCase()))) return false;
  if (words.length === 1) return /\p{L}/u.test(first) && !/[?!,]$/u.test(first);
  if (words.some(isCoined)) return true;
  const isCapitalised = words.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
  return words.length === 2 && isCapitalised && !first.toLowerCase().endsWith('ing');
}

/** Capitals inside, digits, dots or all capitals: "SGLang", "S-LoRA", "tf.data", "DNN". */
function isCoined(word: string): boolean {
  return /\p{Ll}\p{Lu}|\p{Lu}{2}|\p{N}|\p{L}\.\p{L}|-\p{Lu}.*\p{Lu}/u.test(word);
}

/**
 * What a cell of a name or title column says. A short name is told from a title by its length: a name column holds names
 * unless the text is longer than any, a title column holds titles unless it is a single word, or bold and short.
 */
export function readNameCell(text: string, column: { isTitle: boolean; isBold: boolean }): StatedName {
  const name = collapse(text);
  const wordCount = name.split(' ').length;
  const most = column.isTitle ? (column.isBold ? 3 : 1) : column.isBold ? 6 : 4;
  const expanded = /^(\S{2,20}) \(([^()]{4,})\)$/u.exec(name);
  if (expanded?.[1] && expanded[2] && isCoined(expanded[1])) {
    return { title: null, shortName: expanded[1], expansion: expanded[2] };
  }
  if (nameBeforeColon(name) !== null || wordCount > most || isLongWithoutSpaces(name)) return readTitle(name);
  return { title: null, shortName: name, expansion: null };
}

/** Chinese and Japanese titles have no spaces between words. */
function isLongWithoutSpaces(text: string): boolean {
  return (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0) > 6;
}
