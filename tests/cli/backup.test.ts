import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { backUpGraph } from '../../src/import/back-up-graph.ts';
import { importSource } from '../../src/import/import-source.ts';
import { openEmbeddedEngine } from '../../src/store/embedded/embedded-engine.ts';
import { restoreFolder } from '../../src/store/embedded/restore-folder.ts';
import { openGraphStore } from '../../src/store/graph-store.ts';
import { askServer, papergraph, serve } from '../support/command-line.ts';
import { graphDump } from '../support/graph-dump.ts';
import { folderOf, tablePage } from '../support/pages.ts';

const page = (...names: readonly string[]) =>
  tablePage(
    'A heading',
    names.map((name) => ({ name: `**${name}**`, venue: 'OSDI 2023', institutions: 'UMich' })),
  );
const papersIn = (url: string) => askServer(url, '{ papers { nodes { key } } }');
const onlyAda = { papers: { nodes: [{ key: 'ada-osdi-2023' }] } };

test('each backup made while a writer imports is the graph of one commit', async () => {
  const folder = await folderOf({ 'list/a.md': page('Ada') });
  const store = await openGraphStore(openEmbeddedEngine({ folder: join(folder, 'data') }));
  onTestFinished(() => store.close());
  const committed = new Map<number, readonly string[]>();
  const backups = Array.from({ length: 20 }, (_, each) => join(folder, `${each}.backup`));
  let made = 0;
  const writer = async () => {
    for (let round = 0; made < backups.length; round += 1) {
      const names = Array.from({ length: 40 }, (_, each) => `System${(round % 7) * 10 + each}`);
      await writeFile(join(folder, 'list/a.md'), page(...names));
      await importSource(store, join(folder, 'list'));
      committed.set(await store.version(), await graphDump(store));
    }
  };
  const saver = async () => {
    for (const [each, file] of backups.entries()) {
      // Two backups a round of the writer, each at another moment of it.
      while (committed.size < each / 2) await store.ping();
      for (let turn = 0; turn < each; turn += 1) await store.ping();
      await backUpGraph(store, file);
      made += 1;
    }
  };
  await store.write(async () => {});
  committed.set(await store.version(), await graphDump(store));
  await Promise.all([writer(), saver()]);
  const versions = new Set<number>();
  for (const file of backups) {
    const data = `${file}-data`;
    const { graphVersion } = await restoreFolder(data, file);
    const restored = await openGraphStore(openEmbeddedEngine({ folder: data }));
    expect(await graphDump(restored)).toEqual(committed.get(graphVersion));
    await restored.close();
    versions.add(graphVersion);
  }
  expect(versions.size).toBeGreaterThan(3);
});

test('backup runs through the server that has the graph, and restore brings that graph back to another folder', async () => {
  const folder = await folderOf({ 'list/a.md': page('Ada') });
  const data = ['--data', join(folder, 'data')];
  const file = join(folder, 'graph.backup');
  await papergraph(['import', join(folder, 'list'), ...data]);
  await serve(['--no-sample', ...data]);
  expect(await papergraph(['backup', file, ...data])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/graph\.backup: \d+\.\d MB, graph in format \d+\n$/),
  });
  const again = await papergraph(['backup', file, ...data]);
  expect(again).toMatchObject({ code: 1, stderr: expect.stringMatching(/--force\. \[FILE_EXISTS\]/) });
  expect(await papergraph(['backup', file, '--force', ...data])).toMatchObject({ code: 0 });
  const other = ['--data', join(folder, 'other')];
  expect(await papergraph(['restore', file, ...other])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/graph version 1 in format \d+/),
  });
  expect(await papersIn((await serve(['--no-sample', ...other])).url)).toEqual(onlyAda);
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('restore refuses a folder that is in use or not empty, and with --force replaces the graph, also after a crash', async () => {
  const folder = await folderOf({ 'list/a.md': page('Ada'), 'more/b.md': page('Bob') });
  const data = ['--data', join(folder, 'data')];
  const file = join(folder, 'graph.backup');
  await papergraph(['import', join(folder, 'list'), ...data]);
  await papergraph(['backup', file, ...data]);
  const server = await serve(['--no-sample', ...data]);
  await papergraph(['import', join(folder, 'more'), ...data]);
  expect(await papergraph(['restore', file, '--force', ...data])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/\[STORE_IN_USE\]/),
  });
  // Killed, it leaves its log beside the graph, which must not be taken into the one restored.
  server.process.kill('SIGKILL');
  await once(server.process, 'exit');
  expect(existsSync(join(folder, 'data', 'graph.grafeo.wal'))).toBe(true);
  expect(await papergraph(['restore', file, ...data])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/graph\.grafeo.*\[FOLDER_NOT_EMPTY\]/),
  });
  expect(await papergraph(['restore', file, '--force', ...data])).toMatchObject({ code: 0 });
  expect(await readdir(join(folder, 'data'))).toEqual(['graph.grafeo']);
  expect(await papersIn((await serve(['--no-sample', ...data])).url)).toEqual(onlyAda);
});

test('a backup that is damaged, cut short or something else replaces nothing', async () => {
  const folder = await folderOf({ 'list/a.md': page('Ada'), 'text.backup': 'no graph at all' });
  const data = ['--data', join(folder, 'data')];
  await papergraph(['import', join(folder, 'list'), ...data]);
  await papergraph(['backup', join(folder, 'graph.backup'), ...data]);
  const whole = await readFile(join(folder, 'graph.backup'));
  await writeFile(join(folder, 'cut.backup'), whole.subarray(0, whole.length / 2));
  const before = await readFile(join(folder, 'data', 'graph.grafeo'));
  for (const name of ['text.backup', 'cut.backup']) {
    expect(await papergraph(['restore', join(folder, name), '--force', ...data])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/\[BACKUP_UNREADABLE\]/),
    });
  }
  expect(await papergraph(['restore', join(folder, 'none'), '--force', ...data])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/\[FILE_MISSING\]/),
  });
  expect(await readdir(join(folder, 'data'))).toEqual(['graph.grafeo']);
  expect(await readFile(join(folder, 'data', 'graph.grafeo'))).toEqual(before);
});

test("backup and restore of a Neo4j are refused with its own tools' names, and a folder without a graph is told", async () => {
  const folder = await folderOf({});
  const file = join(folder, 'graph.backup');
  for (const command of ['backup', 'restore']) {
    expect(await papergraph([command, file, '--neo4j', 'neo4j://127.0.0.1:1'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/neo4j-admin database dump.*docs\/backup\.md.*\[BACKUP_BY_NEO4J\]/),
    });
  }
  expect(await papergraph(['backup', file, '--data', join(folder, 'none')])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/\[GRAPH_MISSING\]/),
  });
  expect(existsSync(file)).toBe(false);
});
