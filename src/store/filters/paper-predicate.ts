import { fold } from '../../model/text.ts';
import type { Predicate } from '../read/selection.ts';
import { searchParts } from '../stored-text.ts';
import type { InstitutionSet, IntRange, KeySet, PaperFilter, TopicSet } from './filters.ts';
import { institutionKind, type NameLookup, topicKind } from './name-lookup.ts';
import {
  allOf,
  anyOf,
  compare,
  type Hop,
  isKnown,
  keyIn,
  type Leaf,
  not,
  related,
  relatedTo,
  unrelatedTo,
} from './predicate.ts';

const atInstitution: Hop = {
  pattern: '-[:AFFILIATED_WITH]->(@:Institution)',
  reverse: { from: '(@)<-[:AFFILIATED_WITH]-', label: 'Institution' },
};
const inConference: Hop = {
  pattern: '-[:PUBLISHED_IN]->(@:Conference)',
  reverse: { from: '(@)<-[:PUBLISHED_IN]-', label: 'Conference' },
};
const onTopic: Hop = {
  pattern: '-[:HAS_TOPIC]->(@:Topic)',
  reverse: { from: '(@)<-[:HAS_TOPIC]-', label: 'Topic' },
};
const onPage: Hop = {
  pattern: '<-[:OF]-(:Listing)-[:ON]->(@:Page)',
  reverse: { from: '(@)<-[:ON]-(:Listing)-[:OF]->', label: 'Page' },
};

/**
 * The predicate of a filter over papers. Fields that can start a statement come first, the most selective kind before
 * the others.
 */
export function paperPredicate(filter: PaperFilter, lookup: NameLookup): Predicate {
  const { and, or, not: excluded } = filter;
  return allOf([
    ...keyLeaves(filter.key, lookup),
    ...pageLeaves(filter.page, lookup),
    ...institutionLeaves(filter.institution, lookup),
    ...conferenceLeaves(filter.conference, lookup),
    ...topicLeaves(filter.topic, lookup),
    ...textLeaves(filter),
    ...rangeLeaves('year', filter.year),
    ...plainLeaves(filter),
    ...(and ?? []).map((each) => paperPredicate(each, lookup)),
    ...(or ? [anyOf(or.map((each) => paperPredicate(each, lookup)))] : []),
    ...(excluded ? [not(paperPredicate(excluded, lookup))] : []),
  ]);
}

/** A key that no paper has any more stands for the paper that has taken its place. */
function keyLeaves(keys: PaperFilter['key'], lookup: NameLookup): readonly Leaf[] {
  if (!keys) return [];
  const resolved = keys.flatMap((key) => {
    const live = lookup.keysOf('paper', key);
    return live.length > 0 ? live : lookup.keysOf('former-paper', key);
  });
  return [keyIn('Paper', [...new Set(resolved)].sort())];
}

function pageLeaves(pages: PaperFilter['page'], lookup: NameLookup): readonly Leaf[] {
  return pages ? [relatedTo(onPage, keysOf(lookup, 'page', pages))] : [];
}

function institutionLeaves(set: InstitutionSet | null | undefined, lookup: NameLookup): readonly Leaf[] {
  if (!set) return [];
  return setLeaves(set, atInstitution, '-[:AFFILIATED_WITH]->()', lookup, institutionKind(set.rollUpUnits));
}

function conferenceLeaves(set: KeySet | null | undefined, lookup: NameLookup): readonly Leaf[] {
  return set ? setLeaves(set, inConference, '-[:PUBLISHED_IN]->()', lookup, 'conference') : [];
}

function topicLeaves(set: TopicSet | null | undefined, lookup: NameLookup): readonly Leaf[] {
  return set ? setLeaves(set, onTopic, '-[:HAS_TOPIC]->()', lookup, topicKind(set.narrower)) : [];
}

function setLeaves(
  { any, all, none, isKnown: known }: KeySet,
  hop: Hop,
  bare: string,
  lookup: NameLookup,
  kind: Parameters<NameLookup['keysOf']>[0],
): readonly Leaf[] {
  return [
    ...(all ?? []).map((name) => relatedTo(hop, lookup.keysOf(kind, name))),
    ...(any ? [relatedTo(hop, keysOf(lookup, kind, any))] : []),
    ...(none ? [unrelatedTo(hop, keysOf(lookup, kind, none))] : []),
    ...(known === null || known === undefined ? [] : [related(bare, known)]),
  ];
}

function textLeaves({ about, titleContains }: PaperFilter): readonly Leaf[] {
  return [
    ...(about ? searchParts(about).map((part) => compare('searchText', 'CONTAINS', part)) : []),
    ...(titleContains ? [compare('titleFolded', 'CONTAINS', fold(titleContains))] : []),
  ];
}

function rangeLeaves(property: string, range: IntRange | null | undefined): readonly Leaf[] {
  if (!range) return [];
  const { min, max, isKnown: known } = range;
  return [
    ...(min === null || min === undefined ? [] : [compare(property, '>=', min)]),
    ...(max === null || max === undefined ? [] : [compare(property, '<=', max)]),
    ...(known === null || known === undefined ? [] : [isKnown(property, known)]),
  ];
}

function plainLeaves({ type, hasLink, award, affiliationsIncomplete, institutionCount }: PaperFilter): readonly Leaf[] {
  return [
    ...(type ? [compare('type', 'IN', type)] : []),
    ...(hasLink ? [linkLeaf(hasLink)] : []),
    ...(award === null || award === undefined ? [] : [awardLeaf(award)]),
    ...(affiliationsIncomplete === null || affiliationsIncomplete === undefined
      ? []
      : [compare('affiliationsIncomplete', '=', affiliationsIncomplete)]),
    ...institutionCountLeaves(institutionCount),
  ];
}

function linkLeaf(kinds: readonly string[]): Leaf {
  return {
    condition: (variable, names) => {
      const linked = names.variable('linked');
      return `COUNT { MATCH (${variable})-[${linked}:HAS_LINK]->() WHERE ${linked}.kind IN ${names.parameter(kinds)} } > 0`;
    },
  };
}

function awardLeaf(hasAward: boolean): Leaf {
  return { condition: (variable) => `size(${variable}.awards) ${hasAward ? '> 0' : '= 0'}` };
}

function institutionCountLeaves(range: IntRange | null | undefined): readonly Leaf[] {
  const count = (variable: string) => `COUNT { (${variable})-[:AFFILIATED_WITH]->() }`;
  const leaf = (operator: string, value: number): Leaf => ({
    condition: (variable, names) => `${count(variable)} ${operator} ${names.parameter(value)}`,
  });
  return [
    ...(range?.min === null || range?.min === undefined ? [] : [leaf('>=', range.min)]),
    ...(range?.max === null || range?.max === undefined ? [] : [leaf('<=', range.max)]),
    ...(range?.isKnown === null || range?.isKnown === undefined ? [] : [leaf(range.isKnown ? '>' : '=', 0)]),
  ];
}

function keysOf(
  lookup: NameLookup,
  kind: Parameters<NameLookup['keysOf']>[0],
  names: readonly string[],
): readonly string[] {
  return [...new Set(names.flatMap((name) => lookup.keysOf(kind, name)))].sort();
}
