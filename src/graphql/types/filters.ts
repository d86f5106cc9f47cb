import { builder } from '../builder.ts';
import {
  CollaborationKindEnum,
  ConferenceKindEnum,
  InstitutionKindEnum,
  LinkKindEnum,
  PaperTypeEnum,
  ProblemSeverityEnum,
} from './enums.ts';

/** The input types that choose papers and named things. Every field given must hold; lists are any-of unless the field says otherwise. */

export const IntRange = builder.inputType('IntRange', {
  description:
    'Whole numbers from `min` to `max`, both included; a value that is not known is in no range. Example: `{min: 2020}`.',
  fields: (t) => ({
    min: t.int({ description: 'At least.' }),
    max: t.int({ description: 'At most.' }),
    isKnown: t.boolean({ description: 'Whether the value is known at all.' }),
  }),
});

const KeySet = builder.inputType('KeySet', {
  description:
    'Nodes by key or name; a name may be any alias, case and accents folded, and means every node of that name. Example: `{any: ["OSDI", "sosp"]}`.',
  fields: (t) => ({
    any: t.stringList({ description: 'At least one of these.' }),
    all: t.stringList({ description: 'Every one of these.' }),
    none: t.stringList({ description: 'None of these.' }),
    isKnown: t.boolean({ description: 'Whether any is known at all.' }),
  }),
});

const InstitutionSet = builder.inputType('InstitutionSet', {
  description: 'Institutions of a paper, by key or name. Example: `{all: ["UMich", "Meta"], none: ["Google"]}`.',
  fields: (t) => ({
    any: t.stringList({ description: 'At least one of these.' }),
    all: t.stringList({ description: 'Every one of these.' }),
    none: t.stringList({ description: 'None of these.' }),
    kind: t.field({ type: [InstitutionKindEnum], description: 'At least one of one of these kinds.' }),
    rollUpUnits: t.boolean({
      defaultValue: true,
      description: 'A unit counts as its parent: "Meta" is also "Meta AI", and a lab of a company is a company.',
    }),
    isKnown: t.boolean({ description: 'Whether any institution is known at all.' }),
  }),
});

const TopicSet = builder.inputType('TopicSet', {
  description: 'Topics of a paper, by key or name; a name means the topics of that name in every source.',
  fields: (t) => ({
    any: t.stringList({ description: 'At least one of these.' }),
    all: t.stringList({ description: 'Every one of these.' }),
    none: t.stringList({ description: 'None of these.' }),
    narrower: t.boolean({ defaultValue: true, description: 'Narrower topics belong to a topic.' }),
  }),
});

export const PaperFilterInput = builder.inputRef<PaperFilterShape>('PaperFilter').implement({
  description:
    'Which papers. Every field given must hold; lists are any-of unless the field says otherwise; and, or and not nest 5 deep at most. ' +
    'Example: `{about: "embedding", year: {min: 2020}, institution: {any: ["Meta"]}, not: {conference: {any: ["arXiv"]}}}`.',
  fields: (t) => ({
    and: t.field({ type: [PaperFilterInput], description: 'Each of these must hold.' }),
    or: t.field({ type: [PaperFilterInput], description: 'At least one of these must hold.' }),
    not: t.field({ type: PaperFilterInput, description: 'This must not hold.' }),
    about: t.string({
      description:
        'Full text over title, short name, topics, remarks and abstract: all words, stemmed; "quotes" for a phrase. Example: `embedding table`.',
    }),
    titleContains: t.string({ description: 'Part of the title, case and accents folded.' }),
    key: t.stringList({ description: 'Keys of papers, or keys that they once had.' }),
    year: t.field({ type: IntRange, description: 'Year of publication.' }),
    citedByCount: t.field({ type: IntRange, description: 'How often it is cited, where a source says so.' }),
    institutionCount: t.field({
      type: IntRange,
      description: 'How many institutions it names; not known where it names none.',
    }),
    countryCount: t.field({
      type: IntRange,
      description: 'How many countries its institutions are in; not known where no country of theirs is.',
    }),
    type: t.field({ type: [PaperTypeEnum], description: 'What kind of work.' }),
    conference: t.field({ type: KeySet, description: 'Where it was published.' }),
    institution: t.field({ type: InstitutionSet, description: 'Institutions that it names.' }),
    country: t.field({
      type: KeySet,
      description:
        'Countries of its institutions by ISO 3166-1 alpha-2 code, in either case. Example: `{all: ["US", "de"]}`.',
    }),
    topic: t.field({ type: TopicSet, description: 'Topics that it is listed under.' }),
    author: t.field({ type: KeySet, description: 'Its authors; a name means every author of that name.' }),
    collaborationKind: t.field({
      type: [CollaborationKindEnum],
      description: 'Whether its institutions are in several countries, in one, or only one institution.',
    }),
    hasLink: t.field({ type: [LinkKindEnum], description: 'A link of one of these kinds.' }),
    award: t.boolean({ description: 'Whether an award is stated.' }),
    page: t.stringList({ description: 'Pages that list it, by key or by path in their source.' }),
    affiliationsIncomplete: t.boolean({
      description: 'Whether its list of institutions is known to be incomplete ("Many others").',
    }),
  }),
});

interface PaperFilterShape {
  and?: PaperFilterShape[] | null;
  or?: PaperFilterShape[] | null;
  not?: PaperFilterShape | null;
  about?: string | null;
  titleContains?: string | null;
  key?: string[] | null;
  year?: typeof IntRange.$inferInput | null;
  citedByCount?: typeof IntRange.$inferInput | null;
  institutionCount?: typeof IntRange.$inferInput | null;
  countryCount?: typeof IntRange.$inferInput | null;
  type?: (typeof PaperTypeEnum.$inferInput)[] | null;
  conference?: typeof KeySet.$inferInput | null;
  institution?: typeof InstitutionSet.$inferInput | null;
  country?: typeof KeySet.$inferInput | null;
  topic?: typeof TopicSet.$inferInput | null;
  author?: typeof KeySet.$inferInput | null;
  collaborationKind?: (typeof CollaborationKindEnum.$inferInput)[] | null;
  hasLink?: (typeof LinkKindEnum.$inferInput)[] | null;
  award?: boolean | null;
  page?: string[] | null;
  affiliationsIncomplete?: boolean | null;
}

const paperField = 'At least one paper like this.';
const noPaperField = 'No paper like this.';

export const InstitutionFilterInput = builder.inputRef<InstitutionFilterShape>('InstitutionFilter').implement({
  description:
    'Which institutions. Every field given must hold; and, or and not nest 5 deep at most. Papers count as they name the institution itself, without its units. ' +
    'Example: `{country: {any: ["US"]}, papers: {about: "embedding"}, noPapers: {about: "privacy"}}`.',
  fields: (t) => ({
    and: t.field({ type: [InstitutionFilterInput], description: 'Each of these must hold.' }),
    or: t.field({ type: [InstitutionFilterInput], description: 'At least one of these must hold.' }),
    not: t.field({ type: InstitutionFilterInput, description: 'This must not hold.' }),
    key: t.stringList({ description: 'Keys of institutions.' }),
    nameContains: t.string({ description: 'Part of the name or of an alias, case and accents folded.' }),
    kind: t.field({ type: [InstitutionKindEnum], description: 'What kind of organisation.' }),
    country: t.field({
      type: KeySet,
      description: 'Its country by ISO 3166-1 alpha-2 code, in either case; an institution has one at most.',
    }),
    papers: t.field({ type: PaperFilterInput, description: paperField }),
    noPapers: t.field({ type: PaperFilterInput, description: noPaperField }),
    paperCount: t.field({ type: IntRange, description: 'How many papers name it; 0 for one that only has units.' }),
  }),
});

interface InstitutionFilterShape {
  and?: InstitutionFilterShape[] | null;
  or?: InstitutionFilterShape[] | null;
  not?: InstitutionFilterShape | null;
  key?: string[] | null;
  nameContains?: string | null;
  kind?: (typeof InstitutionKindEnum.$inferInput)[] | null;
  country?: typeof KeySet.$inferInput | null;
  papers?: PaperFilterShape | null;
  noPapers?: PaperFilterShape | null;
  paperCount?: typeof IntRange.$inferInput | null;
}

export const ConferenceFilterInput = builder.inputType('ConferenceFilter', {
  description: 'Which series. Every field given must hold.',
  fields: (t) => ({
    key: t.stringList({ description: 'Keys of series.' }),
    nameContains: t.string({ description: 'Part of acronym, name or alias, case and accents folded.' }),
    kind: t.field({ type: [ConferenceKindEnum], description: 'What kind of series.' }),
    rank: t.stringList({ description: 'Ranks, each with its scheme, such as "CCF A" or "CORE A*".' }),
    papers: t.field({ type: PaperFilterInput, description: paperField }),
  }),
});

export const TopicFilterInput = builder.inputType('TopicFilter', {
  description: 'Which topics. Every field given must hold.',
  fields: (t) => ({
    key: t.stringList({ description: 'Keys of topics.' }),
    nameContains: t.string({ description: 'Part of the name, case and accents folded.' }),
    within: t.string({
      description: 'Key or name of a topic: it and all that are narrower. Example: `{within: "Systems for ML"}`.',
    }),
    papers: t.field({ type: PaperFilterInput, description: paperField }),
  }),
});

export const AuthorFilterInput = builder.inputType('AuthorFilter', {
  description:
    'Which authors. Every field given must hold. Example: `{institution: ["Microsoft"], papers: {about: "embedding"}}`.',
  fields: (t) => ({
    key: t.stringList({ description: 'Keys of authors.' }),
    nameContains: t.string({ description: 'Part of the name, case and accents folded.' }),
    institution: t.stringList({
      description: 'Institutions, by key or name, that some paper names for the author; their units too.',
    }),
    papers: t.field({ type: PaperFilterInput, description: paperField }),
    noPapers: t.field({ type: PaperFilterInput, description: 'No paper like this.' }),
  }),
});

export const ProblemFilterInput = builder.inputType('ProblemFilter', {
  description: 'Which problems. Every field given must hold.',
  fields: (t) => ({
    source: t.string({ description: 'Key of the source.' }),
    page: t.string({ description: 'Key of the page, or its path in its source.' }),
    institution: t.stringList({
      description:
        'Institutions, by key or name, units with them: problems in the row of a paper that names one of these, or about such a paper.',
    }),
    code: t.stringList({ description: 'Codes, such as INSTITUTIONS_INCOMPLETE.' }),
    severity: t.field({ type: [ProblemSeverityEnum], description: 'Severities.' }),
  }),
});
