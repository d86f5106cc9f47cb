/** Names that a text comes near to, for people to choose from: nothing is merged by nearness. */
export interface KnownName {
  /** As `comparableName` gives it. */
  readonly comparable: string;
  /** The canonical name of what it means. */
  readonly means: string;
}

export interface NearNames {
  /** The canonical name that the text is most likely a misspelling of, or null. */
  readonly typoOf: string | null;
  /** Canonical names, the nearest first, at most three. */
  readonly nearest: readonly string[];
}

/**
 * First and last letter of each word. A slip within a word keeps it, so that a large register is searched by it; the slip
 * at a word's end is found in the built-in tables alone, which are searched whole.
 */
export function nearKey(comparable: string): string {
  return comparable
    .split(' ')
    .map((word) => `${word[0] ?? ''}${word.at(-1) ?? ''}`)
    .join('');
}

/**
 * What a text that no table knows may mean.
 *
 * @param comparable - the text, as `comparableName` gives it
 */
export function namesNear(comparable: string, known: readonly KnownName[]): NearNames {
  const typos = new Set(known.filter((each) => isSlip(comparable, each.comparable)).map(({ means }) => means));
  const [typo] = typos;
  const own = pairsOf(comparable);
  const scores = new Map<string, number>();
  for (const { comparable: other, means } of known) {
    const score = nearness(comparable, own, other);
    if (score >= leastNearness) scores.set(means, Math.max(score, scores.get(means) ?? 0));
  }
  const nearest = [...scores].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([means]) => means);
  return { typoOf: typos.size === 1 && typo !== undefined ? typo : null, nearest: nearest.slice(0, shownCount) };
}

const leastNearness = 0.7;
const shownCount = 3;

/**
 * Whether one word of a name was misspelt: two letters swapped, one left out or too many, or in a longer word one wrong,
 * never the first. Short words are left alone: Hubei and Hebei, Shanxi and Shaanxi are both there.
 */
export function isSlip(stated: string, known: string): boolean {
  const [one, other] = [stated.split(' '), known.split(' ')];
  if (one.length !== other.length) return false;
  const apart = one.map((word, index) => [word, other[index] ?? ''] as const).filter(([a, b]) => a !== b);
  const [pair] = apart;
  return apart.length === 1 && pair !== undefined && isMisspelt(...pair);
}

function isMisspelt(one: string, other: string): boolean {
  if (one[0] !== other[0] || /\d/.test(one + other)) return false;
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  const from = [...shorter].findIndex((letter, index) => letter !== longer[index]);
  const start = from === -1 ? shorter.length : from;
  if (longer.length === shorter.length + 1) {
    return longer.length >= 8 && shorter.slice(start) === longer.slice(start + 1);
  }
  if (longer.length !== shorter.length) return false;
  const swapped = one[start] === other[start + 1] && one[start + 1] === other[start];
  if (swapped) return one.length >= 5 && one.slice(start + 2) === other.slice(start + 2);
  return one.length >= 9 && one.slice(start + 1) === other.slice(start + 1);
}

/** The share of letter pairs that both have (Dice), 1 where one begins with all words of the other. */
function nearness(one: string, ownPairs: readonly string[], other: string): number {
  if (`${one} `.startsWith(`${other} `) || `${other} `.startsWith(`${one} `)) return 1;
  // The share cannot reach the least where one is more than twice as long.
  if (one.length > 2 * other.length || other.length > 2 * one.length) return 0;
  const left = new Map<string, number>();
  const pairs = pairsOf(other);
  for (const pair of pairs) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of ownPairs) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    left.set(pair, count - 1);
    shared += 1;
  }
  return (2 * shared) / Math.max(1, ownPairs.length + pairs.length);
}

function pairsOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
}
