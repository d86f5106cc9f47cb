import { setImmediate as turn } from 'node:timers/promises';
import type { WordIndex } from '../engine.ts';

/** Texts that are taken apart before other work has its turn. */
const textsAtOnce = 2_000;

/** The nodes of a label with one text each, the best known first, those with equal counts by key. */
export interface KnownTexts {
  readonly ids: readonly number[];
  readonly texts: readonly string[];
  readonly counts: readonly number[];
}

/** Takes texts apart; null where `isWanted` says, between two turns, that nobody needs them any more. */
export async function wordIndexOf(
  { ids, texts, counts }: KnownTexts,
  isWanted: () => boolean,
): Promise<WordIndex | null> {
  const nodesOf = new Map<string, number[]>();
  for (const [node, text] of texts.entries()) {
    if (node % textsAtOnce === 0) {
      await turn();
      if (!isWanted()) return null;
    }
    let isFirst = true;
    for (const word of text.split(' ')) {
      if (word === '') continue;
      if (word === '|') {
        isFirst = true;
        continue;
      }
      add(nodesOf, word, 2 * node + Number(isFirst));
      isFirst = false;
    }
  }
  return new KeptWords(nodesOf, Float64Array.from(ids), Int32Array.from(counts));
}

function add(nodesOf: Map<string, number[]>, word: string, place: number): void {
  const places = nodesOf.get(word);
  if (!places) nodesOf.set(word, [place]);
  else if (places.at(-1) !== place) places.push(place);
}

/** A word's places are numbers of nodes times two, plus one where a name begins with it. */
class KeptWords implements WordIndex {
  /** Sorted by code units. */
  readonly #words: readonly string[];
  /** Where the places of each word begin; one more at the end. */
  readonly #starts: Uint32Array;
  readonly #places: Uint32Array;
  readonly #ids: Float64Array;
  readonly #counts: Int32Array;

  constructor(nodesOf: ReadonlyMap<string, readonly number[]>, ids: Float64Array, counts: Int32Array) {
    this.#words = [...nodesOf.keys()].sort();
    this.#starts = new Uint32Array(this.#words.length + 1);
    let length = 0;
    for (const [index, word] of this.#words.entries()) {
      this.#starts[index] = length;
      length += nodesOf.get(word)?.length ?? 0;
    }
    this.#starts[this.#words.length] = length;
    this.#places = new Uint32Array(length);
    for (const [index, word] of this.#words.entries()) this.#places.set(nodesOf.get(word) ?? [], this.#starts[index]);
    this.#ids = ids;
    this.#counts = counts;
  }

  get size(): number {
    return this.#ids.length;
  }

  idsWith(words: readonly string[], beginning: string | null): readonly number[] {
    const ranges = [
      ...words.map((word) => this.#range(word, false)),
      ...(beginning === null ? [] : [this.#range(beginning, true)]),
    ].sort((a, b) => a.length - b.length);
    const [rarest] = ranges;
    return rarest ? this.#idsIn(rarest) : [];
  }

  bestBegun(beginning: string, limit: number): readonly number[] {
    const marks = this.#marks(this.#range(beginning, true));
    const best: number[] = [];
    for (let node = 0; node < marks.length && best.length < limit; ) {
      const count = this.#counts[node];
      let end = node;
      // Of equals those of which a name begins so stand first.
      const [first, within]: [number[], number[]] = [[], []];
      for (; end < marks.length && this.#counts[end] === count && first.length < limit; end += 1) {
        if (marks[end] === 2) first.push(this.#ids[end] ?? 0);
        else if (marks[end] === 1 && within.length < limit) within.push(this.#ids[end] ?? 0);
      }
      for (const id of [...first, ...within]) if (best.length < limit) best.push(id);
      node = end;
    }
    return best;
  }

  /** 2 where a name begins with one of the words, 1 where it only stands in one, 0 elsewhere. */
  #marks({ start, end }: Range): Uint8Array {
    const marks = new Uint8Array(this.#ids.length);
    for (let at = start; at < end; at += 1) {
      const place = this.#places[at] ?? 0;
      const node = place >> 1;
      marks[node] = Math.max(marks[node] ?? 0, 1 + (place & 1));
    }
    return marks;
  }

  #idsIn({ start, end }: Range): readonly number[] {
    const nodes = new Set<number>();
    for (let at = start; at < end; at += 1) nodes.add((this.#places[at] ?? 0) >> 1);
    return [...nodes].map((node) => this.#ids[node] ?? 0);
  }

  /** The places of a word, or of all words that begin so. */
  #range(word: string, isBeginning: boolean): Range {
    const from = this.#wordsBefore(word);
    const isOne = this.#words[from] === word;
    const to = isBeginning ? this.#wordsBefore(`${word}\uffff`) : from + Number(isOne);
    const [start = 0, end = 0] = [this.#starts[from], this.#starts[to]];
    return { start, end, length: end - start };
  }

  #wordsBefore(sought: string): number {
    let [low, high] = [0, this.#words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#words[middle] ?? '') < sought) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}
