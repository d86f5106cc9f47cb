import { fold } from '../text.ts';
import { conferences } from './conferences.ts';
import type { ConferenceFacts } from './facts.ts';

export interface ConferenceIndex {
  readonly byKey: ReadonlyMap<string, ConferenceFacts>;
  /** By folded acronym, name or alias; acronyms that are words too are left out. */
  readonly byName: ReadonlyMap<string, ConferenceFacts>;
  /** By folded acronym, of those that are words too. */
  readonly byWord: ReadonlyMap<string, ConferenceFacts>;
  /** By the words that distinguish a full name (`distinguishingWords`), where no two series have them. */
  readonly byWords: ReadonlyMap<string, ConferenceFacts>;
}

let built: ConferenceIndex | undefined;

/** The index over the table of conferences, built at the first call. */
export function conferenceIndex(): ConferenceIndex {
  built ??= indexOfConferences(conferences);
  return built;
}

/**
 * The words that tell one full name from another: without articles, ordinals ("14th"), "annual", "international",
 * "proceedings of" and the societies that sponsor it. "" where fewer than three are left, so that no acronym is one.
 */
export function distinguishingWords(name: string): string {
  const words = fold(name)
    .split(' ')
    .filter((word) => !common.has(word) && !/^\d+(?:st|nd|rd|th)?$/u.test(word));
  return words.length < 3 ? '' : words.join(' ');
}

const common = new Set(
  (
    'in on of for the and a s proceedings proc annual international first second third ' +
    'acm ieee usenix cvf ifip sigda rsj spec sigplan sigops sigarch sigcomm sigkdd sigmod sigact sigbed sigsoft sigchi'
  ).split(' '),
);

/** An index over these series; of two with one name the later is found. */
export function indexOfConferences(series: readonly ConferenceFacts[]): ConferenceIndex {
  const byName = new Map<string, ConferenceFacts>();
  const byWord = new Map<string, ConferenceFacts>();
  const byWords = new Map<string, ConferenceFacts | null>();
  for (const facts of series) {
    const { acronym, isAlsoWord = false } = facts;
    if (isAlsoWord) byWord.set(fold(acronym), facts);
    for (const name of namesOf(facts)) if (!isAlsoWord || name !== acronym) byName.set(fold(name), facts);
    for (const words of namesOf(facts).map(distinguishingWords)) {
      if (words === '') continue;
      const isOthers = byWords.has(words) && byWords.get(words) !== facts;
      byWords.set(words, isOthers ? null : facts);
    }
  }
  const sure = [...byWords].filter((entry): entry is [string, ConferenceFacts] => entry[1] !== null);
  return { byKey: new Map(series.map((facts) => [facts.key, facts])), byName, byWord, byWords: new Map(sure) };
}

function namesOf({ acronym, name, aliases }: ConferenceFacts): readonly string[] {
  return [acronym, ...(name === null ? [] : [name]), ...aliases];
}
