import { type SaidWork, worksFile } from './openalex-records.ts';

const partCount = 4;
const works = Array.from(
  { length: 4_000 },
  (_, index): SaidWork => ({
    id: `W${index}`,
    authors: [
      { name: `Author Number ${index % 900}`, institutions: [{ id: `I${index % 60}`, name: `Place ${index % 60}` }] },
    ],
    source: { id: `S${index % 9}`, name: `Series ${index % 9}` },
    topics: [`topic ${index % 5}`],
    references: [`W${(index * 7) % 4_400}`],
  }),
);

/** A data set in the folder `data`, in parts, so that its import is some transactions on each engine and can be killed between and within them. */
export const filesToKill: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: partCount }, (_, part) => [
    `data/part-${part}.jsonl`,
    worksFile(works.filter((_, index) => index % partCount === part)),
  ]),
);

/** Kills an engine: a few in each run of the tests, more where PAPERGRAPH_TEST_KILLS says so (`npm run test:kill`). */
const killCount = Number(process.env.PAPERGRAPH_TEST_KILLS ?? 5);

/** Of those on Neo4j the ones that kill the server; each takes a start of Java. */
export const serverKillCount = Math.ceil(killCount * 0.3);

/** The ones that kill our process. The embedded engine is in it, so there it is all. */
export const processKillCounts = { embedded: killCount, neo4j: killCount - serverKillCount } as const;
