import type { Listing, Topic } from '../model/graph.ts';
import { collapse, slug } from '../model/text.ts';

/** The key of the topic that a listing stands under: the innermost heading's. */
export function topicKeyOf({ sourceKey, record }: Listing): string {
  return keyOf(sourceKey, record.section);
}

/** Every topic on the heading paths of some listings, broader ones included, in the order of keys. */
export function topicsOf(listings: readonly Listing[]): readonly Topic[] {
  const topics = new Map<string, Topic>();
  for (const { sourceKey, record } of listings) {
    for (let depth = 1; depth <= record.section.length; depth += 1) {
      const path = record.section.slice(0, depth);
      const key = keyOf(sourceKey, path);
      topics.set(key, {
        key,
        sourceKey,
        name: collapse(path[depth - 1] ?? ''),
        path: path.map(collapse),
        broaderKey: depth === 1 ? null : keyOf(sourceKey, path.slice(0, -1)),
      });
    }
  }
  return [...topics.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function keyOf(sourceKey: string, path: readonly string[]): string {
  return `${sourceKey}:${path.map(slug).join('/')}`;
}
