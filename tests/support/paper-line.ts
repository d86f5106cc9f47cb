import type { PaperLine } from '../../src/model/graph-line.ts';

/** A paper that has what is given and nothing else. */
export function paperLine(facts: Partial<PaperLine> = {}): PaperLine {
  return {
    kind: 'paper',
    key: 'ada-osdi-2023',
    title: 'Ada',
    shortName: null,
    authors: [],
    year: null,
    type: 'OTHER',
    doi: null,
    arxivId: null,
    conferences: [],
    edition: null,
    institutions: [],
    topics: [],
    links: [],
    awards: [],
    track: null,
    affiliationsIncomplete: false,
    listings: [],
    ...facts,
  };
}

export const osdi = { key: 'osdi', acronym: 'OSDI', name: null, kind: 'CONFERENCE' } as const;
export const journal = { key: 'tocs', acronym: 'TOCS', name: 'Transactions on Hills', kind: 'JOURNAL' } as const;
