import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { rowsOfAnswer } from '../../src/cli/answer-rows.ts';
import { csvOf, tableOf } from '../../src/cli/print-rows.ts';
import { readVariables } from '../../src/cli/query-variables.ts';
import { schema } from '../../src/graphql/schema.ts';
import { papergraph, serve } from '../support/command-line.ts';
import { folderOf } from '../support/pages.ts';

describe('variables of the command line', () => {
  const [operation] = parse(
    'query($n: Int, $x: Float, $is: Boolean!, $text: String, $id: ID, $rule: CountingRule, $keys: [String!], $f: PaperFilter) { __typename }',
  ).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('Expected an operation.');
  const values = (...stated: string[]) => readVariables(stated, operation, schema);

  test.each([
    [['n=3'], { n: 3 }],
    [['n=null'], { n: null }],
    [['x=0.5'], { x: 0.5 }],
    [['is=true'], { is: true }],
    [['text=3'], { text: '3' }],
    [['text=null'], { text: 'null' }],
    [['text=a=b'], { text: 'a=b' }],
    [['$text='], { text: '' }],
    [['id=7'], { id: '7' }],
    [['rule=FULL'], { rule: 'FULL' }],
    [['keys=a'], { keys: ['a'] }],
    [['keys=a', 'keys=b, c'], { keys: ['a', 'b, c'] }],
    [['keys=["a", "b"]'], { keys: ['a', 'b'] }],
    [['f={"about": "x"}'], { f: { about: 'x' } }],
    [['f={about: "x", year: {min: 2020}}'], { f: { about: 'x', year: { min: 2020 } } }],
    [['n=1', 'n=2'], { n: 2 }],
  ])('%j are read as their types ask', (stated, read) => {
    expect(values(...stated)).toEqual(read);
  });

  test.each([
    ['n=three', 'expected a value of the type Int, but found "three"'],
    ['n="3"', 'type Int'],
    ['is=1', 'type Boolean!'],
    ['f={about', 'type PaperFilter'],
    ['tex=a', 'Did you mean text?'],
    ['n', 'expected one of n, x, is'],
  ])('%s is refused: %s', (stated, message) => {
    expect(() => values(stated)).toThrow(message);
  });
});

describe('rows of an answer', () => {
  test('are those of the first connection, with paths for columns', () => {
    const data = {
      institution: {
        parents: [{ name: 'P' }],
        papers: {
          totalCount: 2,
          nodes: [
            {
              title: 'One',
              year: 2020,
              affiliations: [{ institution: { name: 'A' } }, { institution: { name: 'B' } }],
            },
            { title: 'Two', year: null, topics: { nodes: [{ name: 'T' }] } },
          ],
        },
      },
    };
    const { columns, rows } = rowsOfAnswer(data);
    expect(columns).toEqual(['title', 'year', 'affiliations.institution.name', 'topics.name']);
    expect(rows.map((row) => [...row.values()])).toEqual([
      ['One', '2020', 'A; B'],
      ['Two', '', 'T'],
    ]);
  });

  test.each([
    [{ sources: [{ key: 'a' }, { key: 'b' }] }, ['key'], 2],
    [{ papers: { edges: [{ cursor: 'c', node: { key: 'a' } }] } }, ['cursor', 'key'], 1],
    [{ stats: { paperCount: 5, coverage: { paperCount: 4 } } }, ['stats.paperCount', 'stats.coverage.paperCount'], 1],
    [{ conference: { aliases: ['A', 'B'] } }, ['value'], 2],
    [{ papers: { nodes: [] } }, [], 0],
  ])('of %j have the columns %j', (data, columns, count) => {
    expect(rowsOfAnswer(data)).toMatchObject({ columns, rows: { length: count } });
  });

  test('are printed as CSV that keeps quotes, commas and lines, and as a table that cuts long cells', () => {
    const rows = rowsOfAnswer({
      papers: {
        nodes: [
          { title: 'A "b", c\nd', year: 1 },
          { title: 'x'.repeat(100), year: 20 },
        ],
      },
    });
    expect(csvOf(rows)).toBe(`title,year\r\n"A ""b"", c\nd",1\r\n${'x'.repeat(100)},20`);
    expect(tableOf(rows).split('\n')).toEqual([
      `title${' '.repeat(55)}  year`,
      `${'-'.repeat(60)}  ----`,
      `A "b", c d${' '.repeat(50)}  1`,
      `${'x'.repeat(59)}…  20`,
    ]);
    expect(tableOf(rowsOfAnswer({ papers: { nodes: [] } }))).toBe('No rows.');
  });
});

describe('papergraph query', () => {
  let folder: string;
  let data: readonly string[];
  beforeAll(async () => {
    folder = await folderOf({
      'one.graphql': 'query One($n: Int!) { papers(first: $n) { nodes { title year } } }',
      'wrong.graphql': '{ papers { nodes { titel } } }',
      'broken.graphql': '{ papers(',
      'two.graphql': 'query A { __typename } query B { __typename }',
      'part.graphql': '{ papers(first: 1) { totalCount } pages(after: "x") { totalCount } }',
    });
    data = ['--data', join(folder, 'data')];
    await papergraph([
      'import',
      join(import.meta.dirname, '..', '..', 'samples', 'reading-list'),
      '--source',
      'sample',
      ...data,
    ]);
  });
  const query = (...args: string[]) => papergraph(['query', ...args, ...data]);

  test('answers a named operation, by its file or its own name, in each format', async () => {
    const json = await query('collaborations-about', '--var', 'about=embedding');
    expect(json).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(json.stdout).collaborations.totalCount).toBeGreaterThan(0);
    const table = await query('CollaborationsAbout', '--format', 'table');
    expect(table.stdout).toMatch(
      /^institutions\.name +institutions\.key +sharedPaperCount +weight +firstYear +lastYear +papers\.title +papers\.year\n-/,
    );
    const csv = await query('papers-with-links', '--var', 'kind=PAPER', '--format', 'csv');
    expect(csv.stdout).toMatch(
      /^title,links\.kind,links\.label,links\.url,links\.sources\.path,links\.sources\.line\r\n/,
    );
  });

  test('says which names nothing has, beside the answer', async () => {
    const { code, stdout, stderr } = await query('institution-collaborators', '--var', 'institution=Metta');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).institution).toBeNull();
    expect(stderr).toContain('No institution is called "Metta". Did you mean Meta');
  });

  test('answers a query in a file, with variables', async () => {
    const { code, stdout } = await query(join(folder, 'one.graphql'), '--var', 'n=2');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).papers.nodes).toHaveLength(2);
  });

  test.each([
    [['paper-with-links'], /OPERATION_UNKNOWN/, /Did you mean papers-with-links\?/],
    [['nothing-like-it'], /OPERATION_UNKNOWN/, /affiliation-sources, all-papers, /],
    [['./none.graphql'], /FILE_UNREADABLE/, /none\.graphql/],
    [['wrong.graphql'], /GRAPHQL_VALIDATION_FAILED/, /Did you mean "title"/],
    [['broken.graphql'], /BAD_QUERY/, /broken\.graphql:1: expected a GraphQL query/],
    [['two.graphql'], /BAD_QUERY/, /expected one operation, but found 2/],
    [['one.graphql'], /./, /\$n/],
    [['part.graphql'], /BAD_CURSOR/, /expected a cursor/],
    [['one.graphql', '--var', 'm=2'], /BAD_VARIABLE/, /expected one of n/],
  ])('%j ends with 1 and says why on stderr alone', async ([stated = '', ...rest], code, message) => {
    const path = stated.endsWith('.graphql') && !stated.startsWith('.') ? join(folder, stated) : stated;
    const ended = await query(path, ...rest);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toMatch(code);
    expect(ended.stderr).toMatch(message);
  });

  test('asks the server that has the graph open, also one that answers trusted documents alone', async () => {
    const server = await serve([...data, '--trusted-only']);
    expect(server.log()).toContain('{"documentId": "stats"}');
    const { code, stdout } = await query('stats');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).stats.paperCount).toBe(5);
    const refused = await query(join(folder, 'one.graphql'), '--var', 'n=2');
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('[TRUSTED_DOCUMENTS_ONLY]') });
  });
});

describe('papergraph serve', () => {
  test.each([
    [['--cors', 'https://lists.example/'], 'without a slash'],
    [['--cors', 'lists.example'], 'expected an origin'],
    [['--deadline', '0'], '1 to 3600'],
  ])('%j is wrong usage', async (args, message) => {
    const ended = await papergraph(['serve', '--port', '0', ...args, '--data', join(await folderOf({}), 'data')]);
    expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  });

  test('takes what it shows from flags', async () => {
    const folder = await folderOf({});
    const server = await serve([
      '--no-graphiql',
      '--no-introspection',
      '--cors',
      'https://lists.example',
      '--data',
      join(folder, 'data'),
    ]);
    const page = await fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type') ?? '').not.toContain('text/html');
    const told = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://lists.example' },
      body: '{"query": "{ __schema { description } }"}',
    });
    expect(told.headers.get('access-control-allow-origin')).toBe('https://lists.example');
    expect(JSON.stringify(await told.json())).toContain('introspection');
  });
});
