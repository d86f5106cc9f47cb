// Written by `npm run print-client` from schema/; do not edit.
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
export { query, QueryError } from './query.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Where the institutions of a paper are, as far as is known. Units count as named. */
export type CollaborationKind =
  /** In two countries or more. */
  | 'INTERNATIONAL'
  /** Two institutions or more, all of them known to be in one country. */
  | 'NATIONAL'
  /** No institution is named, or too few countries are known to say. */
  | 'UNKNOWN'
  /** One institution. */
  | 'WITHIN_ONE';

/** What kind of series papers are published in. */
export type ConferenceKind =
  /** Books. */
  | 'BOOK_SERIES'
  /** A conference. */
  | 'CONFERENCE'
  /** A journal. */
  | 'JOURNAL'
  /** A series that the tables of names do not know yet. */
  | 'OTHER'
  /** A preprint server such as arXiv. */
  | 'PREPRINT_SERVER'
  /** Technical reports of an institution. */
  | 'REPORT_SERIES'
  /** A workshop, often part of a conference. */
  | 'WORKSHOP';

/** What one paper adds to the weight of each pair of its institutions. n: institutions of the paper. */
export type CountingRule =
  /** 1/(n-1) for a paper with n institutions. */
  | 'FRACTIONAL'
  /** 1 for each pair on a paper. */
  | 'FULL'
  /** 2/(n(n-1)). */
  | 'SHARED';

/** Which institutions. Every field given must hold; and, or and not nest 5 deep at most. Papers count as they name the institution itself, without its units. Example: `{country: {any: ["US"]}, papers: {about: "embedding"}, noPapers: {about: "privacy"}}`. */
export type InstitutionFilter = {
  /** Each of these must hold. */
  readonly and?: ReadonlyArray<InstitutionFilter> | null | undefined;
  /** Its country by ISO 3166-1 alpha-2 code, in either case; an institution has one at most. */
  readonly country?: KeySet | null | undefined;
  /** Keys of institutions. */
  readonly key?: ReadonlyArray<string> | null | undefined;
  /** What kind of organisation. */
  readonly kind?: ReadonlyArray<InstitutionKind> | null | undefined;
  /** Part of the name or of an alias, case and accents folded. */
  readonly nameContains?: string | null | undefined;
  /** No paper like this. */
  readonly noPapers?: PaperFilter | null | undefined;
  /** This must not hold. */
  readonly not?: InstitutionFilter | null | undefined;
  /** At least one of these must hold. */
  readonly or?: ReadonlyArray<InstitutionFilter> | null | undefined;
  /** How many papers name it; 0 for one that only has units. */
  readonly paperCount?: IntRange | null | undefined;
  /** At least one paper like this. */
  readonly papers?: PaperFilter | null | undefined;
};

/** What kind of organisation an institution is, in the words of ROR. */
export type InstitutionKind =
  /** A library, museum or archive. */
  | 'ARCHIVE'
  /** A company. */
  | 'COMPANY'
  /** A university or school. */
  | 'EDUCATION'
  /** A laboratory or research facility. */
  | 'FACILITY'
  /** A part of a government. */
  | 'GOVERNMENT'
  /** A hospital or the like. */
  | 'HEALTHCARE'
  /** A non-profit organisation. */
  | 'NONPROFIT'
  /** Something else. */
  | 'OTHER';

/** Institutions of a paper, by key or name. Example: `{all: ["UMich", "Meta"], none: ["Google"]}`. */
export type InstitutionSet = {
  /** Every one of these. */
  readonly all?: ReadonlyArray<string> | null | undefined;
  /** At least one of these. */
  readonly any?: ReadonlyArray<string> | null | undefined;
  /** Whether any institution is known at all. */
  readonly isKnown?: boolean | null | undefined;
  /** At least one of one of these kinds. */
  readonly kind?: ReadonlyArray<InstitutionKind> | null | undefined;
  /** None of these. */
  readonly none?: ReadonlyArray<string> | null | undefined;
  /** A unit counts as its parent: "Meta" is also "Meta AI", and a lab of a company is a company. */
  readonly rollUpUnits?: boolean | null | undefined;
};

/** Whole numbers from `min` to `max`, both included; a value that is not known is in no range. Example: `{min: 2020}`. */
export type IntRange = {
  /** Whether the value is known at all. */
  readonly isKnown?: boolean | null | undefined;
  /** At most. */
  readonly max?: number | null | undefined;
  /** At least. */
  readonly min?: number | null | undefined;
};

/** Nodes by key or name; a name may be any alias, case and accents folded, and means every node of that name. Example: `{any: ["OSDI", "sosp"]}`. */
export type KeySet = {
  /** Every one of these. */
  readonly all?: ReadonlyArray<string> | null | undefined;
  /** At least one of these. */
  readonly any?: ReadonlyArray<string> | null | undefined;
  /** Whether any is known at all. */
  readonly isKnown?: boolean | null | undefined;
  /** None of these. */
  readonly none?: ReadonlyArray<string> | null | undefined;
};

/** What a link of a paper leads to. The label decides, then the address. */
export type LinkKind =
  /** What an artifact evaluation looked at. */
  | 'ARTIFACT'
  /** A benchmark. */
  | 'BENCHMARK'
  /** A blog post about it. */
  | 'BLOG'
  /** Its program text. */
  | 'CODE'
  /** Data or traces. */
  | 'DATASET'
  /** A site about it. */
  | 'HOMEPAGE'
  /** Notes that a reader took, often a page of the same list. */
  | 'NOTES'
  /** Something else. */
  | 'OTHER'
  /** The paper, or its page at the publisher. */
  | 'PAPER'
  /** The paper as a file. */
  | 'PDF'
  /** A poster. */
  | 'POSTER'
  /** Slides of a talk. */
  | 'SLIDES'
  /** A recorded talk. */
  | 'VIDEO';

/** What can be found by its name or its text. */
export type NodeKind =
  /** An author, by name. */
  | 'AUTHOR'
  /** A series, by acronym, name and aliases. */
  | 'CONFERENCE'
  /** An institution, by name and aliases. */
  | 'INSTITUTION'
  /** A paper, by title, short name, abstract, remarks and topics. */
  | 'PAPER'
  /** A topic, by its heading. */
  | 'TOPIC';

/** Which papers. Every field given must hold; lists are any-of unless the field says otherwise; and, or and not nest 5 deep at most. Example: `{about: "embedding", year: {min: 2020}, institution: {any: ["Meta"]}, not: {conference: {any: ["arXiv"]}}}`. */
export type PaperFilter = {
  /** Full text over title, short name, topics, remarks and abstract: all words, stemmed; "quotes" for a phrase. Example: `embedding table`. */
  readonly about?: string | null | undefined;
  /** Whether its list of institutions is known to be incomplete ("Many others"). */
  readonly affiliationsIncomplete?: boolean | null | undefined;
  /** Each of these must hold. */
  readonly and?: ReadonlyArray<PaperFilter> | null | undefined;
  /** Its authors; a name means every author of that name. */
  readonly author?: KeySet | null | undefined;
  /** Whether an award is stated. */
  readonly award?: boolean | null | undefined;
  /** How often it is cited, where a source says so. */
  readonly citedByCount?: IntRange | null | undefined;
  /** Whether its institutions are in several countries, in one, or only one institution. */
  readonly collaborationKind?: ReadonlyArray<CollaborationKind> | null | undefined;
  /** Where it was published. */
  readonly conference?: KeySet | null | undefined;
  /** Countries of its institutions by ISO 3166-1 alpha-2 code, in either case. Example: `{all: ["US", "de"]}`. */
  readonly country?: KeySet | null | undefined;
  /** How many countries its institutions are in; not known where no country of theirs is. */
  readonly countryCount?: IntRange | null | undefined;
  /** A link of one of these kinds. */
  readonly hasLink?: ReadonlyArray<LinkKind> | null | undefined;
  /** Institutions that it names. */
  readonly institution?: InstitutionSet | null | undefined;
  /** How many institutions it names; not known where it names none. */
  readonly institutionCount?: IntRange | null | undefined;
  /** Keys of papers, or keys that they once had. */
  readonly key?: ReadonlyArray<string> | null | undefined;
  /** This must not hold. */
  readonly not?: PaperFilter | null | undefined;
  /** At least one of these must hold. */
  readonly or?: ReadonlyArray<PaperFilter> | null | undefined;
  /** Pages that list it, by key or by path in their source. */
  readonly page?: ReadonlyArray<string> | null | undefined;
  /** Part of the title, case and accents folded. */
  readonly titleContains?: string | null | undefined;
  /** Topics that it is listed under. */
  readonly topic?: TopicSet | null | undefined;
  /** What kind of work. */
  readonly type?: ReadonlyArray<PaperType> | null | undefined;
  /** Year of publication. */
  readonly year?: IntRange | null | undefined;
};

/** What kind of work a paper is. */
export type PaperType =
  /** Published at a conference or workshop, or in a journal. */
  | 'ARTICLE'
  /** A book. */
  | 'BOOK'
  /** A chapter of a book. */
  | 'CHAPTER'
  /** A data set. */
  | 'DATASET'
  /** An essay or a blog post. */
  | 'ESSAY'
  /** Something else, or nothing states where it was published. */
  | 'OTHER'
  /** On a preprint server. */
  | 'PREPRINT'
  /** A technical report. */
  | 'REPORT'
  /** A thesis. */
  | 'THESIS';

/** Which problems. Every field given must hold. */
export type ProblemFilter = {
  /** Codes, such as INSTITUTIONS_INCOMPLETE. */
  readonly code?: ReadonlyArray<string> | null | undefined;
  /** Institutions, by key or name, units with them: problems in the row of a paper that names one of these, or about such a paper. */
  readonly institution?: ReadonlyArray<string> | null | undefined;
  /** Key of the page, or its path in its source. */
  readonly page?: string | null | undefined;
  /** Severities. */
  readonly severity?: ReadonlyArray<ProblemSeverity> | null | undefined;
  /** Key of the source. */
  readonly source?: string | null | undefined;
};

/** How much a problem takes away. */
export type ProblemSeverity =
  /** Something was not read. */
  | 'ERROR'
  /** Something that a reader of the figures should know. */
  | 'NOTE'
  /** Something was read that may be wrong. */
  | 'WARNING';

/** Topics of a paper, by key or name; a name means the topics of that name in every source. */
export type TopicSet = {
  /** Every one of these. */
  readonly all?: ReadonlyArray<string> | null | undefined;
  /** At least one of these. */
  readonly any?: ReadonlyArray<string> | null | undefined;
  /** Narrower topics belong to a topic. */
  readonly narrower?: boolean | null | undefined;
  /** None of these. */
  readonly none?: ReadonlyArray<string> | null | undefined;
};

export type AffiliationSourcesQueryVariables = Exact<{
  institution?: string | null | undefined;
  title?: string | null | undefined;
}>;


export type AffiliationSourcesQuery = { readonly papers: { readonly nodes: ReadonlyArray<{ readonly title: string, readonly affiliations: ReadonlyArray<{ readonly statedAs: ReadonlyArray<string>, readonly institution: { readonly name: string }, readonly sources: ReadonlyArray<{ readonly path: string, readonly line: number }> }> }> } };

export type AllPapersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  papers?: PaperFilter | null | undefined;
}>;


export type AllPapersQuery = { readonly papers: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly title: string, readonly year: number | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type CoAuthorsQueryVariables = Exact<{
  papers?: PaperFilter | null | undefined;
}>;


export type CoAuthorsQuery = { readonly coAuthorships: { readonly totalCount: number, readonly counting: CountingRule, readonly nodes: ReadonlyArray<{ readonly sharedPaperCount: number, readonly firstYear: number | null, readonly lastYear: number | null, readonly authors: ReadonlyArray<{ readonly key: string, readonly name: string }> }> } };

export type CollaborationsAboutQueryVariables = Exact<{
  about?: string | null | undefined;
  papers?: PaperFilter;
  counting?: CountingRule | null | undefined;
  rollUpUnits?: boolean | null | undefined;
}>;


export type CollaborationsAboutQuery = { readonly collaborations: { readonly totalCount: number, readonly sharedPaperCount: number, readonly counting: CountingRule, readonly coverage: { readonly paperCount: number, readonly withInstitutionsCount: number, readonly incompleteCount: number }, readonly nodes: ReadonlyArray<{ readonly sharedPaperCount: number, readonly weight: number, readonly firstYear: number | null, readonly lastYear: number | null, readonly institutions: ReadonlyArray<{ readonly name: string, readonly key: string }>, readonly papers: { readonly nodes: ReadonlyArray<{ readonly title: string, readonly year: number | null }> } }> } };

export type CollaborationsBetweenQueryVariables = Exact<{
  a?: InstitutionFilter | null | undefined;
  b?: InstitutionFilter | null | undefined;
  papers?: PaperFilter | null | undefined;
}>;


export type CollaborationsBetweenQuery = { readonly collaborations: { readonly totalCount: number, readonly counting: CountingRule, readonly coverage: { readonly paperCount: number, readonly withInstitutionsCount: number }, readonly nodes: ReadonlyArray<{ readonly sharedPaperCount: number, readonly firstYear: number | null, readonly lastYear: number | null, readonly institutions: ReadonlyArray<{ readonly name: string, readonly countryCode: string | null }>, readonly topics: ReadonlyArray<{ readonly paperCount: number, readonly topic: { readonly name: string } }>, readonly papers: { readonly nodes: ReadonlyArray<{ readonly title: string, readonly year: number | null }> } }> } };

export type ConferenceInstitutionsQueryVariables = Exact<{
  nameContains?: string | null | undefined;
  since?: number | null | undefined;
}>;


export type ConferenceInstitutionsQuery = { readonly conferences: { readonly nodes: ReadonlyArray<{ readonly acronym: string, readonly name: string | null, readonly papers: { readonly nodes: ReadonlyArray<{ readonly title: string, readonly year: number | null, readonly affiliations: ReadonlyArray<{ readonly institution: { readonly name: string } }> }> } }> } };

export type ConferenceLeadersQueryVariables = Exact<{
  conference?: string;
  years?: IntRange | null | undefined;
  rollUpUnits?: boolean | null | undefined;
}>;


export type ConferenceLeadersQuery = { readonly papers: { readonly totalCount: number, readonly coverage: { readonly paperCount: number, readonly withInstitutionsCount: number, readonly incompleteCount: number }, readonly institutions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly paperCount: number }> }, readonly collaborations: { readonly totalCount: number, readonly sharedPaperCount: number, readonly nodes: ReadonlyArray<{ readonly sharedPaperCount: number, readonly firstYear: number | null, readonly lastYear: number | null, readonly institutions: ReadonlyArray<{ readonly key: string, readonly name: string }> }> } };

export type ConferenceThroughTimeQueryVariables = Exact<{
  conference?: string | null | undefined;
  years?: IntRange | null | undefined;
}>;


export type ConferenceThroughTimeQuery = { readonly conference: { readonly acronym: string, readonly papers: { readonly totalCount: number, readonly citedByCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly title: string, readonly year: number | null, readonly citedByCount: number | null }>, readonly topicsByYear: ReadonlyArray<{ readonly row: string, readonly column: string, readonly paperCount: number }>, readonly institutions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly paperCount: number }> }, readonly turnover: ReadonlyArray<{ readonly year: number, readonly newcomers: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly name: string }> }, readonly leavers: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly name: string }> } }> } | null };

export type CountriesTogetherQueryVariables = Exact<{
  one?: string;
  other?: string;
  papers?: PaperFilter;
  rollUpUnits?: boolean | null | undefined;
}>;


export type CountriesTogetherQuery = { readonly papers: { readonly totalCount: number, readonly years: ReadonlyArray<{ readonly key: string, readonly paperCount: number }> }, readonly collaborations: { readonly totalCount: number, readonly sharedPaperCount: number, readonly nodes: ReadonlyArray<{ readonly sharedPaperCount: number, readonly firstYear: number | null, readonly lastYear: number | null, readonly institutions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly countryCode: string | null }> }> } };

export type FacetsAboutQueryVariables = Exact<{
  about?: string | null | undefined;
  papers?: PaperFilter;
  limit?: number | null | undefined;
  rollUpUnits?: boolean | null | undefined;
}>;


export type FacetsAboutQuery = { readonly papers: { readonly totalCount: number, readonly citedByCount: number, readonly coverage: { readonly paperCount: number, readonly withInstitutionsCount: number, readonly incompleteCount: number }, readonly years: ReadonlyArray<{ readonly key: string, readonly paperCount: number }>, readonly countries: ReadonlyArray<{ readonly key: string, readonly name: string, readonly paperCount: number }>, readonly conferences: ReadonlyArray<{ readonly key: string, readonly name: string, readonly paperCount: number, readonly share: number }>, readonly topics: ReadonlyArray<{ readonly key: string, readonly name: string, readonly paperCount: number }>, readonly authors: ReadonlyArray<{ readonly key: string, readonly name: string, readonly paperCount: number }> } };

export type FullTextQueryVariables = Exact<{
  about?: string | null | undefined;
}>;


export type FullTextQuery = { readonly papers: { readonly nodes: ReadonlyArray<{ readonly title: string, readonly listings: ReadonlyArray<{ readonly line: number, readonly remarks: ReadonlyArray<string>, readonly page: { readonly path: string } }> }> } };

export type InstitutionAndPeersQueryVariables = Exact<{
  institutions?: ReadonlyArray<string> | string | null | undefined;
  papers?: PaperFilter | null | undefined;
  rollUpUnits?: boolean | null | undefined;
}>;


export type InstitutionAndPeersQuery = { readonly institutions: { readonly nodes: ReadonlyArray<{ readonly key: string, readonly name: string, readonly papers: { readonly totalCount: number, readonly citedByCount: number, readonly years: ReadonlyArray<{ readonly key: string, readonly paperCount: number }>, readonly topics: ReadonlyArray<{ readonly key: string, readonly name: string, readonly paperCount: number }> }, readonly collaborators: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly sharedPaperCount: number, readonly institution: { readonly key: string, readonly name: string } }> } }> } };

export type InstitutionAndUnitsQueryVariables = Exact<{
  name?: string | null | undefined;
}>;


export type InstitutionAndUnitsQuery = { readonly institution: { readonly key: string, readonly name: string, readonly parents: ReadonlyArray<{ readonly name: string }>, readonly units: ReadonlyArray<{ readonly name: string }>, readonly itself: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly title: string, readonly affiliations: ReadonlyArray<{ readonly statedAs: ReadonlyArray<string>, readonly institution: { readonly name: string } }> }> }, readonly withUnits: { readonly totalCount: number }, readonly collaborators: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly sharedPaperCount: number, readonly institution: { readonly name: string } }> } } | null };

export type InstitutionCollaboratorsQueryVariables = Exact<{
  institution?: string | null | undefined;
  papers?: PaperFilter | null | undefined;
  rollUpUnits?: boolean | null | undefined;
}>;


export type InstitutionCollaboratorsQuery = { readonly institution: { readonly name: string, readonly collaborators: { readonly totalCount: number, readonly counting: CountingRule, readonly coverage: { readonly paperCount: number, readonly withInstitutionsCount: number, readonly incompleteCount: number }, readonly nodes: ReadonlyArray<{ readonly sharedPaperCount: number, readonly firstYear: number | null, readonly lastYear: number | null, readonly institution: { readonly key: string, readonly name: string, readonly countryCode: string | null }, readonly topics: ReadonlyArray<{ readonly paperCount: number, readonly topic: { readonly name: string } }> }> } } | null };

export type InstitutionPapersQueryVariables = Exact<{
  institution?: string | null | undefined;
  papers?: PaperFilter | null | undefined;
  rollUpUnits?: boolean | null | undefined;
}>;


export type InstitutionPapersQuery = { readonly institution: { readonly name: string, readonly papers: { readonly totalCount: number, readonly citedByCount: number, readonly years: ReadonlyArray<{ readonly key: string, readonly paperCount: number }>, readonly topics: ReadonlyArray<{ readonly key: string, readonly name: string, readonly paperCount: number }> } } | null };

export type InstitutionsNewToASubjectQueryVariables = Exact<{
  word?: string | null | undefined;
  since?: number | null | undefined;
  before?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type InstitutionsNewToASubjectQuery = { readonly institutions: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly name: string, readonly papers: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly title: string, readonly year: number | null }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type KindsOfCollaborationQueryVariables = Exact<{
  institution?: string | null | undefined;
  rollUpUnits?: boolean | null | undefined;
}>;


export type KindsOfCollaborationQuery = { readonly institution: { readonly name: string, readonly papers: { readonly totalCount: number, readonly kinds: ReadonlyArray<{ readonly key: string, readonly name: string, readonly paperCount: number }>, readonly years: ReadonlyArray<{ readonly key: string, readonly paperCount: number, readonly universityAndCompany: number }>, readonly kindsByYear: ReadonlyArray<{ readonly row: string, readonly column: string, readonly paperCount: number }> } } | null };

export type MostCitedQueryVariables = Exact<{
  word?: string | null | undefined;
  papers?: PaperFilter;
}>;


export type MostCitedQuery = { readonly papers: { readonly totalCount: number, readonly citedByCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly title: string, readonly year: number | null, readonly citedByCount: number | null, readonly conference: { readonly acronym: string } | null }> } };

export type PapersAcrossCountriesQueryVariables = Exact<{
  least?: number | null | undefined;
  papers?: PaperFilter;
}>;


export type PapersAcrossCountriesQuery = { readonly papers: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly title: string, readonly year: number | null, readonly affiliations: ReadonlyArray<{ readonly institution: { readonly name: string, readonly countryCode: string | null } }> }> }, readonly all: { readonly totalCount: number, readonly coverage: { readonly paperCount: number, readonly withInstitutionsCount: number, readonly incompleteCount: number }, readonly years: ReadonlyArray<{ readonly key: string, readonly paperCount: number, readonly share: number }> } };

export type PapersAndHeadingsQueryVariables = Exact<{
  page?: ReadonlyArray<string> | string | null | undefined;
}>;


export type PapersAndHeadingsQuery = { readonly papers: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly title: string, readonly topics: { readonly nodes: ReadonlyArray<{ readonly name: string, readonly path: ReadonlyArray<string> }> } }> } };

export type PapersBehindLinksQueryVariables = Exact<{
  institutions?: ReadonlyArray<string> | string | null | undefined;
  papers?: PaperFilter | null | undefined;
  rollUpUnits?: boolean | null | undefined;
}>;


export type PapersBehindLinksQuery = { readonly collaborations: { readonly totalCount: number, readonly sharedPaperCount: number, readonly nodes: ReadonlyArray<{ readonly sharedPaperCount: number, readonly institutions: ReadonlyArray<{ readonly key: string, readonly name: string }>, readonly papers: { readonly nodes: ReadonlyArray<{ readonly key: string, readonly title: string, readonly year: number | null, readonly authorships: ReadonlyArray<{ readonly position: number, readonly author: { readonly name: string } }> }> } }> } };

export type PapersTogetherQueryVariables = Exact<{
  institutions?: ReadonlyArray<string> | string;
  rollUpUnits?: boolean | null | undefined;
}>;


export type PapersTogetherQuery = { readonly papers: { readonly totalCount: number, readonly years: ReadonlyArray<{ readonly key: string, readonly paperCount: number }>, readonly nodes: ReadonlyArray<{ readonly key: string, readonly title: string, readonly year: number | null, readonly conference: { readonly acronym: string } | null, readonly authorships: ReadonlyArray<{ readonly author: { readonly name: string }, readonly institutions: ReadonlyArray<{ readonly name: string }> }> }> } };

export type PapersWithLinksQueryVariables = Exact<{
  kind?: ReadonlyArray<LinkKind> | LinkKind | null | undefined;
}>;


export type PapersWithLinksQuery = { readonly papers: { readonly nodes: ReadonlyArray<{ readonly title: string, readonly links: ReadonlyArray<{ readonly kind: LinkKind, readonly label: string | null, readonly url: string, readonly sources: ReadonlyArray<{ readonly path: string, readonly line: number }> }> }> } };

export type PartnersAndTheirPartnersQueryVariables = Exact<{
  institution?: string;
  home?: ReadonlyArray<string> | string | null | undefined;
  papers?: PaperFilter;
  rollUpUnits?: boolean | null | undefined;
}>;


export type PartnersAndTheirPartnersQuery = { readonly institution: { readonly name: string, readonly partners: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly sharedPaperCount: number, readonly institution: { readonly key: string, readonly name: string } }> }, readonly companies: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly sharedPaperCount: number, readonly institution: { readonly key: string, readonly name: string } }> }, readonly abroad: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly sharedPaperCount: number, readonly institution: { readonly key: string, readonly name: string, readonly countryCode: string | null } }> } } | null, readonly theirPartners: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly sharedPaperCount: number, readonly institutions: ReadonlyArray<{ readonly key: string, readonly name: string }> }> } };

export type ProblemsQueryVariables = Exact<{
  page?: string | null | undefined;
}>;


export type ProblemsQuery = { readonly problems: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly code: string, readonly severity: ProblemSeverity, readonly message: string, readonly suggestion: string | null, readonly path: string, readonly line: number }> } };

export type SearchQueryVariables = Exact<{
  text?: string | null | undefined;
  kinds?: ReadonlyArray<NodeKind> | NodeKind | null | undefined;
}>;


export type SearchQuery = { readonly search: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly score: number, readonly node:
        | { readonly __typename: 'Author', readonly key: string, readonly name: string }
        | { readonly __typename: 'Conference', readonly key: string, readonly acronym: string }
        | { readonly __typename: 'Institution', readonly key: string, readonly name: string }
        | { readonly __typename: 'Paper', readonly key: string, readonly title: string, readonly year: number | null }
        | { readonly __typename: 'Topic', readonly key: string, readonly path: ReadonlyArray<string> }
      , readonly highlights: ReadonlyArray<{ readonly field: string, readonly parts: ReadonlyArray<{ readonly text: string, readonly isMatch: boolean }> }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SeriesAndYearsQueryVariables = Exact<{
  names?: string | null | undefined;
  rank?: ReadonlyArray<string> | string | null | undefined;
}>;


export type SeriesAndYearsQuery = { readonly conferences: { readonly nodes: ReadonlyArray<{ readonly acronym: string, readonly name: string | null, readonly rank: ReadonlyArray<{ readonly scheme: string, readonly value: string }>, readonly editions: ReadonlyArray<{ readonly year: number, readonly startDate: string | null, readonly endDate: string | null, readonly place: string | null, readonly acceptedCount: number | null, readonly submittedCount: number | null, readonly coLocatedWith: ReadonlyArray<{ readonly key: string }>, readonly listings: ReadonlyArray<{ readonly dates: string | null, readonly line: number, readonly page: { readonly path: string } }> }> }> } };

export type SimilarPapersQueryVariables = Exact<{
  key?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type SimilarPapersQuery = { readonly paper: { readonly key: string, readonly title: string, readonly similar: ReadonlyArray<{ readonly score: number, readonly sharedReferenceCount: number, readonly paper: { readonly key: string, readonly title: string, readonly year: number | null }, readonly sharedTopics: ReadonlyArray<{ readonly key: string, readonly path: ReadonlyArray<string> }>, readonly sharedAuthors: ReadonlyArray<{ readonly key: string, readonly name: string }>, readonly sharedInstitutions: ReadonlyArray<{ readonly key: string, readonly name: string }> }> } | null };

export type StatsQueryVariables = Exact<{ [key: string]: never; }>;


export type StatsQuery = { readonly stats: { readonly version: string, readonly paperCount: number, readonly institutionCount: number, readonly conferenceCount: number, readonly topicCount: number, readonly listingCount: number, readonly problemCount: number, readonly coverage: { readonly paperCount: number, readonly withInstitutionsCount: number, readonly incompleteCount: number } }, readonly sources: ReadonlyArray<{ readonly key: string, readonly kind: string, readonly url: string | null, readonly revision: string | null, readonly importedAt: string, readonly pages: { readonly nodes: ReadonlyArray<{ readonly path: string, readonly title: string | null }> } }> };

export type SuggestQueryVariables = Exact<{
  prefix?: string | null | undefined;
}>;


export type SuggestQuery = { readonly suggest: ReadonlyArray<{ readonly kind: NodeKind, readonly key: string, readonly name: string, readonly paperCount: number }> };

export type UnitsAndTotalQueryVariables = Exact<{
  institution?: string;
  papers?: PaperFilter;
}>;


export type UnitsAndTotalQuery = { readonly institution: { readonly name: string, readonly total: { readonly totalCount: number }, readonly itself: { readonly totalCount: number }, readonly units: ReadonlyArray<{ readonly key: string, readonly name: string, readonly papers: { readonly totalCount: number } }>, readonly difference: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly title: string, readonly year: number | null, readonly affiliations: ReadonlyArray<{ readonly statedAs: ReadonlyArray<string>, readonly institution: { readonly name: string } }> }> } } | null };

export type WhatIsMissingQueryVariables = Exact<{
  papers?: PaperFilter;
  problems?: ProblemFilter | null | undefined;
}>;


export type WhatIsMissingQuery = { readonly papers: { readonly coverage: { readonly paperCount: number, readonly withInstitutionsCount: number, readonly incompleteCount: number } }, readonly withoutInstitutions: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly title: string, readonly year: number | null }> }, readonly incomplete: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly title: string, readonly year: number | null }> }, readonly problems: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly code: string, readonly severity: ProblemSeverity, readonly message: string, readonly suggestion: string | null, readonly path: string, readonly line: number }> } };

export type WhereAndWhenQueryVariables = Exact<{
  page?: ReadonlyArray<string> | string | null | undefined;
}>;


export type WhereAndWhenQuery = { readonly papers: { readonly nodes: ReadonlyArray<{ readonly title: string, readonly year: number | null, readonly arxivId: string | null, readonly conference: { readonly acronym: string, readonly kind: ConferenceKind } | null, readonly edition: { readonly key: string } | null, readonly listings: ReadonlyArray<{ readonly venue: string | null }> }> } };

export type WhereTopicsMeetQueryVariables = Exact<{
  topics?: ReadonlyArray<string> | string;
  rollUpUnits?: boolean | null | undefined;
}>;


export type WhereTopicsMeetQuery = { readonly papers: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly title: string, readonly year: number | null }>, readonly institutions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly paperCount: number }> }, readonly collaborations: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly sharedPaperCount: number, readonly institutions: ReadonlyArray<{ readonly key: string, readonly name: string }> }> } };

/**
 * Where does it say that an institution worked on a paper?
 */
export declare const AffiliationSourcesDocument: TypedDocumentNode<AffiliationSourcesQuery, AffiliationSourcesQueryVariables>;

/**
 * All papers, the newest first, ties by key: page through them with `after`, or from the end with `last` and `before`.
 */
export declare const AllPapersDocument: TypedDocumentNode<AllPapersQuery, AllPapersQueryVariables>;

/**
 * Which authors write together most, since when? A page of a list names no authors; data sets and bibliographies do.
 */
export declare const CoAuthorsDocument: TypedDocumentNode<CoAuthorsQuery, CoAuthorsQueryVariables>;

/**
 * Which institutions co-author papers about a subject, and on what evidence?
 * `coverage` says what the figures could not see: papers whose list of institutions is incomplete.
 */
export declare const CollaborationsAboutDocument: TypedDocumentNode<CollaborationsAboutQuery, CollaborationsAboutQueryVariables>;

/**
 * Which institutions of two sets work together most, since when, and on what? Universities and companies unless other sets are given.
 */
export declare const CollaborationsBetweenDocument: TypedDocumentNode<CollaborationsBetweenQuery, CollaborationsBetweenQueryVariables>;

/**
 * Who published at a conference with this in its name, since a year?
 */
export declare const ConferenceInstitutionsDocument: TypedDocumentNode<ConferenceInstitutionsQuery, ConferenceInstitutionsQueryVariables>;

/**
 * Who publishes most at a conference, and which collaborations are strongest there?
 */
export declare const ConferenceLeadersDocument: TypedDocumentNode<ConferenceLeadersQuery, ConferenceLeadersQueryVariables>;

/**
 * One conference through time: its papers, most cited first, its topics by year, who came and who left.
 */
export declare const ConferenceThroughTimeDocument: TypedDocumentNode<ConferenceThroughTimeQuery, ConferenceThroughTimeQueryVariables>;

/**
 * Which institutions of two countries work together most? Countries by their ISO codes.
 */
export declare const CountriesTogetherDocument: TypedDocumentNode<CountriesTogetherQuery, CountriesTogetherQueryVariables>;

/**
 * Papers about a subject, counted by year, country, conference, topic and author, in one request.
 * Years stand from the first to the last, those without papers too; `share` is the part of a group's papers that has code.
 */
export declare const FacetsAboutDocument: TypedDocumentNode<FacetsAboutQuery, FacetsAboutQueryVariables>;

/**
 * Which papers say something, in their title, topics or remarks? Each listing shows the remark.
 */
export declare const FullTextDocument: TypedDocumentNode<FullTextQuery, FullTextQueryVariables>;

/**
 * One institution against its peers, side by side: papers, citations, partners, topics.
 */
export declare const InstitutionAndPeersDocument: TypedDocumentNode<InstitutionAndPeersQuery, InstitutionAndPeersQueryVariables>;

/**
 * What is an institution, what does it belong to, and which papers does it have with and without its units?
 */
export declare const InstitutionAndUnitsDocument: TypedDocumentNode<InstitutionAndUnitsQuery, InstitutionAndUnitsQueryVariables>;

/**
 * Whom does an institution collaborate with, how often, since when, on which topics?
 */
export declare const InstitutionCollaboratorsDocument: TypedDocumentNode<InstitutionCollaboratorsQuery, InstitutionCollaboratorsQueryVariables>;

/**
 * How many papers a year does an institution have, and on which topics?
 */
export declare const InstitutionPapersDocument: TypedDocumentNode<InstitutionPapersQuery, InstitutionPapersQueryVariables>;

/**
 * Which institutions have papers about a subject since a year, and none before? Most papers first.
 */
export declare const InstitutionsNewToASubjectDocument: TypedDocumentNode<InstitutionsNewToASubjectQuery, InstitutionsNewToASubjectQueryVariables>;

/**
 * How many papers a year does an institution have with institutions of other countries, of its own, and alone?
 * Each paper is of one kind, so the kinds add up to all papers. `universityAndCompany` is the share (0 to 1) with both.
 */
export declare const KindsOfCollaborationDocument: TypedDocumentNode<KindsOfCollaborationQuery, KindsOfCollaborationQueryVariables>;

/**
 * The most cited papers with a word in the title; those whose count is not known come last.
 */
export declare const MostCitedDocument: TypedDocumentNode<MostCitedQuery, MostCitedQueryVariables>;

/**
 * Which papers carry institutions from three or more countries? How does their share change by year?
 * A paper none of whose institutions has a known country is in no count of countries.
 */
export declare const PapersAcrossCountriesDocument: TypedDocumentNode<PapersAcrossCountriesQuery, PapersAcrossCountriesQueryVariables>;

/**
 * Which papers are on a page, under which headings? Leave `page` out for all pages.
 */
export declare const PapersAndHeadingsDocument: TypedDocumentNode<PapersAndHeadingsQuery, PapersAndHeadingsQueryVariables>;

/**
 * Which papers stand behind the links among some institutions, and who wrote them? The institutions by key: of a set that one
 * names ("how much do we work with ourselves"), or the units of one parent, with `rollUpUnits: false`.
 */
export declare const PapersBehindLinksDocument: TypedDocumentNode<PapersBehindLinksQuery, PapersBehindLinksQueryVariables>;

/**
 * What have some institutions written together? Newest first, with who wrote it where.
 */
export declare const PapersTogetherDocument: TypedDocumentNode<PapersTogetherQuery, PapersTogetherQueryVariables>;

/**
 * Which papers have code? Notes? `kind` says which links.
 */
export declare const PapersWithLinksDocument: TypedDocumentNode<PapersWithLinksQuery, PapersWithLinksQueryVariables>;

/**
 * Who are an institution's partners on some papers (a topic, some years), which of them are companies, which are abroad? And with
 * whom do these partners write who has no such paper with the institution itself? Say `papers` where there are many: this goes
 * through all of them.
 */
export declare const PartnersAndTheirPartnersDocument: TypedDocumentNode<PartnersAndTheirPartnersQuery, PartnersAndTheirPartnersQueryVariables>;

/**
 * What could not be taken as it stands?
 */
export declare const ProblemsDocument: TypedDocumentNode<ProblemsQuery, ProblemsQueryVariables>;

/**
 * What says "graph neural network", best first, with the matching words shown?
 */
export declare const SearchDocument: TypedDocumentNode<SearchQuery, SearchQueryVariables>;

/**
 * When and where were the years of a series held, how is it ranked, and on which lines does it say so?
 */
export declare const SeriesAndYearsDocument: TypedDocumentNode<SeriesAndYearsQuery, SeriesAndYearsQueryVariables>;

/**
 * Which papers are most like this one, and why?
 */
export declare const SimilarPapersDocument: TypedDocumentNode<SimilarPapersQuery, SimilarPapersQueryVariables>;

/**
 * How much is in the graph, and where does it come from?
 */
export declare const StatsDocument: TypedDocumentNode<StatsQuery, StatsQueryVariables>;

/**
 * What begins like the letters typed so far, the best known first?
 */
export declare const SuggestDocument: TypedDocumentNode<SuggestQuery, SuggestQueryVariables>;

/**
 * How many papers has an institution with all its units, none counted twice, and which papers make the difference between counting
 * units under it and not?
 */
export declare const UnitsAndTotalDocument: TypedDocumentNode<UnitsAndTotalQuery, UnitsAndTotalQueryVariables>;

/**
 * What is missing: papers without institutions, lists of institutions that are incomplete, names that were not resolved? Of the whole
 * graph; `papers` and `problems` narrow it to a page ({page: ["dlrm.md"]} and {page: "dlrm.md"}) or an institution.
 */
export declare const WhatIsMissingDocument: TypedDocumentNode<WhatIsMissingQuery, WhatIsMissingQueryVariables>;

/**
 * Where and when did papers appear?
 */
export declare const WhereAndWhenDocument: TypedDocumentNode<WhereAndWhenQuery, WhereAndWhenQueryVariables>;

/**
 * Which papers lie where two topics meet, and which institutions join them?
 */
export declare const WhereTopicsMeetDocument: TypedDocumentNode<WhereTopicsMeetQuery, WhereTopicsMeetQueryVariables>;
