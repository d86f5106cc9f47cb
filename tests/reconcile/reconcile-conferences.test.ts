import { expect, test } from 'vitest';
import type { ConferenceListing } from '../../src/model/graph.ts';
import { reconcileConferences } from '../../src/reconcile/reconcile-conferences.ts';
import { conferenceListing } from '../support/conference-listing.ts';

const none = { conferenceKeys: [], editions: [] };

const rows: readonly ConferenceListing[] = [
  conferenceListing('b', 1, { dates: 'Jul 10-13, 2031', place: 'Boston, MA, USA', url: 'https://example.org' }),
  conferenceListing('a', 2, { dates: 'TBD', place: 'TBD', url: 'osdi.md' }),
  conferenceListing('a', 1, {
    dates: 'Jul 10-12, 2031',
    place: 'Boston, Massachusetts',
    remarks: ['Co-located with ATC'],
  }),
  conferenceListing('c', 1, { acceptance: { acceptedCount: 1, submittedCount: 4 } }),
  conferenceListing('c', 2, { acceptance: { acceptedCount: 2, submittedCount: 4 } }),
  conferenceListing('a', 3, {
    about: 'CONFERENCE',
    fullName: 'Workshop on Steep Hills',
    ranks: [{ scheme: 'CCF', value: 'A' }],
  }),
  conferenceListing('b', 3, {
    about: 'CONFERENCE',
    fullName: 'Forum for Lowland Drainage',
    ranks: [{ scheme: 'CCF', value: 'B' }],
  }),
];

test('each fact is that of the first listing in precedence that states it', () => {
  const { editions, conferences, mentionedEditions, mentionedConferences } = reconcileConferences(rows, none);
  expect(editions).toEqual([
    {
      key: 'osdi-2031',
      conferenceKey: 'osdi',
      year: 2031,
      startDate: '2031-07-10',
      endDate: '2031-07-12',
      place: 'Boston, Massachusetts',
      url: 'https://example.org',
      acceptedCount: 1,
      submittedCount: 4,
      coLocatedKeys: ['atc-2031'],
      listingKeys: ['a#1', 'a#2', 'b#1', 'c#1', 'c#2'],
    },
  ]);
  expect(conferences.map(({ key, ranks, kind, aliases }) => [key, ranks, kind, aliases])).toEqual([
    ['hillconf', [{ scheme: 'CCF', value: 'A' }], 'WORKSHOP', ['Forum for Lowland Drainage']],
    ['osdi', [], 'CONFERENCE', []],
  ]);
  expect(mentionedEditions.map(({ key }) => key)).toEqual(['atc-2031']);
  expect(mentionedConferences.map(({ key }) => key)).toEqual(['atc']);
});

test('what two listings disagree on is told with both lines, and what they only write differently is not', () => {
  const { problems } = reconcileConferences(rows, none);
  expect(problems.map(({ problem: { code, position, related } }) => [code, position.line, related[0]?.line])).toEqual([
    ['RANK_CONFLICT', 3, 3],
    ['SERIES_NAME_CONFLICT', 3, 3],
    ['EDITION_CONFLICT', 1, 1],
    ['EDITION_CONFLICT', 2, 1],
  ]);
});

test('the order of listings does not matter', () => {
  expect(reconcileConferences([...rows].reverse(), none)).toEqual(reconcileConferences(rows, none));
});

test.each([
  ['Virtual', 'Carlsbad, CA, USA', 1],
  ['Hong Kong', 'Hong Kong, China', 0],
  ['Rome, Italy', 'Paris, France', 1],
  ['Hawaii Convention Center', 'Honolulu, Hawaii, USA', 0],
  ['Virtual', 'Lyon, France (hybrid)', 0],
  ['TBD', 'Boston', 0],
  ['Co-located with ATC 2031', 'Boston', 0],
])('"%s" and "%s" contradict each other: %i', (one, other, count) => {
  const both = [conferenceListing('a', 1, { place: one }), conferenceListing('a', 2, { place: other })];
  expect(reconcileConferences(both, none).problems).toHaveLength(count);
});

test('a series and a year that nothing states any more are told without facts', () => {
  const former = {
    conferenceKeys: ['odd-place', 'osdi'],
    editions: [{ key: 'osdi-2031', conferenceKey: 'osdi', year: 2031 }],
  };
  expect(reconcileConferences([], former)).toMatchObject({
    conferences: [
      { key: 'odd-place', isKnown: false, name: null, aliases: [], kind: 'OTHER' },
      { key: 'osdi', isKnown: true, acronym: 'OSDI', ranks: [] },
    ],
    editions: [{ key: 'osdi-2031', startDate: null, listingKeys: [] }],
    problems: [],
  });
});
