import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { limits } from '../graphql/limits.ts';
import type { ToldName } from '../graphql/unknown-names.ts';
import { packageVersion } from '../store/package-root.ts';

/** An answer without errors: its `data` as JSON, and what is told beside it. */
export interface KeptAnswer {
  readonly data: string;
  readonly cost: number;
  readonly unknownNames: readonly ToldName[];
}

/** One answer may not push out all others. */
const maxShare = 1 / 8;

/**
 * Answers kept under their request and the graph version that they were read at: once the version moves, no request asks
 * for them any more, and they are the first to go. Another server that keeps its own is right for the same reason.
 */
export class KeptAnswers {
  readonly #answers = new LRUCache<string, KeptAnswer>({
    maxSize: limits.cacheBytes,
    maxEntrySize: limits.cacheBytes * maxShare,
    // A text with one letter beyond Latin-1 takes two bytes for each.
    sizeCalculation: ({ data }, key) => 2 * (data.length + key.length),
  });

  get(tag: string): KeptAnswer | undefined {
    return this.#answers.get(tag);
  }

  keep(tag: string, answer: KeptAnswer): void {
    this.#answers.set(tag, answer);
  }
}

/** What decides an answer at one version of the graph. */
export interface AnswerKey {
  readonly graphVersion: number;
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: unknown;
}

/**
 * Names an answer, the same on every server of this release: the graph version, and a hash of the request. As an ETag it
 * stands for the answer until the version moves.
 */
export function answerTag({ graphVersion, query, operationName, variables }: AnswerKey): string {
  const request = JSON.stringify([packageVersion(), query, operationName, variables ?? {}]);
  return `${graphVersion}-${createHash('sha256').update(request).digest('base64url').slice(0, 22)}`;
}
