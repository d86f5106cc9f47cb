import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { askServer as ask, main, papergraph, quiet, serve } from '../support/command-line.ts';
import { folderOf, tablePage } from '../support/pages.ts';
import { rorRecord } from '../support/ror-records.ts';

const list = tablePage('Ranking', [
  {
    name: '**Ada**',
    venue: 'OSDI 2023',
    institutions: 'UMich & Many others',
    links: '<a href="https://a.org/1">Paper</a>',
  },
]);

describe('papergraph', () => {
  test('what it prints goes whole through a pipe whose reader is slow', async () => {
    const rows = Array.from({ length: 3000 }, (_, row) => ({
      name: `**N${row}**`,
      venue: 'OSDI 2023',
      institutions: 'UMich',
      links: `<a href="https://a.org/${row}">Paper</a>`,
    }));
    const folder = await folderOf({ 'list.md': tablePage('Ranking', rows) });
    const child = spawn(process.execPath, [main, 'records', folder], {
      env: quiet,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let lineCount = 0;
    for await (const chunk of child.stdout) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      lineCount += String(chunk).split('\n').length - 1;
    }
    expect(lineCount).toBe(3000);
  });

  test('wrong usage ends with 2 and says how to use it', async () => {
    expect(await papergraph(['frobnicate'])).toMatchObject({ code: 2, stderr: expect.stringContaining('--help') });
    expect(await papergraph(['import'])).toMatchObject({ code: 2 });
    expect(await papergraph(['serve', '--port', 'eighty'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('0 to 65535'),
    });
    expect(await papergraph(['--help'])).toMatchObject({ code: 0 });
  });

  test('import prints counts to stdout, and each problem as path:line: message [CODE] to stderr', async () => {
    const folder = await folderOf({ 'list/a.md': list });
    const data = ['--data', join(folder, 'data')];
    const first = await papergraph(['import', join(folder, 'list'), '--source', 'mine', ...data]);
    expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining('mine: 1 record read from 1 page') });
    expect(first.stderr).toMatch(/^a\.md:5: .*Many others.* \[INSTITUTIONS_INCOMPLETE\]$/m);
    const again = await papergraph(['import', join(folder, 'list'), '--source', 'mine', ...data]);
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('nothing changes') });
    const json = await papergraph(['import', join(folder, 'list'), '--source', 'mine', '--json', ...data]);
    expect(JSON.parse(json.stdout)).toMatchObject({ source: 'mine', unchangedPageCount: 1 });
  });

  test('sources lists what was imported; remove withdraws it, through a server where one has the graph', async () => {
    const folder = await folderOf({ 'one/a.md': list, 'two/b.md': list });
    const data = ['--data', join(folder, 'data')];
    await papergraph(['import', join(folder, 'one'), join(folder, 'two'), ...data]);
    expect((await papergraph(['sources', ...data])).stdout).toMatch(
      /^one\t1 page\t1 listing\t1 paper \(0 in no other source\)\t.*\ntwo\t1 page\t/,
    );
    expect(await papergraph(['remove', 'one', '--dry-run', ...data])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(
        '1 listing would go; of its 1 paper, 0 that no other source lists would go with it',
      ),
    });
    const { url } = await serve(['--no-sample', ...data]);
    expect(await ask(url, '{ papers { nodes { listings { page { path } } } } }')).toEqual({
      papers: { nodes: [{ listings: [{ page: { path: 'a.md' } }, { page: { path: 'b.md' } }] }] },
    });
    expect(await papergraph(['remove', 'one', ...data])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 listing removed'),
    });
    expect(await ask(url, '{ papers { nodes { listings { page { path } } } } }')).toEqual({
      papers: { nodes: [{ listings: [{ page: { path: 'b.md' } }] }] },
    });
    expect(await papergraph(['remove', 'one', ...data])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/The graph has: two.*\[SOURCE_UNKNOWN\]/),
    });
  });

  test('a list kept as data is read with a mapping file', async () => {
    const rows = 'works:\n  - system: Ada\n    place: OSDI 2023\n    who: [UMich, Meta]\n    paper: https://a.org/1\n';
    const map = 'records: works\nshortName: system\nvenue: place\ninstitutions: who\nlinks: { PAPER: paper }\n';
    const folder = await folderOf({ 'list/papers.yml': rows, 'map.yml': map, 'bad.yml': 'shortNam: system\n' });
    const data = ['--data', join(folder, 'data')];
    const read = await papergraph(['records', join(folder, 'list'), '--map', join(folder, 'map.yml')]);
    expect(JSON.parse(read.stdout)).toMatchObject({
      file: 'papers.yml',
      line: 2,
      shortName: 'Ada',
      series: ['OSDI'],
      institutions: [{ name: 'University of Michigan' }, { name: 'Meta' }],
      links: [{ kind: 'PAPER', url: 'https://a.org/1' }],
    });
    expect(await papergraph(['import', join(folder, 'list'), '--map', join(folder, 'map.yml'), ...data])).toMatchObject(
      { code: 0, stdout: expect.stringContaining('1 record') },
    );
    expect(await papergraph(['import', join(folder, 'list'), '--map', join(folder, 'bad.yml'), ...data])).toMatchObject(
      { code: 1, stderr: expect.stringMatching(/shortNam.*\[BAD_MAP\]/) },
    );
  });

  test('check reports problems as text, GitHub annotations and SARIF, and fails on errors alone unless told otherwise', async () => {
    const folder = await folderOf({ 'list/a.md': list, 'list/b.md': Buffer.from([0x41, 0xff]) });
    const path = join(folder, 'list');
    execFileSync('git', ['-C', folder, 'init'], { stdio: 'ignore' });
    const text = await papergraph(['check', path]);
    expect(text).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^a\.md:5: .*\[INSTITUTIONS_INCOMPLETE\]\n {4}/),
    });
    expect(text.stdout).toContain('[FILE_NOT_UTF8]');
    const github = await papergraph(['check', path, '--format', 'github']);
    expect(github.stdout).toMatch(/^::notice file=list\/a\.md,line=5,title=INSTITUTIONS_INCOMPLETE::/m);
    expect(github.stdout).toMatch(/^::error file=list\/b\.md,line=1,title=FILE_NOT_UTF8::/m);
    const sarif = JSON.parse((await papergraph(['check', path, '--format', 'sarif'])).stdout);
    expect(sarif).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          results: [
            {
              ruleId: 'INSTITUTIONS_INCOMPLETE',
              level: 'note',
              locations: [{ physicalLocation: { artifactLocation: { uri: 'list/a.md' } } }],
            },
            { ruleId: 'FILE_NOT_UTF8', level: 'error' },
          ],
        },
      ],
    });
    const notes = await folderOf({ 'a.md': list });
    expect((await papergraph(['check', notes])).code).toBe(0);
    expect((await papergraph(['check', notes, '--fail-on', 'note'])).code).toBe(1);
    expect((await papergraph(['check', notes, '--format', 'html'])).code).toBe(2);
  });

  test('a dump of ROR and an alias file extend the table of names, are sources, and are removed like one', async () => {
    const names = tablePage('T', [{ name: 'Quill', venue: 'OSDI 2023', institutions: 'School of Quills & ExLab' }]);
    const folder = await folderOf({
      'list/a.md': names,
      'ror.json': JSON.stringify([
        rorRecord({ id: '0aaaaaa11', name: 'Quill Academy', aliases: ['School of Quills'] }),
      ]),
      'names.yaml': 'institutions:\n  - { name: Example Laboratory, aliases: [ExLab] }\n',
    });
    const data = ['--data', join(folder, 'data')];
    const path = (name: string) => join(folder, name);
    const first = await papergraph(['import', path('list'), '--source', 'mine', ...data]);
    expect(first.stderr).toMatch(/^a\.md:5: "Quill": no table of names knows "ExLab".*\[NEW_INSTITUTION\]$/m);
    expect(
      await papergraph(['import', '--ror', path('ror.json'), '--aliases', path('names.yaml'), ...data]),
    ).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /^ror: 1 record read.* 1 listing .*\naliases: 1 record read.* 1 paper reconciled again/,
      ),
    });
    expect((await papergraph(['sources', ...data])).stdout).toMatch(
      /^aliases\t.*\nmine\t.*\nror\t1 page\t0 listings\t/,
    );
    expect(await papergraph(['import', '--ror', path('ror.json'), ...data])).toMatchObject({
      stdout: 'ror: nothing changes\n',
    });
    expect((await papergraph(['remove', 'ror', '--dry-run', ...data])).stdout).toContain(
      'ror: 1 page, 0 listings and 1 organisation would go; names in 1 listing mean something else',
    );
    expect((await papergraph(['check', path('list')])).stdout.match(/NEW_INSTITUTION/g)).toHaveLength(2);
    expect(
      (await papergraph(['check', path('list'), '--aliases', path('names.yaml')])).stdout.match(/NEW_INSTITUTION/g),
    ).toHaveLength(1);
    expect(
      await papergraph(['import', path('list'), '--ror', path('ror.json'), '--source', 'x', ...data]),
    ).toMatchObject({ code: 2 });
  });

  test('records prints what was understood, one JSON line a row, every key always there', async () => {
    const folder = await folderOf({ 'list/a.md': list });
    const { code, stdout, stderr } = await papergraph(['records', join(folder, 'list')]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      file: 'a.md',
      line: 5,
      title: null,
      shortName: 'Ada',
      venue: 'OSDI 2023',
      series: ['OSDI'],
      year: 2023,
      institutions: [{ name: 'University of Michigan', statedAs: 'UMich' }],
      links: [{ kind: 'PAPER', label: 'Paper', url: 'https://a.org/1' }],
      topics: [['Ranking']],
      authors: [],
      remarks: [],
      awards: [],
      track: null,
      incomplete: true,
    });
    expect(stderr).toContain('[INSTITUTIONS_INCOMPLETE]');
  });

  test('a file that is missing ends with 1 and names it', async () => {
    const folder = await folderOf({});
    expect(await papergraph(['import', join(folder, 'none.md'), '--data', join(folder, 'data')])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/none\.md.*\[FILE_MISSING\]/),
    });
  });

  test('a Neo4j that is not there ends with 1, one without a password given with 2', async () => {
    const env = { ...quiet, NEO4J_PASSWORD: 'secret-word' };
    const missing = await papergraph(['serve', '--neo4j', 'bolt://127.0.0.1:9'], { env });
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('NEO4J_UNREACHABLE') });
    expect(missing.stderr).not.toContain('secret-word');
    expect(
      await papergraph(['serve', '--neo4j', 'bolt://127.0.0.1:9'], { env: { ...quiet, NEO4J_PASSWORD: '' } }),
    ).toMatchObject({ code: 2 });
  });

  test('serve fills an empty graph with the sample, answers, and stops within 5 s of SIGTERM', async () => {
    const folder = await folderOf({});
    const { process: server, url } = await serve(['--data', join(folder, 'data')]);
    const answer = await ask(
      url,
      '{ collaborations(papers: {about: "embedding"}) { totalCount } stats { paperCount } }',
    );
    expect(answer).toEqual({ collaborations: { totalCount: 11 }, stats: { paperCount: 5 } });
    const begun = Date.now();
    server.kill('SIGTERM');
    const [code] = await once(server, 'exit');
    expect(code).toBe(0);
    expect(Date.now() - begun).toBeLessThan(5_000);
  });

  test('while a server has the graph, import goes through it, and another server is refused', async () => {
    const folder = await folderOf({ 'list/a.md': list });
    const data = ['--data', join(folder, 'data')];
    const { url } = await serve(['--no-sample', ...data]);
    const { code, stdout } = await papergraph(['import', join(folder, 'list'), ...data]);
    expect([code, stdout]).toEqual([0, expect.stringContaining('1 record')]);
    expect(await ask(url, '{ papers { nodes { title } } }')).toEqual({ papers: { nodes: [{ title: 'Ada' }] } });
    const second = await papergraph(['serve', '--port', '0', ...data]);
    expect(second).toMatchObject({ code: 1, stderr: expect.stringContaining('STORE_IN_USE') });
    expect(second.stderr).toContain(url);
    expect(await papergraph(['import', join(folder, 'none.md'), ...data])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('FILE_MISSING'),
    });
  });

  test('a server killed at once leaves a folder that opens again', async () => {
    const folder = await folderOf({});
    const data = ['--data', join(folder, 'data')];
    const { process: server } = await serve(data);
    server.kill('SIGKILL');
    await once(server, 'exit');
    const { url } = await serve(data);
    expect(await ask(url, '{ stats { paperCount } }')).toEqual({ stats: { paperCount: 5 } });
  });

  test('a port in use ends with 1 and names the port', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    onTestFinished(() => void blocker.close());
    const address = blocker.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const folder = await folderOf({});
    expect(await papergraph(['serve', '--port', String(port), '--data', join(folder, 'data')])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('PORT_IN_USE'),
    });
  });

  test.runIf(inject('neo4j') !== null)('import and serve work on Neo4j alike', async () => {
    const neo4j = inject('neo4j');
    const env = { ...quiet, NEO4J_PASSWORD: neo4j?.password };
    const folder = await folderOf({ 'list/a.md': list });
    const { emptyStore } = await import('../support/engines.ts');
    await (await emptyStore('neo4j')).close();
    expect(await papergraph(['import', join(folder, 'list'), '--neo4j', neo4j?.uri ?? ''], { env })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 paper'),
    });
  });
});
