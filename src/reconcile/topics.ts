import { createHash } from 'node:crypto';
import { lastPart } from '../model/described.ts';
import type { Listing, PaperTopic, Topic } from '../model/graph.ts';
import { builtInNames, type Names } from '../model/names/names.ts';
import { collapse, foldHeading } from '../model/text.ts';

/** The topics that a paper's listings stand under, the innermost heading of each, in the order of keys. */
export function topicsStatedIn(
  listings: readonly Listing[],
  { described }: Names = builtInNames,
): readonly PaperTopic[] {
  const topics = new Map<string, readonly string[]>();
  for (const { sourceKey, record } of listings) {
    // Described topics have their paths themselves.
    for (const id of record.topicIds ?? []) topics.set(described.topics.get(id)?.key ?? lastPart(id), []);
    if (record.section.length === 0) continue;
    const key = keyOf(sourceKey, record.section);
    const path = record.section.map(collapse);
    const known = topics.get(key);
    if (known === undefined || path.join('\n') < known.join('\n')) topics.set(key, path);
  }
  return [...topics].sort(([a], [b]) => (a < b ? -1 : 1)).map(([topicKey, path]) => ({ topicKey, path }));
}

/**
 * Every topic on the heading paths of some listings, broader ones included, in the order of keys. Of several spellings of a
 * path the first in alphabetical order is taken.
 */
export function topicsOf(listings: readonly Listing[], { described }: Names = builtInNames): readonly Topic[] {
  const topics = new Map<string, Topic>();
  for (const { sourceKey, record } of listings) {
    for (const id of record.topicIds ?? []) {
      for (let facts = described.topics.get(id); facts && !topics.has(facts.key); ) {
        topics.set(facts.key, { ...facts, sourceKey, isDescribed: true });
        facts = facts.broaderKey === null ? undefined : described.topicsByKey.get(facts.broaderKey);
      }
    }
  }
  for (const { sourceKey, record } of listings) {
    for (let depth = 1; depth <= record.section.length; depth += 1) {
      const path = record.section.slice(0, depth).map(collapse);
      const key = keyOf(sourceKey, path);
      const known = topics.get(key);
      if (known && known.path.join('\n') <= path.join('\n')) continue;
      topics.set(key, {
        key,
        sourceKey,
        name: path[depth - 1] ?? '',
        path,
        broaderKey: depth === 1 ? null : keyOf(sourceKey, path.slice(0, -1)),
        isDescribed: false,
      });
    }
  }
  return [...topics.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The topic of each heading that a listing stands under, outermost first, with the path as the listing writes it. */
export function broaderHeadings({ sourceKey, record: { section } }: Listing): readonly PaperTopic[] {
  return section.map((_, index) => {
    const path = section.slice(0, index + 1);
    return { topicKey: keyOf(sourceKey, path), path: path.map(collapse) };
  });
}

function keyOf(sourceKey: string, path: readonly string[]): string {
  return `${sourceKey}:${path.map(headingKey).join('/')}`;
}

/** Of the heading alone, whatever other headings there are. One without a letter, digit or sign is told by a hash. */
function headingKey(heading: string): string {
  const words = foldHeading(heading).replaceAll(' ', '-');
  if (words !== '') return words;
  return `heading-${createHash('sha256').update(collapse(heading)).digest('hex').slice(0, 6)}`;
}
