import type { Statement } from '../src/store/engine.ts';

/** What the rungs of the ladder are asked: once as GraphQL, once as the statement that somebody would write by hand. */
export interface Question {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Null where it is not asked of the driver alone. */
  readonly raw: Omit<Statement, 'name'> | null;
}

/** A page of 50 papers as @neo4j/graphql's schema has it. */
export const generatedPage = `{ papers(limit: 50, where: { yearDescending: { gt: "" } }, sort: [{ yearDescending: ASC }]) {
  key title year conferences { key name } institutions { key name } topics { key name } } }`;

/** Pairs of institutions with their papers counted, of papers that `condition` lets through. */
function pairs(condition: string): string {
  return `MATCH (paper:Paper) ${condition}
MATCH (paper)-[:AFFILIATED_WITH]->(institution:Institution)
WITH paper, collect(institution) AS institutions
UNWIND institutions AS a UNWIND institutions AS b
WITH a, b, paper WHERE elementId(a) < elementId(b)
WITH a, b, count(paper) AS sharedPaperCount
ORDER BY sharedPaperCount DESC LIMIT 50
RETURN { institutions: [a { .key, .name }, b { .key, .name }], sharedPaperCount: sharedPaperCount } AS row`;
}

const page = (after: string) => `query Page { papers(first: 50${after}) { nodes {
  key title year conference { key name } affiliations { institution { key name } } topics(first: 20) { nodes { key name } } } } }`;

export const questions = {
  page: {
    query: page(''),
    raw: {
      text: `MATCH (paper:Paper) WHERE paper.yearDescending IS NOT NULL
WITH paper ORDER BY paper.yearDescending LIMIT 50
RETURN paper {.key, .title, .year,
  conference: head(COLLECT { MATCH (paper)-[r:PUBLISHED_IN]->(c:Conference) RETURN c {.key, .name} ORDER BY r.position }),
  affiliations: COLLECT { MATCH (paper)-[r:AFFILIATED_WITH]->(i:Institution) RETURN {institution: i {.key, .name}} ORDER BY r.position, i.key },
  topics: {nodes: COLLECT { MATCH (paper)-[:HAS_TOPIC]->(t:Topic) RETURN t {.key, .name} ORDER BY t.key }}} AS row`,
      parameters: {},
    },
  },
  /** The 4,000th page: its place is the key of the order that stands before it. */
  'page 4,000': { query: page(', after: "@"'), raw: null },
  'pairs on a word': {
    query: `query Pairs { collaborations(papers: { about: "embedding" }, rollUpUnits: false, first: 50) {
  nodes { institutions { key name } sharedPaperCount } } }`,
    raw: { text: pairs('WHERE paper.searchText CONTAINS $word'), parameters: { word: ' embed ' } },
  },
  collaborators: {
    query: `query Collaborators { institution(by: { key: "microsoft" }) { collaborators(rollUpUnits: false, first: 20) {
  nodes { institution { key name } sharedPaperCount papers(first: 3) { nodes { key title } } } } } }`,
    raw: {
      text: `MATCH (me:Institution {key: $key})<-[:AFFILIATED_WITH]-(paper:Paper)-[:AFFILIATED_WITH]->(other:Institution)
WHERE other <> me
WITH other, count(paper) AS sharedPaperCount, collect(paper) AS papers
ORDER BY sharedPaperCount DESC, other.key LIMIT 20
CALL (papers) { UNWIND papers AS paper WITH paper ORDER BY paper.yearDescending LIMIT 3
  RETURN collect(paper {.key, .title}) AS newest }
RETURN { institution: other {.key, .name}, sharedPaperCount: sharedPaperCount, papers: {nodes: newest} } AS row`,
      parameters: { key: 'microsoft' },
    },
  },
  dashboard: {
    query: `query Dashboard { papers(filter: { about: "embedding" }, first: 10) { totalCount nodes { key title year }
  years: facet(by: YEAR) { key paperCount } countries: facet(by: COUNTRY) { key name paperCount }
  topics: facet(by: TOPIC) { key name paperCount } institutions: facet(by: INSTITUTION) { key name paperCount } } }`,
    raw: null,
  },
  /** Last, since the server goes on with statements whose callers have gone. */
  'all pairs': {
    query: `query All { collaborations(rollUpUnits: false, first: 50) {
  nodes { institutions { key name } sharedPaperCount } } }`,
    raw: { text: pairs(''), parameters: {} },
  },
} as const satisfies Readonly<Record<string, Question>>;

export type QuestionName = keyof typeof questions;
