import { MAX_LINE } from './marked-text.ts';

/** What a remark says of a paper's standing rather than of its content. */
export interface Standing {
  readonly awards: readonly string[];
  readonly track: string | null;
  /** The text that is left, or null where nothing is. */
  readonly rest: string | null;
}

const AWARD =
  /^(?:the )?(?:[\p{L}&'’][\w&'’.-]* ){0,4}?(?:best|outstanding|distinguished|most influential|influential|highlighted|jay lepreau|test[- ]of[- ]time|honorable|honourable|community|runner[- ]?up)\b[^.;:]{0,60}$/iu;
/** "Marr Prize", "Test-of-Time Award" */
const PRIZE = /^(?:the )?(?:\p{Lu}[\p{L}.'’-]* ){1,4}(?:prize|award)$/iu;
const AWARD_WORD =
  /\b(?:paper|papers|award|awards|runner[- ]?up|mention|artifact|dissertation|thesis|prize|test[- ]of[- ]time)\b/iu;
/** Every award and every track has one of these words. */
const STANDING_WORD =
  /paper|award|runner|mention|artifact|dissertation|thesis|prize|test.of.time|track|abstract|session|talk|oral|spotlight|highlight|industry|poster|demo/i;
const TRACK =
  /^(?:(?:industry|industrial|vision|short|long|full|demo|demonstration|poster|experience|position|research|operational systems|applied data science|ads|workshop|work[- ]in[- ]progress|tutorial|invited|findings|datasets and benchmarks|main) (?:paper|papers|track|abstract|session|talk)|oral|spotlight|highlight|industry|poster|demo)(?: presentation| paper)?$/iu;

/** "NeurIPS 2023 Oral", "SIGMOD 2021 (Best Paper)": a place with the paper's standing there, or null where it says no more. */
export function partStanding(venue: string): { readonly place: string; readonly standing: string } | null {
  const [, place, bracketed, behind] =
    /^(.*?\d{2}\)?)(?:\s*[(（]([^()（）]+)[)）]|[\s,–—-]+((?:oral|spotlight|highlight)(?: presentation| paper)?|best .*|outstanding .*|distinguished .*))$/iu.exec(
      venue,
    ) ?? [];
  const standing = bracketed ?? behind ?? '';
  return place !== undefined && standing !== '' && readStanding(standing).rest === null ? { place, standing } : null;
}

/** Takes awards and the track out of a remark, which may join them to it by semicolons: "Best Paper; memory prefetching". */
export function readStanding(remark: string): Standing {
  if (remark.length > MAX_LINE || !STANDING_WORD.test(remark))
    return { awards: [], track: null, rest: remark === '' ? null : remark };
  const awards: string[] = [];
  const rest: string[] = [];
  let track: string | null = null;
  for (const part of remark.split(/\s*;\s*/u)) {
    const text = trimSigns(part);
    if (isAward(text)) awards.push(text);
    else if (track === null && TRACK.test(text)) track = text;
    else if (part !== '') rest.push(part);
  }
  if (awards.length === 0 && track === null) return { awards, track, rest: remark === '' ? null : remark };
  return { awards, track, rest: rest.length === 0 ? null : rest.join('; ') };
}

/** Whether a text is the name of an award: "Best Paper", "Outstanding Paper Runner-up". */
export function isAward(text: string): boolean {
  return text.length < 100 && ((AWARD.test(text) && AWARD_WORD.test(text)) || PRIZE.test(text));
}

/** Without the medals, stars and exclamation marks around a text. */
function trimSigns(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, '');
}
