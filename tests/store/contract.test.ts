import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { openEmbeddedEngine } from '../../src/store/embedded/embedded-engine.ts';
import type { Engine } from '../../src/store/engine.ts';
import { formatVersion, openGraphStore } from '../../src/store/graph-store.ts';
import { openNeo4jEngine } from '../../src/store/neo4j/neo4j-engine.ts';
import { emptyEngine, engineNames } from '../support/engines.ts';

/** What every engine promises, whatever lies behind it. */

const statement = (text: string, parameters = {}) => ({ name: 'test', text, parameters });

describe.each(engineNames)('an engine: %s', (name) => {
  let engine: Engine;
  beforeEach(async () => {
    engine = await emptyEngine(name);
    await engine.prepare();
  });
  afterEach(() => engine.close());

  const count = async () => {
    const [row] = await engine.read(statement('MATCH (paper:Paper) RETURN count(paper) AS paperCount'));
    return row?.paperCount;
  };

  test('gives back what was written: texts, whole numbers, fractions, flags, lists, nothing', async () => {
    const properties = {
      key: 'a',
      text: 'ü – 漢字',
      whole: 2023,
      fraction: 0.25,
      flag: true,
      list: ['x', 'y'],
      empty: [],
      nothing: null,
    };
    await engine.write((transaction) =>
      transaction.run(statement('CREATE (paper:Paper) SET paper = $properties', { properties })),
    );
    const [row] = await engine.read(
      statement(
        'MATCH (paper:Paper {key: $key}) RETURN paper.text AS text, paper.whole AS whole, paper.fraction AS fraction, paper.flag AS flag, paper.list AS list, paper.empty AS empty, paper.nothing AS nothing, paper.whole / 2 AS half',
        { key: 'a' },
      ),
    );
    const { key: _, ...expected } = properties;
    // Whole numbers are stored as such: their division drops the rest.
    expect(row).toEqual({ ...expected, half: 1011 });
  });

  test('a read that follows a write sees it', async () => {
    for (let index = 0; index < 20; index += 1) {
      await engine.write((transaction) =>
        transaction.run(statement('CREATE (:Paper {key: $key})', { key: `p${index}` })),
      );
      expect(await count()).toBe(index + 1);
    }
  });

  test('a write that fails leaves nothing behind, and the next one works', async () => {
    const failing = engine.write(async (transaction) => {
      await transaction.run(statement("CREATE (:Paper {key: 'a'})"));
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await count()).toBe(0);
    await engine.write((transaction) => transaction.run(statement("CREATE (:Paper {key: 'a'})")));
    expect(await count()).toBe(1);
  });

  test('statements of a write that do not wait for each other run in their order', async () => {
    await engine.write(async (transaction) => {
      await Promise.all([
        transaction.run(statement('UNWIND range(1, 500) AS number CREATE (:Paper {key: toString(number)})')),
        transaction.run(statement("MATCH (paper:Paper) SET paper.title = 'one'")),
        transaction.run(statement("MATCH (paper:Paper {title: 'one'}) SET paper.title = 'two'")),
      ]);
    });
    const [row] = await engine.read(statement("MATCH (paper:Paper {title: 'two'}) RETURN count(paper) AS paperCount"));
    expect(row?.paperCount).toBe(500);
  });

  test('a write of which one statement failed leaves nothing behind', async () => {
    const failing = engine.write((transaction) =>
      Promise.all([
        transaction.run(statement("CREATE (:Paper {key: 'a'})")),
        transaction.run(statement('NO STATEMENT')),
        transaction.run(statement("CREATE (:Paper {key: 'b'})")),
      ]),
    );
    await expect(failing).rejects.toThrow();
    expect(await count()).toBe(0);
  });

  test('reads see nothing of a write that has not ended', async () => {
    let seen: unknown;
    await engine.write(async (transaction) => {
      await transaction.run(statement("CREATE (:Paper {key: 'a'})"));
      seen = await count();
    });
    expect(seen).toBe(0);
    expect(await count()).toBe(1);
  });

  test('racing writes of one node and relationship make one of each', async () => {
    await engine.write((transaction) => transaction.run(statement("CREATE (:Paper {key: 'a'}), (:Topic {key: 't'})")));
    const merge = statement(
      "MATCH (paper:Paper {key: 'a'}) MATCH (topic:Topic {key: 't'}) MERGE (paper)-[:HAS_TOPIC]->(topic)",
    );
    await Promise.all(Array.from({ length: 20 }, () => engine.write((transaction) => transaction.run(merge))));
    const [row] = await engine.read(
      statement('MATCH (:Paper)-[topic:HAS_TOPIC]->(:Topic) RETURN count(topic) AS topicCount'),
    );
    expect(row?.topicCount).toBe(1);
  });

  test('a key stands once', async () => {
    const twice = engine.write((transaction) =>
      transaction.run(statement("CREATE (:Paper {key: 'a'}), (:Paper {key: 'a'})")),
    );
    await expect(twice).rejects.toThrow();
  });

  test('preparing again changes nothing', async () => {
    await engine.prepare();
    await engine.ping();
  });
});

describe.each(engineNames)('a stored format: %s', (name) => {
  const marked = async (formatFound: number) => {
    const engine = await emptyEngine(name);
    await engine.write((transaction) =>
      transaction.run(
        statement("CREATE (:GraphState {key: 'graph', version: 1, formatVersion: $formatFound})", { formatFound }),
      ),
    );
    return engine;
  };
  afterAll(async () => (await emptyEngine(name)).close());

  test('an older one is refused with what to do', async () => {
    await expect(openGraphStore(await marked(formatVersion - 1))).rejects.toMatchObject({
      code: 'FORMAT_OLDER',
      message: expect.stringContaining('Import its sources again'),
    });
  });

  test('a newer one is refused with what to do', async () => {
    await expect(openGraphStore(await marked(formatVersion + 1))).rejects.toMatchObject({
      code: 'FORMAT_NEWER',
      message: expect.stringContaining('Update Papergraph'),
    });
  });

  test('a database that holds something else is left alone', async () => {
    const engine = await emptyEngine(name);
    await engine.write((transaction) => transaction.run(statement("CREATE (:Movie {title: 'Not ours'})")));
    await expect(openGraphStore(engine)).rejects.toMatchObject({ code: 'FORMAT_UNKNOWN' });
  });

  test('every write moves the graph version', async () => {
    const store = await openGraphStore(await emptyEngine(name));
    const before = await store.version();
    await store.write(async () => {});
    expect(await store.version()).toBe(before + 1);
    await store.close();
  });
});

describe('the embedded store in a folder', () => {
  test('a claim that an earlier process of the same pid left is taken over, as in a container', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'papergraph-test-'));
    await writeFile(join(folder, 'owner.json'), JSON.stringify({ pid: process.pid, server: null }));
    await openEmbeddedEngine({ folder }).close();
    await rm(folder, { recursive: true });
  });

  test('keeps the graph from one opening to the next, and belongs to one process', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'papergraph-test-'));
    const engine = openEmbeddedEngine({ folder });
    await engine.write((transaction) => transaction.run(statement("CREATE (:Paper {key: 'kept'})")));
    expect(() => openEmbeddedEngine({ folder })).toThrowError(new RegExp(`process ${process.pid} has it open`));
    await engine.close();
    const again = openEmbeddedEngine({ folder });
    expect(await again.read(statement('MATCH (paper:Paper) RETURN paper.key AS key'))).toEqual([{ key: 'kept' }]);
    await again.close();
    await rm(folder, { recursive: true });
  });
});

describe.runIf(engineNames.includes('neo4j'))('a connection to Neo4j', () => {
  const address = () => inject('neo4j') ?? { uri: '', username: '', password: '', database: '' };

  test('a wrong password is refused by name, without the password', async () => {
    const attempt = openNeo4jEngine({ ...address(), password: 'not-the-secret' });
    await expect(attempt).rejects.toMatchObject({ code: 'NEO4J_LOGIN_REFUSED' });
    await expect(attempt).rejects.not.toThrow(/not-the-secret/);
  });

  test('a server that is not there is said to be unreachable, with the address', async () => {
    await expect(openNeo4jEngine({ ...address(), uri: 'bolt://127.0.0.1:9' })).rejects.toMatchObject({
      code: 'NEO4J_UNREACHABLE',
      message: expect.stringContaining('bolt://127.0.0.1:9'),
    });
  });

  test('a database that is not there is named', async () => {
    await expect(openNeo4jEngine({ ...address(), database: 'nowhere' })).rejects.toMatchObject({
      code: 'NEO4J_DATABASE_MISSING',
    });
  });

  test('a login in the address is refused without being shown', async () => {
    const attempt = openNeo4jEngine({ ...address(), uri: 'bolt://neo4j:hunter2@127.0.0.1:9' });
    await expect(attempt).rejects.toMatchObject({ code: 'NEO4J_ADDRESS' });
    await expect(attempt).rejects.not.toThrow(/hunter2/);
  });

  test('an address that is none is refused', async () => {
    await expect(openNeo4jEngine({ ...address(), uri: 'htp:/nonsense' })).rejects.toMatchObject({
      code: 'NEO4J_ADDRESS',
    });
  });
});
