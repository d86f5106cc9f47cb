import { stemmer } from 'stemmer';
import type { SmallGraph } from './small-graph.ts';

/** What a search should find, from a plain reading of its rules: no look at what is stored. ASCII words only. */

interface Candidate {
  readonly kind: 'INSTITUTION' | 'CONFERENCE' | 'TOPIC' | 'AUTHOR' | 'PAPER';
  readonly key: string;
  /** The first is the name or title; longer words of these also match by their own letters. */
  readonly names: readonly string[];
  /** What else is searched. */
  readonly texts: readonly string[];
  readonly knownCount: number;
}

export interface Expected {
  readonly kind: Candidate['kind'];
  readonly key: string;
  readonly knownCount: number;
}

const kindOrder = ['INSTITUTION', 'CONFERENCE', 'TOPIC', 'AUTHOR', 'PAPER'];

/** Words and phrases; the last word is taken as a beginning too. */
export interface AskedPart {
  readonly words: readonly string[];
  readonly isQuoted: boolean;
}

export function asText(parts: readonly AskedPart[]): string {
  return parts.map(({ words, isQuoted }) => (isQuoted ? `"${words.join(' ')}"` : words.join(' '))).join(' ');
}

/** Every node in which all parts stand, by kind and key. */
export function expectedHits(graph: SmallGraph, parts: readonly AskedPart[]): readonly Expected[] {
  return candidates(graph)
    .filter((candidate) => parts.every((part, index) => isFound(candidate, part, index === parts.length - 1)))
    .map(({ kind, key, knownCount }) => ({ kind, key, knownCount }))
    .sort((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || (a.key < b.key ? -1 : 1));
}

/** Every node of which a name begins with the letters, or a word in one does. */
export function expectedSuggestions(graph: SmallGraph, prefix: string): readonly Expected[] {
  return candidates(graph)
    .filter(({ kind, names }) =>
      (kind === 'PAPER' ? names.slice(0, 1) : names).some((name) =>
        ` ${plain(name).join(' ')}`.includes(` ${plain(prefix).join(' ')}`),
      ),
    )
    .map(({ kind, key, knownCount }) => ({ kind, key, knownCount }))
    .sort((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || (a.key < b.key ? -1 : 1));
}

function isFound({ names, texts }: Candidate, { words, isQuoted }: AskedPart, isLast: boolean): boolean {
  const asked = words.map((word) => stemmer(word));
  const fields = [...names, ...texts].map(plain);
  const isBegun = isLast && !isQuoted && (words[0] ?? '').length >= 3;
  return fields.some((field, place) =>
    field.some((_, start) =>
      asked.every((stem, index) => {
        const word = field[start + index];
        if (word === undefined) return false;
        if (stemmer(word) === stem) return true;
        const beginning = words[0] ?? '';
        return isBegun && (stemmer(word).startsWith(beginning) || (place < names.length && word.startsWith(beginning)));
      }),
    ),
  );
}

function plain(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

function candidates({ institutions, conferences, topics, authors, papers }: SmallGraph): readonly Candidate[] {
  const count = (has: (paper: SmallGraph['papers'][number]) => boolean) => papers.filter(has).length;
  return [
    ...institutions.map(({ key, name, aliases }) => ({
      kind: 'INSTITUTION' as const,
      key,
      names: [name, ...aliases],
      texts: [],
      knownCount: count((paper) => paper.institutions.includes(key)),
    })),
    ...conferences.map(({ key, acronym, aliases }) => ({
      kind: 'CONFERENCE' as const,
      key,
      names: [acronym, ...aliases],
      texts: [],
      knownCount: count((paper) => paper.conferences.includes(key)),
    })),
    ...topics.map(({ key, name }) => ({
      kind: 'TOPIC' as const,
      key,
      // "C++" is "C plus plus" among names of topics, which nobody asks for here.
      names: [name],
      texts: [],
      knownCount: count((paper) => paper.topics.includes(key)),
    })),
    ...authors.map(({ key, name }) => ({
      kind: 'AUTHOR' as const,
      key,
      names: [name],
      texts: [],
      knownCount: count((paper) => paper.authors.some((author) => author.key === key)),
    })),
    ...papers.map(({ key, title, remarks, citedByCount }) => ({
      kind: 'PAPER' as const,
      key,
      names: [title],
      texts: remarks,
      knownCount: citedByCount ?? 0,
    })),
  ];
}
