import { foldHeading } from '../src/model/text.ts';
import type { GraphStore } from '../src/store/graph-store.ts';
import { nameOrderKeys, namesFolded, orderKeys, searchText } from '../src/store/stored-text.ts';
import * as queries from '../src/store/write-queries.ts';

/**
 * A graph of so many papers without listings, written by the store's own statements: institutions, series and topics of
 * sizes as in the literature on computers, a few large and many small, some of them with the names that `filters.ts` asks for.
 * The same every time.
 */

interface Hub {
  readonly key: string;
  readonly name: string;
  /** Of all papers, the share that it is part of. */
  readonly share: number;
  readonly countryCode?: string | null;
}

const batchSize = 2_000;
const institutionCount = 2_000;

const institutions: readonly Hub[] = [
  { key: 'microsoft', name: 'Microsoft', share: 0.029, countryCode: 'US' },
  { key: 'ibm', name: 'IBM', share: 0.0215, countryCode: 'US' },
  { key: 'tsinghua-university', name: 'Tsinghua University', share: 0.02, countryCode: 'CN' },
  { key: 'university-of-iceland', name: 'University of Iceland', share: 0.0003, countryCode: 'IS' },
  ...Array.from({ length: institutionCount }, (_, index) => ({
    key: `institution-${index}`,
    name: `Institution ${index}`,
    share: 0.15 / (index + 8),
    countryCode: index % 10 < 4 ? 'US' : (['CN', 'DE', 'GB', 'FR', 'JP', null][index % 6] ?? null),
  })),
];
const conferences: readonly Hub[] = [
  { key: 'sigmod', name: 'SIGMOD', share: 0.0038 },
  ...Array.from({ length: 300 }, (_, index) => ({
    key: `series-${index}`,
    name: `Series ${index}`,
    share: 0.16 / (index + 1),
  })),
];
const topics: readonly Hub[] = [
  { key: 'made:computer-networks', name: 'Computer networks', share: 0.256 },
  ...Array.from({ length: 34 }, (_, index) => ({
    key: `made:topic-${index}`,
    name: `Topic ${index}`,
    share: 0.2 / (index + 1),
  })),
];

export async function generateGraph(store: GraphStore, paperCount: number): Promise<void> {
  await writeHubs(store);
  const random = sequence();
  for (let from = 0; from < paperCount; from += batchSize) {
    await writePapers(store, from, Math.min(batchSize, paperCount - from), random);
  }
}

async function writeHubs(store: GraphStore): Promise<void> {
  const shown = ({ key, name }: Hub) => ({ key, name, aliases: [], ...nameOrderKeys({ key, name }) });
  await store.write(async (transaction) => {
    await transaction.run(queries.institutions, {
      rows: institutions.map((each) => ({
        key: each.key,
        properties: { ...shown(each), countryCode: each.countryCode ?? null, namesFolded: namesFolded([each.name]) },
      })),
    });
    await transaction.run(queries.conferences, {
      rows: conferences.map((each) => ({
        key: each.key,
        properties: { ...shown(each), acronym: each.name, kind: 'CONFERENCE', namesFolded: namesFolded([each.name]) },
      })),
    });
    await transaction.run(queries.topics, {
      rows: topics.map((each) => ({
        key: each.key,
        properties: { ...shown(each), path: [each.name], nameFolded: foldHeading(each.name) },
      })),
    });
    await writeNames(transaction);
  });
}

async function writeNames(transaction: Parameters<Parameters<GraphStore['write']>[0]>[0]): Promise<void> {
  const named = (kind: string, hubs: readonly Hub[]) =>
    hubs.map(({ key, name }) => ({ identifierKey: `${kind}:${foldHeading(name)}`, key }));
  const rows = {
    institution: named('institution', institutions),
    conference: named('conference', conferences),
    topic: named('topic', topics),
  };
  await transaction.run(queries.identifiers, {
    rows: Object.values(rows)
      .flat()
      .map(({ identifierKey }) => ({ key: identifierKey, properties: { key: identifierKey } })),
  });
  await transaction.run(queries.identifiersOfInstitutions, { rows: rows.institution });
  await transaction.run(queries.identifiersOfConferences, { rows: rows.conference });
  await transaction.run(queries.identifiersOfTopics, { rows: rows.topic });
  await transaction.run(queries.countsUnder, {
    rows: institutions.map(({ key }) => ({ institutionKey: key, parentKey: key })),
  });
}

async function writePapers(store: GraphStore, from: number, count: number, random: () => number): Promise<void> {
  const papers = Array.from({ length: count }, (_, index) => {
    const key = `paper-${from + index}`;
    const year = 2007 + Math.floor(random() * 10);
    return {
      key,
      year,
      title: `Paper ${from + index} on something`,
      institutions: chosen(institutions, random),
      conference: chosen(conferences, random)[0],
      topics: chosen(topics, random),
    };
  });
  await store.write(async (transaction) => {
    await transaction.run(queries.papers, {
      rows: papers.map(({ key, year, title }) => ({
        key,
        properties: {
          ...{ key, year, title, type: 'ARTICLE', awards: [], affiliationsIncomplete: false },
          ...{
            titleFolded: title.toLowerCase(),
            searchText: searchText([title]),
            ...orderKeys({ key, title, year, citedByCount: null }),
          },
        },
      })),
    });
    await transaction.run(queries.affiliations, {
      rows: papers.map(({ key, institutions: at }) => ({
        paperKey: key,
        affiliations: at.map((institutionKey, position) => ({ institutionKey, position, statedAs: [] })),
      })),
    });
    await transaction.run(queries.publications, {
      rows: papers.flatMap(({ key, year, conference }) =>
        conference === undefined
          ? []
          : [{ paperKey: key, conferenceKey: conference, position: 0, year, statedAs: conference }],
      ),
    });
    await transaction.run(queries.paperTopics, {
      rows: papers.map(({ key, topics: about }) => ({
        paperKey: key,
        topics: about.map((topicKey) => ({ topicKey, path: [] })),
      })),
    });
  });
}

/** Each hub with the chance of its share. */
function chosen(hubs: readonly Hub[], random: () => number): readonly string[] {
  return hubs.filter(({ share }) => random() < share).map(({ key }) => key);
}

/** Numbers from 0 to 1, the same every time. */
function sequence(): () => number {
  let state = 20_161_207;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
