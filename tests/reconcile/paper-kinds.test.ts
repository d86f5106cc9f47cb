import { expect, test } from 'vitest';
import type { SourceRecord } from '../../src/model/source-record.ts';
import { reconcile } from '../../src/reconcile/reconcile.ts';

function publishedIn(venue: string) {
  const record: SourceRecord = {
    position: { path: 'a.md', line: 1 },
    section: [],
    title: 'A Title of Five Words',
    shortName: null,
    venue,
    year: null,
    institutions: [],
    institutionsIncomplete: false,
    authors: [],
    links: [],
    remarks: [],
    awards: [],
    track: null,
  };
  const { papers, editions } = reconcile([{ key: 'l', sourceKey: 's', pageKey: 's//a.md', record }]);
  return [papers[0]?.type, editions.map(({ key }) => key)];
}

test.each([
  ['PhD thesis, MIT 2015', 'THESIS', []],
  ['MSc Thesis 2015', 'THESIS', []],
  ['MSR-TR-2014-112', 'REPORT', []],
  ['arXiv 2212.00939', 'PREPRINT', []],
  ['TPDS 2021', 'ARTICLE', []],
  ['DLRS 2016', 'ARTICLE', ['dlrs-2016']],
  ['Odd Place 2020', 'ARTICLE', ['odd-place-2020']],
  ['ISPA/IUCC 2018', 'ARTICLE', ['ispa-2018', 'iucc-2018']],
  ['LREC-COLING 2024', 'ARTICLE', ['coling-2024', 'lrec-2024']],
])('a paper in "%s" is of the type %s, at the editions %j', (venue, type, editions) => {
  expect(publishedIn(venue)).toEqual([type, editions]);
});
