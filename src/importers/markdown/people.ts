const PARTICLE = /^(?:van|von|der|den|de|del|della|di|da|dos|la|le|al|el|bin|ibn|ter|ten|y|e|jr|sr|ii|iii)\.?$/iu;
const NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}'’`.-]*|\p{Lu}\.?(?:-?\p{Lu}\.?)*)[*†‡§¶\d]*$/u;
const NOT_A_NAME = new Set(
  'the a an of for in on with and to by from at is are via using based learning systems system deep large language model models'.split(
    ' ',
  ),
);

/** Whether a text reads as one person's name: "Ann Lee", "A. J. Lee", "van der Berg, P.", "李明". */
export function isPersonName(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  if (/^[\p{Script=Han}]{2,4}$/u.test(text)) return true;
  if (words.length < 2 || words.length > 5 || text.length > 45) return false;
  if (words.some((word) => NOT_A_NAME.has(word))) return false;
  return (
    words.every((word) => NAME_WORD.test(word) || PARTICLE.test(word)) &&
    words.filter((word) => NAME_WORD.test(word)).length >= 2
  );
}

/** Whether a text is a list of authors: two names at least, or one with "et al.". */
export function isAuthorList(text: string): boolean {
  const { names, isCut } = partsOf(text);
  if (names.length === 0 || (names.length === 1 && !isCut) || names.length > 200) return false;
  const full = names.filter(isPersonName).length;
  const initials = names.filter((name) => INITIALS.test(name)).length;
  const surnames = names.filter((name) => SURNAME.test(name)).length;
  if (isCut && names.length === 1) return full + surnames === 1;
  // Surnames alone could be anything; initials behind them, or full names beside them, make them people's.
  const isPeople = full * 2 >= names.length || (initials > 0 && initials >= surnames - 1);
  return isPeople && full + initials + surnames >= Math.ceil(names.length * 0.8);
}

const INITIALS = /^(?:(?:\p{Lu}\.[ -]?){1,4}|\p{Lu})$/u;
const SURNAME = /^\p{Lu}\p{Ll}[\p{L}'’-]*$/u;

function partsOf(text: string): { names: string[]; isCut: boolean } {
  const whole = text
    .trim()
    .replace(/^(?:by|authors?:)\s+/iu, '')
    .replace(/[.\s]+$/u, '');
  const cut = /[,;]?\s*(?:et al|and others|等)$/iu.exec(whole);
  const list = cut ? whole.slice(0, cut.index) : whole;
  const names = list.split(/\s*[,;，、；]\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+/u).filter((name) => name !== '');
  return { names, isCut: cut !== null };
}
