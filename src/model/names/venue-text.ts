import { fold } from '../text.ts';
import { countryCodeOf } from './countries.ts';

/** A stated place of publication, its year apart. */
export interface DatedName {
  readonly name: string;
  readonly year: number | null;
}

/**
 * Parts a year from a name: four digits anywhere ("OSDI 2023", "OSDI 2023 Poster", "CVPR2022"), or two behind an
 * apostrophe ("OSDI'24", "OSDI’ 24"), or two at the end behind a name that `isSeries` ("eurosys 24", "SC21").
 */
export function partYear(text: string, isSeries: (name: string) => boolean): DatedName {
  const [, before = '', digits, after = ''] =
    /^(.*?)(?<!\d)((?:19|20)\d{2})(?!\d)(.*)$/u.exec(text) ?? /^(.*?)['’‘\x60´]\s?(\d{2})(?!\d)(.*)$/u.exec(text) ?? [];
  if (digits !== undefined) return { name: joined(before, after), year: fullYear(digits) };
  const [, name = '', short] = /^(.*\p{L}) ?(\d{2})$/u.exec(text) ?? [];
  // A full name's number is its volume: "Advances in Neural Information Processing Systems 30".
  return short !== undefined && name.split(' ').length <= 3 && isSeries(name)
    ? { name, year: fullYear(short) }
    : { name: trimmed(text), year: null };
}

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const details: readonly RegExp[] = [
  /[\s,:;]+(?:pp?\.|pp|pages?)\s*\d+(?:\s*[–—-]+\s*\d+)?/giu,
  /[\s,:;]+(?:vol(?:ume)?|no|nr|num(?:ber)?|issue|art(?:icle)?)\.?\s*\d+(?:\s*\(\d+(?:[–-]\d+)?\))?/giu,
  // "2015;12(10):931-934.e13"
  /(?<=(?:19|20)\d{2});\d+[\d()]*(?::\S+)?/gu,
  // "103, 150502 (2009)"
  /[\s,]+\d{1,4},\s*[A-Z]?\d+(?:\s*[–—-]+\s*\d+)?(?=\s*\((?:19|20)\d{2}\))/gu,
  // "17(7)", "18.7", "15(1):1929-1958", and a volume alone before its year or pages
  /[\s,]+\d{1,4}\s*(?:\(\d+(?:[–-]\d+)?\)|\.\d+)(?!\d)/gu,
  /[\s,]+\d{1,3}(?=\s*\((?:19|20)\d{2}\)|\s*:\s*\d|,\s*(?:vol|no|pp|issue)\b)/giu,
  /\s*[,:]\s*\d+\s*[–—-]+\s*\d+(?=\s*(?:[,.(]|$))/gu,
  new RegExp(`[\\s,]+${month}\\.?(?:\\s+\\d{1,2})?(?=,?\\s*(?:19|20)\\d{2})`, 'giu'),
  /,\s*(?:morgan (?:&|and) claypool(?: publishers)?|morgan kaufmann(?: publishers)?|springer(?:[- ]verlag)?|elsevier|wiley|now publishers|(?:mit|cambridge university|oxford university|acm|ieee) press)(?=\s*(?:[,.(]|$))/giu,
];

/** A place of publication without the volume, issue, pages, month and publisher that citations give. */
export function withoutDetails(text: string): string {
  return /\d/u.test(text) ? details.reduce((rest, detail) => rest.replace(detail, ''), text).trim() : text;
}

/**
 * Whether a text could be the name of a series that no table knows: it begins with a letter, its words are capitalised as
 * in a title, and it is no sentence, date, city or remark on the state of a manuscript.
 *
 * @param year - the year stated with it; a single word in small letters is a name only with one ("hpcs 2010")
 */
export function couldBeSeries(name: string, year: number | null): boolean {
  if (!/^\p{L}/u.test(name) || name.length > 100 || isDateOrPlace(name) || notSeries.has(fold(name))) return false;
  if (
    /(?<!\b(?:\p{Lu}|Proc|Trans|Conf|Symp|Int|Intl|Commun|Comput|Sci|Math|Phys|Chem|Nat|Soc|Rev|Lett|Eng|Syst|Appl|Res))[.!?。！？]\s|[?!。！？%]|https?:|\b[ei]\. ?[ge]\./u.test(
      name,
    )
  )
    return false;
  const words = name.split(' ').filter((word) => /\p{L}/u.test(word));
  if (words.length > 12) return false;
  if (words.length === 1 && year !== null) return true;
  const counted = words.filter((word, index) => index === 0 || !linking.has(word.toLowerCase()));
  return counted.every((word) => !/^[\p{P}]*\p{Ll}/u.test(word) || /\p{Lu}/u.test(word));
}

const linking = new Set('a an and at by for from in of on the to und et de la des di der'.split(' '));
const months =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/u;
const notSeries = new Set([
  ...[
    'under review',
    'under submission',
    'in submission',
    'submitted',
    'unpublished',
    'to appear',
    'in progress',
    'wip',
  ],
  ...['n a', 'na', 'none', 'unknown', 'tbd', 'tba', 'virtual', 'online', 'various', 'others', 'preprint'],
]);

function isDateOrPlace(name: string): boolean {
  const lastPart = name.slice(name.lastIndexOf(',') + 1);
  const isPlace = name.includes(',') && countryCodeOf(lastPart) !== undefined;
  return isPlace || (months.test(fold(name)) && /^\p{L}+\b[\s\d,–-]*(?:\p{L}{3,9}\s*\d*)?$/u.test(name));
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (year > 99) return year;
  return year > 60 ? 1900 + year : 2000 + year;
}

function joined(before: string, after: string): string {
  return trimmed(`${trimmed(before)} ${trimmed(after)}`);
}

/** Without the brackets and signs that a year leaves at the ends. */
function trimmed(text: string): string {
  return text.replace(/^[\s,.:;，·|)\]–-]+|[\s,.:;，·|([–'’‘-]+$/gu, '');
}
