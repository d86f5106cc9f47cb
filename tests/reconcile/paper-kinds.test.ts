import { expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/reconcile.ts';
import { statedRecord } from '../support/stated-record.ts';

function publishedIn(venue: string) {
  const record = statedRecord({ title: 'A Title of Five Words', venue });
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
