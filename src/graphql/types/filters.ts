import { builder } from '../builder.ts';
import { ConferenceKindEnum, InstitutionKindEnum, LinkKindEnum, PaperTypeEnum, ProblemSeverityEnum } from './enums.ts';

/** The input types that choose papers and named things. Every field given must hold; lists are any-of unless the field says otherwise. */

export const IntRange = builder.inputType('IntRange', {
  description: 'Whole numbers from `min` to `max`, both included; a value that is not known is in no range.',
  fields: (t) => ({
    min: t.int({ description: 'At least.' }),
    max: t.int({ description: 'At most.' }),
    isKnown: t.boolean({ description: 'Whether the value is known at all.' }),
  }),
});

const KeySet = builder.inputType('KeySet', {
  description: 'Nodes by key or name; a name may be any alias, case and accents folded.',
  fields: (t) => ({
    any: t.stringList({ description: 'At least one of these.' }),
    all: t.stringList({ description: 'Every one of these.' }),
    none: t.stringList({ description: 'None of these.' }),
    isKnown: t.boolean({ description: 'Whether any is known at all.' }),
  }),
});

const InstitutionSet = builder.inputType('InstitutionSet', {
  description: 'Institutions of a paper, by key or name.',
  fields: (t) => ({
    any: t.stringList({ description: 'At least one of these.' }),
    all: t.stringList({ description: 'Every one of these.' }),
    none: t.stringList({ description: 'None of these.' }),
    rollUpUnits: t.boolean({
      defaultValue: true,
      description: 'A unit counts as its parent: "Meta" is also "Meta AI".',
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
  description: 'Which papers. Every field given must hold; lists are any-of unless the field says otherwise.',
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
    institutionCount: t.field({ type: IntRange, description: 'How many institutions the paper names.' }),
    type: t.field({ type: [PaperTypeEnum], description: 'What kind of work.' }),
    conference: t.field({ type: KeySet, description: 'Where it was published.' }),
    institution: t.field({ type: InstitutionSet, description: 'Institutions that it names.' }),
    topic: t.field({ type: TopicSet, description: 'Topics that it is listed under.' }),
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
  institutionCount?: typeof IntRange.$inferInput | null;
  type?: (typeof PaperTypeEnum.$inferInput)[] | null;
  conference?: typeof KeySet.$inferInput | null;
  institution?: typeof InstitutionSet.$inferInput | null;
  topic?: typeof TopicSet.$inferInput | null;
  hasLink?: (typeof LinkKindEnum.$inferInput)[] | null;
  award?: boolean | null;
  page?: string[] | null;
  affiliationsIncomplete?: boolean | null;
}

const paperField = 'At least one paper like this.';

export const InstitutionFilterInput = builder.inputType('InstitutionFilter', {
  description: 'Which institutions. Every field given must hold.',
  fields: (t) => ({
    key: t.stringList({ description: 'Keys of institutions.' }),
    nameContains: t.string({ description: 'Part of the name or of an alias, case and accents folded.' }),
    kind: t.field({ type: [InstitutionKindEnum], description: 'What kind of organisation.' }),
    papers: t.field({ type: PaperFilterInput, description: paperField }),
  }),
});

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
    papers: t.field({ type: PaperFilterInput, description: paperField }),
  }),
});

export const ProblemFilterInput = builder.inputType('ProblemFilter', {
  description: 'Which problems. Every field given must hold.',
  fields: (t) => ({
    source: t.string({ description: 'Key of the source.' }),
    page: t.string({ description: 'Key of the page, or its path in its source.' }),
    code: t.stringList({ description: 'Codes, such as INSTITUTIONS_INCOMPLETE.' }),
    severity: t.field({ type: [ProblemSeverityEnum], description: 'Severities.' }),
  }),
});
