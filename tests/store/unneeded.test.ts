import { expect, test } from 'vitest';
import { withoutUnneeded } from '../../src/store/read/unneeded.ts';

const pairs = (returned: string) => `MATCH (paper)-[:AFFILIATED_WITH]->(first:Institution)
WITH paper, first, CASE $counting WHEN 1 THEN [1.0, 2] ELSE 1.0 END AS share
WITH first, count(paper) AS shared, toInteger(sum(share) * 10 + 0.5) / 10.0 AS weight, collect(paper) AS papers
RETURN ${returned}`;

test('an aggregate that nothing uses goes, and what only it used', () => {
  expect(withoutUnneeded(pairs('collect([first.key, shared]) AS rows'))).toBe(
    `MATCH (paper)-[:AFFILIATED_WITH]->(first:Institution)
WITH paper, first
WITH first, count(paper) AS shared
RETURN collect([first.key, shared]) AS rows`,
  );
});

test('what is used stays', () => {
  const text = pairs('collect([first.key, shared, weight, size(papers)]) AS rows');
  expect(withoutUnneeded(text)).toBe(text);
});

test('a grouping keeps its groups and one aggregate, so that rows stay as many', () => {
  expect(withoutUnneeded(pairs('count(*) AS count'))).toBe(
    `MATCH (paper)-[:AFFILIATED_WITH]->(first:Institution)
WITH paper, first
WITH first, count(paper) AS shared
RETURN count(*) AS count`,
  );
});

test('what a condition, an order or a nested part uses stays', () => {
  const text = `WITH first, count(paper) AS shared, min(paper.year) AS firstYear, collect(paper) AS papers
WHERE shared > 1
WITH first, shared, firstYear, papers
ORDER BY firstYear ASC
CALL (papers) {
UNWIND papers AS each
RETURN collect(each.key) AS keys
}
RETURN collect([first.key, keys]) AS rows`;
  expect(withoutUnneeded(text)).toBe(
    text.replace('WITH first, shared, firstYear, papers', 'WITH first, firstYear, papers'),
  );
});

test('rows that are taken once stay told apart by all that they have', () => {
  const text = 'WITH DISTINCT paper, institution\nRETURN count(paper) AS count';
  expect(withoutUnneeded(text)).toBe(text);
});

test('what goes on in the next line stays', () => {
  const text = `WITH paper, CASE
  WHEN countryCount > 1 THEN 1
  ELSE 0 END AS value
RETURN count(value) AS count`;
  expect(withoutUnneeded(text)).toBe(text);
});
