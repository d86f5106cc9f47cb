import { fold } from '../src/model/text.ts';
import type { Parameters } from '../src/store/engine.ts';

/** A question as the API is asked it, and the statements that somebody would write by hand for the same rows. */
export interface AskedByHand {
  readonly name: string;
  readonly asked: string;
  readonly byHand: readonly { readonly text: string; readonly parameters: Parameters }[];
  /** What an answer has to look at, at the least: a statement that counts it as `rowCount`, and how many hits Neo4j may take for each. */
  readonly touched: { readonly text: string; readonly hitsPerRow: number };
  /** Both where it is left out. */
  readonly engines?: readonly string[];
}

/** The names of what both ask about, as the real papers have them. */
const microsoft = 'microsoft';
const peking = 'peking-university';

/** Where papers of 2014 begin in the order by year, newest first. */
export const papersOf2014 = `${9999 - 2014}|`;

export const questions: readonly AskedByHand[] = [
  {
    name: '1 who writes together about embedding, with evidence',
    asked: `{ collaborations(papers: {titleContains: "embedding"}, rollUpUnits: false, first: 50) { nodes {
      institutions { key name } sharedPaperCount firstYear lastYear papers(first: 3) { nodes { key title year } } } } }`,
    touched: {
      text: `MATCH (paper:Paper) WHERE paper.titleFolded CONTAINS 'embedding' RETURN count(paper) + sum(COUNT { (paper)-[:AFFILIATED_WITH]->() }) AS rowCount`,
      hitsPerRow: 10,
    },
    byHand: [
      {
        text: `MATCH (paper:Paper) WHERE paper.titleFolded CONTAINS $word
          WITH paper
          MATCH (paper)-[:AFFILIATED_WITH]->(a:Institution)
          WITH paper, a
          MATCH (paper)-[:AFFILIATED_WITH]->(b:Institution) WHERE a.key < b.key
          WITH a, b, count(paper) AS shared, min(paper.year) AS first, max(paper.year) AS last, collect(paper) AS papers
          ORDER BY shared DESC, a.key ASC, b.key ASC LIMIT 50
          CALL (papers) { UNWIND papers AS paper WITH paper ORDER BY paper.yearDescending ASC LIMIT 3 RETURN collect([paper.key, paper.title, paper.year]) AS evidence }
          RETURN collect([a.key, a.name, b.key, b.name, shared, first, last, evidence]) AS rows`,
        parameters: { word: fold('embedding') },
      },
    ],
  },
  {
    name: '2 whom Microsoft works with, since when, on what',
    asked: `{ institution(by: {key: "${microsoft}"}) { collaborators(first: 20, rollUpUnits: false) { nodes {
      institution { key name } sharedPaperCount firstYear lastYear topics(first: 3) { topic { key name } paperCount } } } } }`,
    touched: {
      text: `MATCH (:Institution {key: 'microsoft'})<-[:AFFILIATED_WITH]-(paper:Paper) RETURN count(paper) + sum(COUNT { (paper)-[:AFFILIATED_WITH|HAS_TOPIC]->() }) AS rowCount`,
      hitsPerRow: 7,
    },
    byHand: [
      {
        text: `MATCH (institution:Institution {key: $key})
          WITH institution
          MATCH (institution)<-[:AFFILIATED_WITH]-(paper:Paper)
          WITH institution, paper
          MATCH (paper)-[:AFFILIATED_WITH]->(other:Institution) WHERE other.key <> institution.key
          WITH other, count(paper) AS shared, min(paper.year) AS first, max(paper.year) AS last, collect(paper) AS papers
          ORDER BY shared DESC, other.key ASC LIMIT 20
          CALL (papers) { UNWIND papers AS paper MATCH (paper)-[:HAS_TOPIC]->(topic:Topic) WITH topic, count(paper) AS count ORDER BY count DESC, topic.key ASC LIMIT 3 RETURN collect([topic.key, topic.name, count]) AS topics }
          RETURN collect([other.key, other.name, shared, first, last, topics]) AS rows`,
        parameters: { key: microsoft },
      },
    ],
  },
  {
    name: '3 what Microsoft and Peking University wrote together',
    asked: `{ papers(filter: {institution: {all: ["${microsoft}", "${peking}"], rollUpUnits: false}}, first: 50) { nodes { key title year } } }`,
    touched: {
      text: `MATCH (:Institution {key: 'peking-university'})<-[:AFFILIATED_WITH]-(paper:Paper) RETURN count(paper) + sum(COUNT { (paper)-[:AFFILIATED_WITH]->() }) AS rowCount`,
      hitsPerRow: 7,
    },
    byHand: [
      {
        text: `MATCH (institution:Institution {key: $one})
          WITH institution
          MATCH (institution)<-[:AFFILIATED_WITH]-(paper:Paper)
          WHERE COUNT { MATCH (paper)-[:AFFILIATED_WITH]->(other:Institution) WHERE other.key = $other } > 0
          WITH paper ORDER BY paper.yearDescending ASC LIMIT 50
          RETURN collect([paper.key, paper.title, paper.year]) AS rows`,
        parameters: { one: peking, other: microsoft },
      },
    ],
  },
  {
    name: '4 the papers a year of Microsoft, and its topics',
    asked: `{ papers(filter: {institution: {any: ["${microsoft}"], rollUpUnits: false}}, first: 0) {
      years: facet(by: YEAR) { key paperCount } topics: facet(by: TOPIC, limit: 20) { key paperCount } } }`,
    touched: {
      text: `MATCH (:Institution {key: 'microsoft'})<-[:AFFILIATED_WITH]-(paper:Paper) RETURN 2 * count(paper) + sum(COUNT { (paper)-[:HAS_TOPIC]->() }) AS rowCount`,
      hitsPerRow: 6,
    },
    byHand: [
      {
        text: `MATCH (institution:Institution {key: $key})
          WITH institution
          MATCH (institution)<-[:AFFILIATED_WITH]-(paper:Paper)
          WITH paper.year AS year, count(paper) AS count ORDER BY year ASC RETURN collect([year, count]) AS rows`,
        parameters: { key: microsoft },
      },
      {
        text: `MATCH (institution:Institution {key: $key})
          WITH institution
          MATCH (institution)<-[:AFFILIATED_WITH]-(paper:Paper)
          WITH paper
          MATCH (paper)-[:HAS_TOPIC]->(topic:Topic)
          WITH topic, count(paper) AS count ORDER BY count DESC, topic.key ASC LIMIT 20 RETURN collect([topic.key, topic.name, count]) AS rows`,
        parameters: { key: microsoft },
      },
    ],
  },
  {
    name: '5 who publishes most at OSDI, and with whom',
    asked: `{ papers(filter: {conference: {any: ["osdi"]}}, first: 0) { facet(by: INSTITUTION, limit: 20, rollUpUnits: false) { key paperCount } }
      collaborations(papers: {conference: {any: ["osdi"]}}, rollUpUnits: false, first: 20) { nodes { institutions { key } sharedPaperCount } } }`,
    touched: {
      text: `MATCH (:Conference {key: 'osdi'})<-[:PUBLISHED_IN]-(paper:Paper) RETURN 2 * (count(paper) + sum(COUNT { (paper)-[:AFFILIATED_WITH]->() })) AS rowCount`,
      hitsPerRow: 10,
    },
    byHand: [
      {
        text: `MATCH (conference:Conference {key: $key})
          WITH conference
          MATCH (conference)<-[:PUBLISHED_IN]-(paper:Paper)
          WITH paper
          MATCH (paper)-[:AFFILIATED_WITH]->(institution:Institution)
          WITH institution, count(paper) AS count ORDER BY count DESC, institution.key ASC LIMIT 20 RETURN collect([institution.key, institution.name, count]) AS rows`,
        parameters: { key: 'osdi' },
      },
      {
        text: `MATCH (conference:Conference {key: $key})
          WITH conference
          MATCH (conference)<-[:PUBLISHED_IN]-(paper:Paper)
          WITH paper
          MATCH (paper)-[:AFFILIATED_WITH]->(a:Institution)
          WITH paper, a
          MATCH (paper)-[:AFFILIATED_WITH]->(b:Institution) WHERE a.key < b.key
          WITH a, b, count(paper) AS shared ORDER BY shared DESC, a.key ASC, b.key ASC LIMIT 20 RETURN collect([a.key, b.key, shared]) AS rows`,
        parameters: { key: 'osdi' },
      },
    ],
  },
  {
    name: '7 the most cited with recommend in the title',
    asked: `{ papers(filter: {titleContains: "recommend"}, orderBy: {by: CITED_BY_COUNT, direction: DESC}, first: 50) { nodes { key title citedByCount } } }`,
    touched: {
      text: `MATCH (paper:Paper) WHERE paper.titleFolded CONTAINS 'recommend' RETURN count(paper) AS rowCount`,
      hitsPerRow: 3,
    },
    byHand: [
      {
        text: `MATCH (paper:Paper) WHERE paper.titleFolded CONTAINS $word
          WITH paper ORDER BY paper.citedByCountDescending ASC LIMIT 50
          RETURN collect([paper.key, paper.title, paper.citedByCount]) AS rows`,
        parameters: { word: fold('recommend') },
      },
    ],
  },
  {
    name: '12 which authors write together most at NIPS',
    asked: `{ coAuthorships(papers: {conference: {any: ["neurips"]}}, first: 20) { nodes { authors { key name } sharedPaperCount } } }`,
    touched: {
      text: `MATCH (:Conference {key: 'neurips'})<-[:PUBLISHED_IN]-(paper:Paper) WITH COUNT { (paper)<-[:AUTHORED]-() } AS authors RETURN sum(1 + authors + authors * (authors - 1) / 2) AS rowCount`,
      hitsPerRow: 7,
    },
    byHand: [
      {
        text: `MATCH (conference:Conference {key: $key})
          WITH conference
          MATCH (conference)<-[:PUBLISHED_IN]-(paper:Paper)
          WITH paper
          MATCH (paper)<-[:AUTHORED]-(a:Author)
          WITH paper, a
          MATCH (paper)<-[:AUTHORED]-(b:Author) WHERE a.key < b.key
          WITH a, b, count(paper) AS shared ORDER BY shared DESC, a.key ASC, b.key ASC LIMIT 20 RETURN collect([a.key, a.name, b.key, b.name, shared]) AS rows`,
        parameters: { key: 'neurips' },
      },
    ],
  },
  {
    name: '12 which authors write together most of all',
    // All pairs with their papers are more than a Neo4j of 2 GB holds.
    engines: ['embedded'],
    asked: '{ coAuthorships(first: 20) { nodes { authors { key name } sharedPaperCount } } }',
    touched: {
      text: `MATCH (paper:Paper) WITH COUNT { (paper)<-[:AUTHORED]-() } AS authors RETURN sum(1 + authors + authors * (authors - 1) / 2) AS rowCount`,
      hitsPerRow: 7,
    },
    byHand: [
      {
        text: `MATCH (a:Author)-[:AUTHORED]->(paper:Paper)
          WITH paper, a
          MATCH (paper)<-[:AUTHORED]-(b:Author) WHERE a.key < b.key
          WITH a, b, count(paper) AS shared ORDER BY shared DESC, a.key ASC, b.key ASC LIMIT 20 RETURN collect([a.key, a.name, b.key, b.name, shared]) AS rows`,
        parameters: {},
      },
    ],
  },
  {
    name: '15 fifty papers behind the first 2014',
    // The embedded engine takes no order from an index: there each page reads all keys, by hand too.
    asked:
      'query ($after: String) { papers(first: 50, after: $after, orderBy: { by: YEAR, direction: DESC }) { nodes { key title year } } }',
    touched: {
      text: `RETURN 50 AS rowCount`,
      hitsPerRow: 6,
    },
    byHand: [
      {
        text: `MATCH (paper:Paper) WHERE paper.yearDescending > $after
          WITH paper ORDER BY paper.yearDescending ASC LIMIT 50
          RETURN collect([paper.key, paper.title, paper.year]) AS rows`,
        parameters: { after: papersOf2014 },
      },
    ],
  },
];
