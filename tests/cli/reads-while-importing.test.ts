import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { papergraph, quiet, serve } from '../support/command-line.ts';
import { emptyStore, engineNames } from '../support/engines.ts';
import { type SaidWork, worksFile } from '../support/openalex-records.ts';
import { folderOf } from '../support/pages.ts';

/** How many batches there are, and records in each: the embedded engine is sent 1,000 at once, Neo4j 4,000. */
const batches = { embedded: { count: 3, size: 1_000 }, neo4j: { count: 2, size: 4_000 } } as const;

/** Every work has two authors at two institutions, a series, a topic, and cites a work of its own batch. */
function works(count: number): readonly SaidWork[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `W${index}`,
    year: 1990 + (index % 30),
    authors: [0, 1].map((place) => ({
      name: `Author ${place} Number ${index % 900}`,
      institutions: [{ id: `I${place}${index % 60}`, name: `Place ${place} ${index % 60}` }],
    })),
    source: { id: `S${index % 9}`, name: `Series ${index % 9}` },
    topics: [`topic ${index % 5}`],
    references: [`W${index - (index % 1_000)}`],
  }));
}

const question = `query ($first: Int!, $by: PaperOrderField!) {
  stats { paperCount listingCount }
  papers(first: $first, orderBy: { by: $by, direction: DESC }) {
    totalCount
    nodes {
      key
      affiliations { institution { key } }
      authorships { author { key } institutions { key } }
      conference { key }
      topics { nodes { key } }
      listings { line }
      references { totalCount }
    }
  }
}`;

interface SeenPaper {
  readonly key: string;
  readonly affiliations: readonly object[];
  readonly authorships: readonly { readonly institutions: readonly object[] }[];
  readonly conference: object | null;
  readonly topics: { readonly nodes: readonly object[] };
  readonly listings: readonly object[];
  readonly references: { readonly totalCount: number };
}

interface Seen {
  readonly stats: { readonly paperCount: number; readonly listingCount: number };
  readonly papers: { readonly totalCount: number; readonly nodes: readonly SeenPaper[] };
}

async function read(url: string, number: number): Promise<Seen> {
  // Other variables each time, so that no kept answer is given again.
  const variables = { first: 20 + (number % 60), by: number % 2 === 0 ? 'YEAR' : 'TITLE' };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: question, variables }),
  });
  const { data, errors } = await response.json();
  expect(errors).toBeUndefined();
  return data;
}

describe.each(engineNames)('a server on %s', (engine) => {
  test('answers while an import writes, and never shows a part of a batch', async () => {
    const { size, count: batchCount } = batches[engine];
    const count = batchCount * size;
    const folder = await folderOf({ 'data/works.jsonl': worksFile(works(count)) });
    const { where, env } = await place(join(folder, 'graph'));
    const { url } = await serve(['--no-sample', ...where], env);
    const end = { isImported: false };
    const importing = papergraph(['import', join(folder, 'data'), '--source', 'data', ...where], { env }).finally(
      () => {
        end.isImported = true;
      },
    );
    const counts = new Set<number>();
    let readCount = 0;
    for (; !end.isImported; readCount += 1) {
      const { stats, papers } = await read(url, readCount);
      counts.add(stats.paperCount).add(stats.listingCount).add(papers.totalCount);
      for (const paper of papers.nodes) expect(shapeOf(paper)).toEqual({ key: paper.key, ...whole });
    }
    const { code, stderr } = await importing;
    expect(code, stderr).toBe(0);
    const { stats } = await read(url, readCount);
    expect(stats).toEqual({ paperCount: count, listingCount: count });
    expect([...counts].filter((each) => each % size !== 0)).toEqual([]);
    expect([...counts].filter((each) => each > 0 && each < count)).not.toEqual([]);
  }, 180_000);

  async function place(folder: string) {
    const address = engine === 'neo4j' ? inject('neo4j') : null;
    if (address === null) return { where: ['--data', folder], env: quiet };
    await (await emptyStore(engine)).close();
    const { uri, username, password, database } = address;
    const login = { NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
    return { where: ['--neo4j', uri], env: { ...quiet, ...login } };
  }
});

const whole = {
  affiliationCount: 2,
  institutionCounts: [1, 1],
  hasConference: true,
  topicCount: 1,
  listingCount: 1,
  referenceCount: 1,
};

function shapeOf({ key, affiliations, authorships, conference, topics, listings, references }: SeenPaper) {
  return {
    key,
    affiliationCount: affiliations.length,
    institutionCounts: authorships.map(({ institutions }) => institutions.length),
    hasConference: conference !== null,
    topicCount: topics.nodes.length,
    listingCount: listings.length,
    referenceCount: references.totalCount,
  };
}
