import type { ExplainedFact, ExplainedLine } from '../model/explanation.ts';
import type { ConferenceListing, Listing } from '../model/graph.ts';

export type Lines = readonly ExplainedLine[];

/** The line of a listing; `statedAs` where it is told apart from the fact's value. */
export function lineOf(
  { sourceKey, pageKey, record }: Listing | ConferenceListing,
  statedAs: string | null = null,
): ExplainedLine {
  return { sourceKey, pageKey, path: record.position.path, line: record.position.line, statedAs };
}

/** A fact on which nothing else is stated. */
export function fact(name: string, value: string | null, rule: string, lines: Lines = []): ExplainedFact {
  return { fact: name, value, rule, lines, notTaken: [] };
}

/** A fact of which the first that is stated holds; null where nothing is. */
export function firstOf(
  name: string,
  rule: string,
  stated: readonly { readonly listing: ConferenceListing; readonly text: string; readonly writtenAs?: string | null }[],
): ExplainedFact {
  const value = stated[0]?.text ?? null;
  return {
    fact: name,
    value,
    rule,
    lines: stated
      .filter(({ text }) => text === value)
      .map(({ listing, writtenAs = null }) => lineOf(listing, writtenAs === value ? null : writtenAs)),
    notTaken: stated
      .filter(({ text }) => text !== value)
      .map(({ listing, text, writtenAs = null }) => ({
        value: text,
        line: lineOf(listing, writtenAs === text ? null : writtenAs),
      })),
  };
}

/** Of all spellings the first in alphabetical order. */
export function firstSpelling(lines: Lines): string | null {
  return [...new Set(lines.flatMap(({ statedAs }) => statedAs ?? []))].sort()[0] ?? null;
}

/** Every spelling with its count, the commonest first. */
export function spellingsOf(lines: Lines): string | null {
  const counts = new Map<string, number>();
  for (const { statedAs } of lines) counts.set(statedAs ?? '', (counts.get(statedAs ?? '') ?? 0) + 1);
  const spellings = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return spellings.map(([spelling, count]) => `${spelling} (${count})`).join('; ') || null;
}
