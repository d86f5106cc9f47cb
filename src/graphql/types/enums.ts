import {
  type ConferenceKind,
  conferenceKinds,
  type InstitutionKind,
  institutionKinds,
} from '../../model/names/facts.ts';
import type { ProblemSeverity } from '../../model/problem.ts';
import { type LinkKind, linkKinds, type PaperType, paperTypes } from '../../model/source-record.ts';
import { type Codec, word } from '../../store/values.ts';
import { builder } from '../builder.ts';

/** The enums of the schema, and codecs that check their words where a row brings them. */

export const PaperTypeEnum = builder.enumType('PaperType', {
  description: 'What kind of work a paper is.',
  values: {
    ARTICLE: { description: 'Published at a conference or workshop, or in a journal.' },
    PREPRINT: { description: 'On a preprint server.' },
    REPORT: { description: 'A technical report.' },
    THESIS: { description: 'A thesis.' },
    BOOK: { description: 'A book.' },
    CHAPTER: { description: 'A chapter of a book.' },
    DATASET: { description: 'A data set.' },
    ESSAY: { description: 'An essay or a blog post.' },
    OTHER: { description: 'Something else, or nothing states where it was published.' },
  } as const,
});

export const LinkKindEnum = builder.enumType('LinkKind', {
  description: 'What a link of a paper leads to. The label decides, then the address.',
  values: {
    PAPER: { description: 'The paper, or its page at the publisher.' },
    PDF: { description: 'The paper as a file.' },
    CODE: { description: 'Its program text.' },
    ARTIFACT: { description: 'What an artifact evaluation looked at.' },
    DATASET: { description: 'Data or traces.' },
    BENCHMARK: { description: 'A benchmark.' },
    SLIDES: { description: 'Slides of a talk.' },
    VIDEO: { description: 'A recorded talk.' },
    POSTER: { description: 'A poster.' },
    HOMEPAGE: { description: 'A site about it.' },
    BLOG: { description: 'A blog post about it.' },
    NOTES: { description: 'Notes that a reader took, often a page of the same list.' },
    OTHER: { description: 'Something else.' },
  } as const,
});

export const InstitutionKindEnum = builder.enumType('InstitutionKind', {
  description: 'What kind of organisation an institution is, in the words of ROR.',
  values: {
    EDUCATION: { description: 'A university or school.' },
    COMPANY: { description: 'A company.' },
    GOVERNMENT: { description: 'A part of a government.' },
    FACILITY: { description: 'A laboratory or research facility.' },
    NONPROFIT: { description: 'A non-profit organisation.' },
    HEALTHCARE: { description: 'A hospital or the like.' },
    ARCHIVE: { description: 'A library, museum or archive.' },
    OTHER: { description: 'Something else.' },
  } as const,
});

export const ConferenceKindEnum = builder.enumType('ConferenceKind', {
  description: 'What kind of series papers are published in.',
  values: {
    CONFERENCE: { description: 'A conference.' },
    WORKSHOP: { description: 'A workshop, often part of a conference.' },
    JOURNAL: { description: 'A journal.' },
    PREPRINT_SERVER: { description: 'A preprint server such as arXiv.' },
    REPORT_SERIES: { description: 'Technical reports of an institution.' },
    BOOK_SERIES: { description: 'Books.' },
    OTHER: { description: 'A series that the tables of names do not know yet.' },
  } as const,
});

export const CollaborationKindEnum = builder.enumType('CollaborationKind', {
  description: 'Where the institutions of a paper are, as far as is known. Units count as named.',
  values: {
    INTERNATIONAL: { description: 'In two countries or more.' },
    NATIONAL: { description: 'Two institutions or more, all of them known to be in one country.' },
    WITHIN_ONE: { description: 'One institution.' },
    UNKNOWN: { description: 'No institution is named, or too few countries are known to say.' },
  } as const,
});

export const NodeKindEnum = builder.enumType('NodeKind', {
  description: 'What can be found by its name or its text.',
  values: {
    PAPER: { description: 'A paper, by title, short name, abstract, remarks and topics.' },
    INSTITUTION: { description: 'An institution, by name and aliases.' },
    CONFERENCE: { description: 'A series, by acronym, name and aliases.' },
    TOPIC: { description: 'A topic, by its heading.' },
    AUTHOR: { description: 'An author, by name.' },
  } as const,
});

export const ProblemSeverityEnum = builder.enumType('ProblemSeverity', {
  description: 'How much a problem takes away.',
  values: {
    ERROR: { description: 'Something was not read.' },
    WARNING: { description: 'Something was read that may be wrong.' },
    NOTE: { description: 'Something that a reader of the figures should know.' },
  } as const,
});

export const CountingRuleEnum = builder.enumType('CountingRule', {
  description: 'What one paper adds to the weight of each pair of its institutions. n: institutions of the paper.',
  values: {
    FULL: { description: '1 for each pair on a paper.', value: 0 },
    FRACTIONAL: { description: '1/(n-1) for a paper with n institutions.', value: 1 },
    SHARED: { description: '2/(n(n-1)).', value: 2 },
  } as const,
});

/** The rule among a field's arguments, which graphql-js has checked. */
export function countingOf(counting: unknown): 0 | 1 | 2 {
  return counting === 1 || counting === 2 ? counting : 0;
}

export const PaperFacetEnum = builder.enumType('PaperFacet', {
  description: 'What papers can be counted by.',
  values: {
    YEAR: { description: 'Year of publication, in order; papers without a known year are left out.' },
    DECADE: { description: 'Decade of publication, by its first year, in order.' },
    TYPE: { description: 'Kind of work.' },
    CONFERENCE: { description: 'Series.' },
    CONFERENCE_KIND: { description: 'Kind of series.' },
    INSTITUTION: { description: 'Institution; the count is that of `institution.papers`.' },
    INSTITUTION_KIND: { description: 'Kind of institution, where known.' },
    COUNTRY: { description: 'Country of an institution, where known.' },
    TOPIC: {
      description: 'Topic that a paper itself is listed under; the count is that of `topic.papers(narrower: false)`.',
    },
    AUTHOR: { description: 'Author.' },
    LINK_KIND: { description: 'Kind of link.' },
    AWARD: { description: 'Award, as stated.' },
    COLLABORATION_KIND: {
      description:
        'Kind of collaboration, exactly one for each paper, so that the counts add up to all papers: ' +
        'INTERNATIONAL (institutions of two or more known countries), NATIONAL (two or more institutions, all of one known country), ' +
        'WITHIN_ONE (exactly one institution), UNKNOWN (everything else).',
    },
  } as const,
});

export type PaperFacet = typeof PaperFacetEnum.$inferType;

export const paperType: Codec<PaperType> = word(...paperTypes);
export const linkKind: Codec<LinkKind> = word(...linkKinds);
export const institutionKind: Codec<InstitutionKind> = word(...institutionKinds);
export const conferenceKind: Codec<ConferenceKind> = word(...conferenceKinds);
export const problemSeverity: Codec<ProblemSeverity> = word('ERROR', 'WARNING', 'NOTE');
