import { expect, test } from 'vitest';
import type { ExplainedLine } from '../../src/model/explanation.ts';
import type { Listing } from '../../src/model/graph.ts';
import type { SourceRecord } from '../../src/model/source-record.ts';
import { explainNamed } from '../../src/reconcile/explain-named.ts';
import { explainPaper } from '../../src/reconcile/explain-paper.ts';
import { reconcile } from '../../src/reconcile/reconcile.ts';
import { statedRecord } from '../support/stated-record.ts';

interface Said extends Partial<SourceRecord> {
  readonly paper?: string;
}

function listing(page: string, line: number, { paper, ...said }: Said): Listing {
  const pageKey = `list//${page}`;
  const record = statedRecord({
    position: { path: page, line },
    links: paper === undefined ? [] : [{ kind: 'PAPER', label: 'Paper', url: paper }],
    ...said,
  });
  return { key: `${pageKey}#${line}`, sourceKey: 'list', pageKey, record };
}

const place = ({ path, line }: ExplainedLine) => `${path}:${line}`;

const ada = { shortName: 'Ada', paper: 'https://doi.org/10.1000/ada' };
const listings = [
  listing('a.md', 3, { ...ada, venue: 'EuroSys 2020', title: 'Ada: Adaptive Work' }),
  listing('b.md', 7, { ...ada, venue: 'NSDI 2020', title: 'Ada: Adaptive Work at Scale', institutions: ['UMich'] }),
  listing('c.md', 9, { ...ada, venue: 'arXiv 2019' }),
];

test('a conflict is explained with the rule, the lines of what was taken and those of what was not', () => {
  const { facts = [] } = explainPaper(listings, '10.1000/ada') ?? {};
  const found = facts.find(({ fact }) => fact === 'place of publication');
  expect(found).toMatchObject({
    value: 'EuroSys 2020; arXiv 2019',
    rule: 'the first peer-reviewed place that a listing states, before any preprint',
    notTaken: [{ value: 'NSDI 2020', line: { path: 'b.md', line: 7 } }],
  });
  expect(found?.lines.map(place)).toEqual(['a.md:3', 'c.md:9']);
});

test('what joined the listings is told with every line that states it', () => {
  const { joins = [] } = explainPaper(listings, '10.1000/ada') ?? {};
  expect(joins[0]?.rule).toBe('one paper, since all state doi:10.1000/ada');
  expect(joins[0]?.lines.map(place)).toEqual(['a.md:3', 'b.md:7', 'c.md:9']);
});

test('every fact says what the paper of reconcile says', () => {
  const [paper] = reconcile(listings).papers;
  const { facts = [], name } = explainPaper(listings, paper?.key ?? '') ?? {};
  const value = (fact: string) => facts.find((each) => each.fact === fact)?.value;
  expect(name).toBe(paper?.title);
  expect([value('key'), value('title'), value('year'), value('type'), value('DOI')]).toEqual([
    paper?.key,
    paper?.title,
    String(paper?.year),
    paper?.type,
    paper?.doi,
  ]);
});

test('a paper that was kept apart says from which one, what both state, and what does not agree', () => {
  const copied = [
    listing('a.md', 3, { shortName: 'Ada', venue: 'OSDI 2023', paper: 'https://a.org/1' }),
    listing('a.md', 4, { shortName: 'Bob', venue: 'ASPLOS 2023', paper: 'https://a.org/1' }),
  ];
  const { keptApart } = explainPaper(copied, 'bob-asplos-2023') ?? {};
  expect(keptApart).toMatchObject([
    {
      key: 'ada-osdi-2023',
      rule: 'both state the address a.org/1, but their names differ',
      line: { path: 'a.md', line: 4 },
      otherLine: { path: 'a.md', line: 3 },
    },
  ]);
});

test('years more than one apart are the reason where they are, not the name', () => {
  const title = 'A Title of Four Words';
  const apart = [listing('a.md', 3, { title, venue: 'OSDI 2018' }), listing('b.md', 3, { title, venue: 'OSDI 2023' })];
  const { keptApart } = explainPaper(apart, 'a-title-of-four-words-osdi-2023') ?? {};
  expect(keptApart?.[0]?.rule).toBe(
    'both state the title "a title of four words", but their years are more than one apart',
  );
});

test('the explanation does not depend on the order of listings', () => {
  expect(explainPaper([...listings].reverse(), '10.1000/ada')).toEqual(explainPaper(listings, '10.1000/ada'));
});

test('an institution that no table knows says that its name is the first spelling, with all lines', () => {
  const named = [
    listing('a.md', 1, { shortName: 'One', institutions: ['A Small College'] }),
    listing('b.md', 2, { shortName: 'Two', institutions: ['a small COLLEGE'] }),
  ];
  const { name, facts = [] } = explainNamed({ kind: 'institution', key: 'a-small-college' }, { listings: named }) ?? {};
  expect(name).toBe('A Small College');
  expect(facts[0]).toMatchObject({
    rule: 'no table has it: of all spellings in use the first in alphabetical order',
    lines: [
      { path: 'a.md', statedAs: 'A Small College' },
      { path: 'b.md', statedAs: 'a small COLLEGE' },
    ],
  });
});

test('a key that no listing gives has no explanation', () => {
  expect(explainPaper(listings, 'nothing')).toBeUndefined();
  expect(explainNamed({ kind: 'topic', key: 'nothing' }, { listings })).toBeUndefined();
});
