/**
 * The API beside what it stands on, in one run on one graph: the driver alone (one `executeQuery` with maps behind
 * node:http), Yoga with a constant answer of the same bytes, Papergraph on both engines with every protection on, and
 * @neo4j/graphql on the same database. 16 connections; servers and load in processes of their own; rounds interleaved,
 * since machines have moods; ratios count. No answer comes from the cache, except where the cache is what is asked about.
 *
 * `npm run bench -- ladder --data FOLDER --neo4j URI`, with NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE, both with
 * the 268,491 papers; `--only page,dashboard` for some rungs, `--rounds 1 --seconds 2` for a glance. @neo4j/graphql is
 * installed into a scratch folder, which `--generated FOLDER` keeps from run to run; `--generated no` leaves it out.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { encodeCursor } from '../src/graphql/cursor.ts';
import { type Neo4jAddress, openNeo4jEngine } from '../src/store/neo4j/neo4j-engine.ts';
import { generatedPage, type QuestionName, questions } from './ladder-questions.ts';
import { serve, type Task } from './ladder-servers.ts';

const { values: options } = parseArgs({
  options: {
    serve: { type: 'string' },
    data: { type: 'string' },
    neo4j: { type: 'string' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '4' },
    generated: { type: 'string' },
  },
});

/** A request that a server is loaded with; what changes from one to the next keeps answers out of the cache. */
interface Target {
  readonly url: string;
  readonly body: (count: number) => object;
}

interface Rate {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

const children: ChildProcess[] = [];
let requestCount = 0;
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

if (options.serve !== undefined) console.log(await serve(JSON.parse(options.serve) as Task));
else {
  await climb();
  process.exit(0);
}

async function climb(): Promise<void> {
  const { NEO4J_USERNAME = 'neo4j', NEO4J_PASSWORD = '', NEO4J_DATABASE = 'neo4j' } = process.env;
  if (options.data === undefined || options.neo4j === undefined) throw new Error('Expected --data and --neo4j.');
  const address = {
    uri: options.neo4j,
    username: NEO4J_USERNAME,
    password: NEO4J_PASSWORD,
    database: NEO4J_DATABASE,
  };
  const neo4j = await started({ how: 'neo4j', address });
  const embedded = await started({ how: 'embedded', folder: resolve(options.data) });
  const raw = await started({ how: 'raw', address });
  const asked = options.only?.split(',') ?? [...Object.keys(questions)];
  const bytes: Record<string, number> = {};
  for (const name of asked) {
    if (name === 'page 4,000') continue;
    const texts = await Promise.all([neo4j, embedded].map((url) => answerOf(url, name as QuestionName)));
    if (texts[0] !== texts[1]) console.log(`${name}: the engines' answers differ.`);
    bytes[name] = texts[0]?.length ?? 0;
  }
  const constant = await started({ how: 'constant', bytes });
  const urls = { neo4j, embedded, raw, constant };
  for (const name of asked) await rung(name as QuestionName, urls, address);
}

async function rung(
  name: QuestionName,
  { neo4j, embedded, raw, constant }: Readonly<Record<'neo4j' | 'embedded' | 'raw' | 'constant', string>>,
  address: Neo4jAddress,
): Promise<void> {
  const own = (url: string) => ({ url, body: (count: number) => bodyOf(name, count) });
  const other = (url: string) => ({ url: `${url}/${encodeURIComponent(name)}`, body: () => ({ query: '{ text }' }) });
  switch (name) {
    case 'page': {
      const generated = await startedGenerated(address);
      const asks = { url: generated ?? '', body: () => ({ query: generatedPage }) };
      return compare(name, {
        raw: other(raw),
        'Yoga, constant': other(constant),
        'ours, Neo4j': own(neo4j),
        'ours, embedded': own(embedded),
        ...(generated !== null && { '@neo4j/graphql': asks }),
      });
    }
    case 'page 4,000': {
      const places = await placesOf(address, [neo4j, embedded]);
      const deep = (url: string) => ({
        url,
        body: (count: number) => ({
          query: questions[name].query.replace('@', places.get(url) ?? ''),
          variables: { n: count },
        }),
      });
      const first = (url: string) => ({ url, body: (count: number) => bodyOf('page', count) });
      return compare(name, {
        'Neo4j, page 1': first(neo4j),
        'Neo4j, page 4,000': deep(neo4j),
        'embedded, page 1': first(embedded),
        'embedded, page 4,000': deep(embedded),
      });
    }
    case 'dashboard': {
      const again = (url: string) => ({ url, body: () => bodyOf(name, 0) });
      return compare(name, {
        'Yoga, constant': other(constant),
        'again, Neo4j': again(neo4j),
        'again, embedded': again(embedded),
        'new, Neo4j': own(neo4j),
        'new, embedded': own(embedded),
      });
    }
    default:
      return compare(name, { raw: other(raw), 'ours, Neo4j': own(neo4j), 'ours, embedded': own(embedded) });
  }
}

/** Loads each in turn, round after round, and prints its rate as a ratio to the first. */
async function compare(name: string, targets: Readonly<Record<string, Target>>): Promise<void> {
  const rates = new Map<string, Rate[]>();
  for (const target of Object.values(targets)) await load(target, 2);
  for (let round = 0; round < Number(options.rounds); round += 1) {
    for (const [who, target] of Object.entries(targets)) {
      rates.set(who, [...(rates.get(who) ?? []), await load(target, Number(options.seconds))]);
    }
  }
  const mean = (found: readonly Rate[], of: (rate: Rate) => number) =>
    found.reduce((sum, rate) => sum + of(rate), 0) / found.length;
  const [first] = [...rates.values()].map((found) => mean(found, ({ perSecond }) => perSecond));
  console.log(`\n${name}`);
  console.table(
    [...rates].map(([who, found]) => ({
      who,
      'ratio to the first': Number((mean(found, ({ perSecond }) => perSecond) / (first ?? 1)).toFixed(2)),
      'requests/s': found.map(({ perSecond }) => perSecond.toFixed(1)).join(' '),
      'p50 ms': Math.round(mean(found, ({ p50 }) => p50)),
      'p99 ms': Math.round(mean(found, ({ p99 }) => p99)),
    })),
  );
}

async function load({ url, body }: Target, seconds: number): Promise<Rate> {
  const found = await autocannon({
    url,
    connections: 16,
    duration: seconds,
    timeout: 60,
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        setupRequest: (request) => {
          requestCount += 1;
          return { ...request, body: JSON.stringify(body(requestCount)) };
        },
      },
    ],
  });
  if (found.non2xx > 0 || found.errors > 0)
    throw new Error(`${url}: ${found.non2xx} refusals, ${found.errors} errors.`);
  return { perSecond: found.requests.total / found.duration, p50: found.latency.p50, p99: found.latency.p99 };
}

/** Variables that a query does not declare change nothing but what the answer would be kept under. */
function bodyOf(name: QuestionName, count: number): object {
  return { query: questions[name].query, variables: { n: count } };
}

async function answerOf(url: string, name: QuestionName): Promise<string> {
  const body = JSON.stringify(bodyOf(name, 0));
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
  if (errors) throw new Error(`${name}: ${JSON.stringify(errors)}`);
  return JSON.stringify(data);
}

/** For each server the cursor behind which its 4,000th page begins: that of a first page, with another place in it. */
async function placesOf(address: Neo4jAddress, urls: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const engine = await openNeo4jEngine(address);
  const text = `MATCH (paper:Paper) WHERE paper.yearDescending IS NOT NULL
WITH paper.yearDescending AS place ORDER BY place SKIP 199949 LIMIT 1 RETURN place`;
  const [row] = await engine.read({ name: 'place', text, parameters: {} });
  await engine.close();
  const places = new Map<string, string>();
  for (const url of urls) {
    const query = '{ papers(first: 50) { pageInfo { endCursor } } }';
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { data } = (await response.json()) as { data: { papers: { pageInfo: { endCursor: string } } } };
    const [seal] = JSON.parse(Buffer.from(data.papers.pageInfo.endCursor, 'base64url').toString()) as [string];
    places.set(url, encodeCursor(seal, [String(row?.place)]));
  }
  return places;
}

function started(task: Task): Promise<string> {
  return addressOf(spawn(process.execPath, [process.argv[1] ?? '', '--serve', JSON.stringify(task)]));
}

/** @neo4j/graphql wants its own graphql beside it, and would burden every installation. */
async function startedGenerated(address: Neo4jAddress): Promise<string | null> {
  if (options.generated === 'no') return null;
  const folder = resolve(options.generated ?? mkdtempSync(join(tmpdir(), 'papergraph-generated-')));
  const packages = ['@neo4j/graphql@7.6.3', 'graphql@16.15.0', 'graphql-yoga@5.24.1', 'neo4j-driver@6.3.0'];
  const { status, stderr } = spawnSync('npm', ['install', '--prefix', folder, ...packages], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return addressOf(spawn(process.execPath, ['bench/generated-server.mjs', folder, JSON.stringify(address)]));
}

/** The first line that a server prints. */
function addressOf(child: ChildProcess): Promise<string> {
  children.push(child);
  child.stderr?.pipe(process.stderr);
  return new Promise((done, fail) => {
    child.once('exit', (code) => fail(new Error(`A server ended: exit code ${code}.`)));
    if (child.stdout) createInterface(child.stdout).once('line', done);
  });
}
