import { defineQuery } from './define-query.ts';
import { anything, flag, int, list, optional, record, type Shape, text, word } from './values.ts';

/** The statements of `cypher/write/`, typed. Each takes one batch of rows or keys. */

const nodes = (path: string) =>
  defineQuery(`write/${path}`, { params: { rows: list(record({ key: text, properties: anything })) }, row: {} });
const relationships = <S extends Shape>(path: string, row: S) =>
  defineQuery(`write/${path}`, { params: { rows: list(record(row)) }, row: {} });
const ofKeys = (path: string) => defineQuery(`write/${path}`, { params: { keys: list(text) }, row: {} });
const unused = (path: string) =>
  defineQuery(`write/${path}`, {
    params: { keys: list(text) },
    row: { aboveKeys: list(text), identifierKeys: list(text) },
  });

export const sources = nodes('sources');
export const pages = nodes('pages');
export const listings = nodes('listings');
export const papers = nodes('papers');
export const newPapers = defineQuery('write/new-papers', { params: { rows: list(anything) }, row: {} });
export const institutions = nodes('institutions');
export const conferences = nodes('conferences');
export const knownConferences = nodes('known-conferences');
export const unlistedConferences = nodes('unlisted-conferences');
export const editions = nodes('editions');
export const listedEditions = nodes('listed-editions');
export const topics = nodes('topics');
export const links = nodes('links');
export const authors = nodes('authors');
export const changeAuthors = nodes('change-authors');
export const problems = nodes('problems');
export const identifiers = nodes('identifiers');

export const pagesInSources = relationships('pages-in-sources', { pageKey: text, sourceKey: text });
export const recordListings = relationships('record-listings', {
  pageKey: text,
  paperKey: text,
  key: text,
  sourceKey: text,
  line: int,
  record: text,
  institutions: list(text),
  hash: text,
  revision: text,
  links: optional(list(text)),
});
export const listingsOnPages = relationships('listings-on-pages', { listingKey: text, pageKey: text });
export const listingsOfPapers = relationships('listings-of-papers', { listingKey: text, paperKey: text });
export const listingsOfConferences = relationships('listings-of-conferences', {
  listingKey: text,
  conferenceKey: text,
});
export const listingsOfEditions = relationships('listings-of-editions', { listingKey: text, editionKey: text });
export const coLocations = relationships('co-locations', { editionKey: text, coLocatedKey: text });
export const affiliations = relationships('affiliations', {
  paperKey: text,
  affiliations: list(record({ institutionKey: text, position: int, statedAs: list(text) })),
});
export const publications = relationships('publications', {
  paperKey: text,
  conferenceKey: text,
  position: int,
  year: optional(int),
  statedAs: text,
});
export const appearances = relationships('appearances', { paperKey: text, editionKey: text });
export const paperTopics = relationships('paper-topics', {
  paperKey: text,
  topics: list(record({ topicKey: text, path: list(text) })),
});
export const authorships = relationships('authorships', {
  paperKey: text,
  authorships: list(record({ authorKey: text, position: int, affiliationPositions: list(int) })),
});
export const citations = relationships('citations', {
  paperKey: text,
  citedKey: text,
  reference: text,
  position: int,
});
export const openReferences = relationships('open-references', {
  paperKey: text,
  identifierKey: text,
  position: int,
});
export const paperLinks = relationships('paper-links', {
  paperKey: text,
  linkKey: text,
  kind: text,
  label: optional(text),
  position: int,
});
export const institutionParents = relationships('institution-parents', {
  institutionKey: text,
  parentKey: text,
  kind: word('unit', 'member'),
});
export const countsUnder = relationships('counts-under', { institutionKey: text, parentKey: text });
export const conferenceParents = relationships('conference-parents', { conferenceKey: text, parentKey: text });
export const editionsOfConferences = relationships('editions-of-conferences', {
  editionKey: text,
  conferenceKey: text,
});
export const broaderTopics = relationships('broader-topics', { topicKey: text, broaderKey: text });
export const problemsOnPages = relationships('problems-on-pages', { problemKey: text, pageKey: text });
export const problemsAboutPapers = relationships('problems-about-papers', { problemKey: text, paperKey: text });
export const problemsAboutConferences = relationships('problems-about-conferences', {
  problemKey: text,
  conferenceKey: text,
});
export const identifiersOfInstitutions = relationships('identifiers-of-institutions', {
  identifierKey: text,
  key: text,
});
export const identifiersOfConferences = relationships('identifiers-of-conferences', { identifierKey: text, key: text });
export const identifiersOfTopics = relationships('identifiers-of-topics', { identifierKey: text, key: text });
export const identifiersOfPapers = relationships('identifiers-of-papers', { identifierKey: text, key: text });

const outdatedParents = (path: string) =>
  defineQuery(`write/${path}`, {
    params: { rows: list(record({ key: text, parentKeys: list(text) })) },
    row: { parentKey: text },
  });
const outdatedNames = (path: string) =>
  defineQuery(`write/${path}`, {
    params: { rows: list(record({ key: text, isKnown: flag, identifierKeys: list(text) })) },
    row: { identifierKey: text },
  });
export const clearInstitutionParents = outdatedParents('clear-institution-parents');
export const clearCountsUnder = defineQuery('write/clear-counts-under', {
  params: { rows: list(record({ key: text, countsUnderKey: text })) },
  row: {},
});
export const clearConferenceParents = outdatedParents('clear-conference-parents');
export const clearOutdatedInstitutionNames = outdatedNames('clear-outdated-institution-names');
export const clearOutdatedConferenceNames = outdatedNames('clear-outdated-conference-names');

export const closeMatches = ofKeys('close-matches');
export const forgetPapers = ofKeys('forget-papers');
export const forgetPaperProblems = ofKeys('forget-paper-problems');
export const forgetConferenceProblems = ofKeys('forget-conference-problems');
export const clearCoLocations = ofKeys('clear-co-locations');
export const clearPapers = ofKeys('clear-papers');
export const clearAuthorships = ofKeys('clear-authorships');
export const closeReferences = ofKeys('close-references');
export const clearPaperIdentifiers = ofKeys('clear-paper-identifiers');
export const forgetListings = ofKeys('forget-listings');
export const clearListings = ofKeys('clear-listings');
export const forgetPageProblems = ofKeys('forget-page-problems');
export const forgetPages = ofKeys('forget-pages');
export const forgetSources = ofKeys('forget-sources');
export const forgetUnusedInstitutions = unused('forget-unused-institutions');
export const forgetUnusedConferences = unused('forget-unused-conferences');
export const forgetUnusedEditions = unused('forget-unused-editions');
export const forgetUnusedTopics = unused('forget-unused-topics');
export const forgetUnusedAuthors = unused('forget-unused-authors');
export const forgetUnusedLinks = unused('forget-unused-links');
export const forgetUnusedIdentifiers = ofKeys('forget-unused-identifiers');

export const clearConferenceNames = defineQuery('write/clear-conference-names', {
  params: { keys: list(text) },
  row: { identifierKeys: list(text) },
});
export const retiredKeys = defineQuery('write/retired-keys', {
  params: { paperKeys: list(text) },
  row: { paperKey: text, identifierKey: text },
});
export const paperNeighbours = defineQuery('write/paper-neighbours', {
  params: { keys: list(text) },
  row: { label: text, key: text },
});

export const authorsOfPapers = defineQuery('write/authors-of-papers', {
  params: { keys: list(text) },
  row: { key: text },
});
export const statedAuthorRecords = defineQuery('write/stated-author-records', {
  params: { keys: list(text) },
  row: { key: text, record: text },
});
export const citedPapers = defineQuery('write/cited-papers', {
  params: { references: list(text) },
  row: { reference: text, paperKey: text },
});
export const referencesToPapers = defineQuery('write/references-to-papers', {
  params: { rows: list(record({ identifierKey: text, reference: text, citedKey: text })) },
  row: { paperKey: text, citedKey: text, reference: text, position: int, identifierKey: text },
});
export const citationsOfPapers = defineQuery('write/citations-of-papers', {
  params: { keys: list(text) },
  row: { paperKey: text, reference: text, position: int },
});
export const graphHasReferences = defineQuery('graph/has-references', { params: {}, row: { hasReferences: flag } });
export const noteReferences = defineQuery('write/has-references', { params: {}, row: {} });

const stated = (path: string) =>
  defineQuery(`write/${path}`, { params: { keys: list(text) }, row: { key: text, name: text } });
export const statedInstitutionNames = stated('stated-institution-names');
export const statedConferenceNames = stated('stated-conference-names');
export const statedTopicNames = stated('stated-topic-names');
export const changeInstitutions = nodes('change-institutions');
export const changeConferences = nodes('change-conferences');
export const changeTopics = nodes('change-topics');
