/**
 * What a register costs and gives: time, memory and disk of importing it, in each format and on each engine; what it adds to
 * the reading lists; and how its names alone read the institutions whose ROR ids the built-in table knows.
 */
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { importRegister } from '../src/import/import-register.ts';
import { importSource } from '../src/import/import-source.ts';
import { recordsOfFile } from '../src/import/register-file.ts';
import { RegisterReading } from '../src/import/register-reading.ts';
import { removeSource } from '../src/import/remove-source.ts';
import { comparableName, institutionIndex } from '../src/model/names/institution-index.ts';
import type { Organization, OrganizationName } from '../src/model/names/organization.ts';
import { Registry } from '../src/model/names/registry.ts';
import { formatProblem } from '../src/model/problem.ts';
import { openEmbeddedEngine } from '../src/store/embedded/embedded-engine.ts';
import type { Engine } from '../src/store/engine.ts';
import { type GraphStore, openGraphStore } from '../src/store/graph-store.ts';
import { startLocalNeo4j } from '../src/store/neo4j/local-server.ts';
import { openNeo4jEngine } from '../src/store/neo4j/neo4j-engine.ts';

const shared = resolve(process.env.PAPERGRAPH_SHARED ?? join(process.cwd(), '..', 'shared'));
const lines = join(shared, 'data', 'institutions', 'ror-records-latest.jsonl.gz');
const lists = [
  ...['rev-1b3bb2b7', 'rev-79bee4a8'].map((name) => join(shared, 'data', 'reading-list', name)),
  join('bench', 'other-lists', 'pages'),
];
const folder = mkdtempSync(join(tmpdir(), 'papergraph-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const array = join(folder, 'ror.json');
await writeArray();
readAlone();
await readNamesOfTable();
const neo4j = process.argv.includes('--embedded') ? null : await startLocalNeo4j();
await costs();
await neo4j?.stop();
process.exit(0);

/** The same records as one JSON array, as ROR publishes them. */
async function writeArray(): Promise<void> {
  const out = createWriteStream(array);
  let separator = '[\n';
  for await (const { text } of recordsOfFile(lines)) {
    out.write(`${separator}${JSON.stringify(JSON.parse(text).record, null, 2)}`);
    separator = ',\n';
  }
  await new Promise<void>((done) => out.end('\n]\n', done));
}

function readAlone(): void {
  console.log(`records: ${lines}; as an array: ${(statSync(array).size / 1e6).toFixed(0)} MB`);
}

/** How the register's full names, alone, read every name and alias of the built-in institutions whose ROR id is known. */
async function readNamesOfTable(): Promise<void> {
  const organizations: Organization[] = [];
  const names: OrganizationName[] = [];
  const reading = new RegisterReading('ror');
  for await (const text of recordsOfFile(lines)) {
    const read = reading.read(text);
    if (read === null) continue;
    organizations.push(read.organization);
    names.push(...read.names);
  }
  const registry = new Registry(organizations, names);
  const known = new Set(organizations.map(({ ror }) => ror));
  const counts = { right: 0, wrong: 0, several: 0, none: 0 };
  const byAcronym = { right: 0, wrong: 0, several: 0, none: 0 };
  const wrong: string[] = [];
  for (const { name, aliases, ror, key } of institutionIndex().byKey.values()) {
    if (ror === null || !known.has(ror)) continue;
    for (const stated of [name, ...aliases]) {
      const standing = registry.standing(ror)?.ror;
      const found = registry.named(comparableName(stated));
      const kind = kindOf(found, standing);
      counts[kind] += 1;
      if (kind === 'wrong')
        wrong.push(
          `${stated}: ${key}, but the register has it as ${found[0]?.name} (${found[0]?.countryCode}, ${found[0]?.ror})`,
        );
      if (found.length === 0) byAcronym[kindOf(registry.withAcronym(comparableName(stated)), standing)] += 1;
    }
  }
  console.log('names of the built-in table as the register alone reads them');
  console.table({ 'full names': counts, 'if one acronym were enough': byAcronym });
  for (const line of wrong) console.log(`  wrong: ${line}`);
}

function kindOf(found: readonly Organization[], ror: string | undefined): 'right' | 'wrong' | 'several' | 'none' {
  if (found.length === 0) return 'none';
  if (found.length > 1) return 'several';
  return found[0]?.ror === ror ? 'right' : 'wrong';
}

async function costs(): Promise<void> {
  const engines: Readonly<Record<string, (data: string) => Promise<Engine>>> = {
    embedded: (data) => Promise.resolve(openEmbeddedEngine({ folder: data })),
    ...(neo4j ? { neo4j: () => openNeo4jEngine({ ...neo4j, database: 'neo4j' }) } : {}),
  };
  const importing = [];
  const newNames = [];
  for (const [engine, open] of Object.entries(engines)) {
    const data = join(folder, engine);
    const store = await openGraphStore(await open(data));
    for (const list of lists) newNames.push({ engine, register: 'without', ...(await importList(store, list)) });
    for (const [format, file] of Object.entries({ 'JSON Lines, gzipped': lines, 'JSON array': array })) {
      global.gc?.();
      const begun = performance.now();
      const { recordCount, nameCount, changedListingCount, problems } = await importRegister(store, file);
      const ms = performance.now() - begun;
      importing.push({
        engine,
        format,
        records: recordCount,
        organisations: nameCount,
        seconds: round(ms / 1000),
        'ms a record': round(ms / recordCount),
        'memory MB': Math.round(process.memoryUsage().rss / 1e6),
        problems: problems.length,
        'listings changed': changedListingCount,
      });
    }
    for (const list of lists) newNames.push({ engine, register: 'with', ...(await importList(store, list)) });
    await store.close();
    if (engine === 'embedded')
      console.log(`disk of the embedded graph: ${(statSync(join(data, 'graph.grafeo')).size / 1e6).toFixed(1)} MB`);
  }
  console.table(importing);
  console.table(newNames);
}

/** A list alone: it is removed again, since the problems of papers that two lists have come with either. */
async function importList(store: GraphStore, list: string) {
  const { problems, recordCount } = await importSource(store, list, { sourceKey: 'list' });
  const count = (code: string) => problems.filter((problem) => problem.code === code).length;
  const found = {
    list: list.split('/').at(-1),
    records: recordCount,
    new: count('NEW_INSTITUTION'),
    misspelt: count('MISSPELT_INSTITUTION'),
    ambiguous: count('AMBIGUOUS_INSTITUTION'),
  };
  if (process.argv.includes('--rows')) {
    for (const problem of problems) if (problem.code.endsWith('_INSTITUTION')) console.log(formatProblem(problem));
  }
  await removeSource(store, 'list');
  return found;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
