import { describe, expect, test } from 'vitest';
import { withPositionalRows } from '../../src/store/embedded/positional-rows.ts';

describe('rows as lists', () => {
  test('a row becomes a list of what the statement uses of it, in the order of first use', () => {
    const text = 'UNWIND $rows AS row\nMATCH (paper:Paper {key: row.paperKey})\nSET paper.year = row.year';
    expect(withPositionalRows(text, { rows: [{ year: 2001, unused: 'x', paperKey: 'a' }, { paperKey: 'b' }] })).toEqual(
      {
        text: 'UNWIND $rows AS row\nMATCH (paper:Paper {key: row[0]})\nSET paper.year = row[1]',
        parameters: {
          rows: [
            ['a', 2001],
            ['b', null],
          ],
        },
      },
    );
  });

  test('so do the lists in rows that it unwinds in turn', () => {
    const text =
      'UNWIND $rows AS row\nMATCH (paper:Paper {key: row.key})\nUNWIND row.topics AS each\nMATCH (topic:Topic {key: each.key})\nCREATE (paper)-[:HAS_TOPIC {path: each.path}]->(topic)';
    const rows = [{ key: 'a', topics: [{ path: ['x'], key: 't' }] }];
    expect(withPositionalRows(text, { rows })).toEqual({
      text: 'UNWIND $rows AS row\nMATCH (paper:Paper {key: row[0]})\nUNWIND row[1] AS each\nMATCH (topic:Topic {key: each[0]})\nCREATE (paper)-[:HAS_TOPIC {path: each[1]}]->(topic)',
      parameters: { rows: [['a', [['t', ['x']]]]] },
    });
  });

  test('a row may be carried through WITH, and what it holds beside lists of rows stays as it is', () => {
    const text =
      'UNWIND $rows AS row\nMERGE (node:Author {key: row.key})\nWITH node, row\nWHERE node.name IS NULL\nSET node += row.properties';
    const answer = withPositionalRows(text, { rows: [{ key: 'a', properties: { name: 'A' } }] });
    expect(answer.text).toContain('WITH node, row\nWHERE node.name IS NULL\nSET node += row[1]');
    expect(answer.parameters).toEqual({ rows: [['a', { name: 'A' }]] });
  });

  test.each([
    ['a row that is used as a whole', 'UNWIND $rows AS row\nCREATE (node:Paper)\nSET node = row'],
    ['a list of texts', 'UNWIND $rows AS key\nMATCH (node:Paper {key: key})\nRETURN node.key AS name'],
    [
      'one name for two lists',
      'UNWIND $rows AS row\nMERGE (:A {key: row.a})\nUNWIND $more AS row\nMERGE (:B {key: row.b})',
    ],
  ])('%s stays as it is', (_, text) => {
    const parameters = { rows: ['a'], more: [] };
    expect(withPositionalRows(text, parameters)).toEqual({ text, parameters });
  });
});
