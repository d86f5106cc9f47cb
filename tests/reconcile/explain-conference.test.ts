import { expect, test } from 'vitest';
import type { ExplainedLine } from '../../src/model/explanation.ts';
import type { ConferenceListing } from '../../src/model/graph.ts';
import { explainNamed } from '../../src/reconcile/explain-named.ts';
import { conferenceListing } from '../support/conference-listing.ts';

const place = ({ sourceKey, line }: ExplainedLine) => `${sourceKey}:${line}`;

const rows: readonly ConferenceListing[] = [
  conferenceListing('c', 1, { dates: 'Jul 10-13, 2031', url: 'https://example.org/osdi', place: 'Hill Valley' }),
  conferenceListing('b', 1, { dates: 'Jul 10-12, 2031', url: 'osdi.md', remarks: ['Co-located with ATC'] }),
  conferenceListing('a', 1, { dates: 'Jul 10-12, 2030', url: 'old.md' }),
  conferenceListing('a', 2, {
    about: 'CONFERENCE',
    fullName: 'Workshop on Steep Hills',
    ranks: [{ scheme: 'CCF', value: 'A' }],
  }),
  conferenceListing('b', 2, {
    about: 'CONFERENCE',
    fullName: 'Forum on Hills',
    ranks: [{ scheme: 'CCF', value: 'B' }],
  }),
];

function factsOf(kind: 'conference' | 'edition', key: string, conferenceListings = rows) {
  const { facts = [] } = explainNamed({ kind, key }, { listings: [], conferenceListings }) ?? {};
  return Object.fromEntries(
    facts.map(({ fact, value, lines, notTaken, rule }) => [
      fact,
      {
        value,
        lines: lines.map(place),
        left: notTaken.map(({ value: other, line }) => `${other} ${place(line)}`),
        rule,
      },
    ]),
  );
}

test('days in the edition’s own year go before those of another source in another year, whichever source comes first', () => {
  expect(factsOf('edition', 'osdi-2031').days).toEqual({
    value: '2031-07-10 to 2031-07-12',
    lines: ['b:1'],
    left: ['2031-07-10 to 2031-07-13 c:1', '2030-07-10 to 2030-07-12 a:1'],
    rule: expect.stringContaining('days in another year than the edition’s after all others'),
  });
});

test('a whole address goes before a path in a list, and a place is the first stated', () => {
  expect(factsOf('edition', 'osdi-2031')).toMatchObject({
    address: { value: 'https://example.org/osdi', lines: ['c:1'], left: ['old.md a:1', 'osdi.md b:1'] },
    place: { value: 'Hill Valley', lines: ['c:1'], left: [] },
  });
});

test('an edition that is only held together with another one leads to the line that says so', () => {
  expect(factsOf('edition', 'atc-2031')).toMatchObject({
    edition: { lines: [] },
    'held together with': { value: 'osdi-2031', lines: ['b:1'] },
  });
  expect(factsOf('edition', 'osdi-2031')['held together with']).toMatchObject({ value: 'atc-2031', lines: ['b:1'] });
});

test('a series that no table knows is called and ranked as the first listing about it says, with the lines that lost', () => {
  expect(factsOf('conference', 'hillconf')).toMatchObject({
    acronym: { value: 'HillConf', lines: ['a:2', 'b:2'] },
    name: { value: 'Workshop on Steep Hills', lines: ['a:2'], left: ['Forum on Hills b:2'] },
    kind: { value: 'WORKSHOP', rule: 'follows from the name' },
    'rank CCF': { value: 'A', lines: ['a:2'], left: ['B b:2'] },
    'listed by': { value: '2', lines: ['a:2', 'b:2'] },
  });
});

test('the explanation of an edition does not depend on the order of listings', () => {
  expect(factsOf('edition', 'osdi-2031', [...rows].reverse())).toEqual(factsOf('edition', 'osdi-2031'));
});
