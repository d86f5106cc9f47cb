/** Four words in small letters in a row, of which titles have many, and names of people, institutions and places none. */
const SMALL_WORDS = /(?: [a-z][a-z'’-]*){4}/;

/** Whether a text has the form of running text rather than of names. */
export function isRunningText(text: string): boolean {
  return SMALL_WORDS.test(text);
}
