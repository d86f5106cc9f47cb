import { findConference } from '../../model/names/conference-names.ts';
import { findInstitution } from '../../model/names/institution-names.ts';
import { remembered } from '../../model/names/remembered.ts';

const PARTICLE = /^(?:van|von|der|den|de|del|della|di|da|dos|la|le|al|el|bin|ibn|ter|ten|y|e|jr|sr|ii|iii)\.?$/iu;
const HAN_JOURNAL = /(?:学报|学会|研究|会议|期刊|杂志|论文|大会|通报|进展|科技|公司|集团|大学|学院|实验室|中心)$/u;
const NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}'’`-]*|\p{Lu}\.?(?:-\p{L}\.|-?\p{Lu}\.?)*)[*†‡§¶\d+]*$/u;
const LINKING = new Set('the a an of for in on with and to from by at is are via using based'.split(' '));
/** As titles write them. */
const TITLE_WORD = /^(?:With|For|Using|Based|Via|From|Of|The|And)$/u;
const BEGINNING = new Set('A An The In On For To From How Why What Towards Toward Beyond Is Are Do'.split(' '));
/** What titles are made of, what institutions are called, and what else is said of a paper. */
const NOT_A_NAME = new Set(
  'version extended part edition volume report preprint appendix chapter full short thesis award awards best paper prize poster oral spotlight talk track notes code video slides'
    .split(' ')
    .concat(
      'learning prediction recognition detection generation translation estimation optimization classification segmentation'.split(
        ' ',
      ),
      'model models network networks system systems language database databases data graph graphs transformer transformers'.split(
        ' ',
      ),
      'processing computing inference training scheduling caching memory storage attention compression retrieval search'.split(
        ' ',
      ),
      'recommendation embedding embeddings representation representations transactions consensus parallelism architecture'.split(
        ' ',
      ),
      'cluster assignments features clusters units instances states spaces sequences'.split(' '),
      'analysis survey introduction overview review tutorial design engineering vision intelligence theory methods algorithms'.split(
        ' ',
      ),
      'journal transactions letters proceedings magazine bulletin annals acta informatica communications conference symposium workshop'.split(
        ' ',
      ),
      'university institute college laboratory laboratories lab labs research academy inc corp ltd ai technology technologies'.split(
        ' ',
      ),
    ),
);

/** Whether a text reads as one person's name: "Ann Lee", "A. J. Lee", "van der Berg, P.", "李明". */
export const isPersonName = remembered((text: string): boolean => {
  const words = text.trim().split(/\s+/u);
  if (/^[\p{Script=Han}]{2,4}$/u.test(text)) return !HAN_JOURNAL.test(text) && findInstitution(text) === undefined;
  if (words.length < 2 || words.length > 5 || text.length > 45) return false;
  if (
    BEGINNING.has(words[0] ?? '') ||
    words.some((word) => LINKING.has(word) || TITLE_WORD.test(word) || NOT_A_NAME.has(word.toLowerCase()))
  )
    return false;
  return (
    words.every((word) => NAME_WORD.test(word) || PARTICLE.test(word)) &&
    words.filter((word) => NAME_WORD.test(word)).length >= 2 &&
    // "IEEE TNN" is none, "J K Lee" is one.
    /\p{Ll}|\p{Lo}/u.test(text) &&
    !words.some((word) => /^\p{Lu}{3,}$/u.test(word)) &&
    findInstitution(text) === undefined &&
    findConference(text) === undefined
  );
});

/** Whether a text is a list of authors: two names at least, or one with "et al.". */
export function isAuthorList(text: string): boolean {
  // Brackets, quotation marks and the end of a sentence stand in no list of names.
  if (/[()（）"“”«»《》「」]|\d{4}|(?<!\b[JS]r|\bSt|-\p{Ll})(?<=\p{Ll})\.\s\S/u.test(text)) return false;
  const { names, isCut } = partsOf(text);
  if (names.length === 0 || (names.length === 1 && !isCut) || names.length > 200) return false;
  if (names.some((name) => !isPersonName(name) && isKnownPlace(name))) return false;
  const full = names.filter(isPersonName).length;
  const initials = names.filter((name) => INITIALS.test(name)).length;
  const surnames = names.filter((name) => SURNAME.test(name)).length;
  if (isCut && names.length === 1) return full + surnames === 1;
  if (isSurnameFirst(names)) return true;
  const inverted = text.trim().split(/\s+and\s+/u);
  if (inverted.length > 1 && inverted.every((name) => INVERTED.test(name) && !name.split(', ').some(isKnownPlace)))
    return true;
  // Surnames alone could be anything; initials behind them, or full names beside them, make them people's.
  const isPeople = full * 2 >= names.length || (initials > 0 && initials >= surnames - 1);
  return isPeople && full + initials + surnames >= Math.ceil(names.length * 0.8);
}

/** "Lee, Ann, Bo Chen, and Cay Diaz": the first author's surname stands first, as citation styles have it. */
export function isSurnameFirst([surname = '', given = '', ...others]: readonly string[]): boolean {
  const isFirst = SURNAME.test(surname) && GIVEN_NAMES.test(given) && !isKnownPlace(surname) && !isKnownPlace(given);
  return isFirst && others.length > 0 && others.every(isPersonName);
}

/** "Lee, Ann", "van Dam, Bo C." */
export const INVERTED = /^((?:\p{Ll}{2,3} )*\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}'’-]*\.?(?: \p{Lu}[\p{L}'’-]*\.?)*)$/u;

/** Whether a text is the name of an institution or a conference that the tables know. */
export function isKnownPlace(text: string): boolean {
  return findInstitution(text) !== undefined || findConference(text) !== undefined;
}

const GIVEN_NAMES = /^\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}\.?)*$/u;
const INITIALS = /^(?:\p{Lu}\.[ -]?){0,3}\p{Lu}\.?$/u;
const SURNAME = /^\p{Lu}\p{Ll}[\p{L}'’-]*$/u;

function partsOf(text: string): { names: string[]; isCut: boolean } {
  const whole = text
    .trim()
    .replace(/^(?:by|authors?:)\s+/iu, '')
    .replace(/[.\s]+$/u, '');
  const cut = /[,;]?\s*(?:et al|and others|等|\+)$/iu.exec(whole);
  const list = cut ? whole.slice(0, cut.index) : whole;
  const names = list.split(/\s*[,;，、；]\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+/u).filter((name) => name !== '');
  return { names, isCut: cut !== null };
}
