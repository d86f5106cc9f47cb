import type { Names, Predicate } from '../read/selection.ts';
import { collaborationKindIn, countriesKnown, countryCountOf, institutionCountOf } from './country-predicates.ts';
import type { InstitutionSet, KeySet, PaperFilter } from './filters.ts';
import { countryCode, institutionKind, type NameKind, type NameLookup, textsOf, topicKind } from './name-lookup.ts';
import { allOf, among, anyOf, compare, exactly, keyIn, leaf, not } from './predicate.ts';
import { propertyRange, statedCountRange, yearRange } from './range-predicates.ts';
import { type Hop, type Hubs, related, relatedTo, unrelatedTo } from './related-predicates.ts';

const atInstitution: Hop = {
  pattern: '-[:AFFILIATED_WITH]->(@:Institution)',
  reverse: '(@)<-[:AFFILIATED_WITH]-(#)',
  label: 'Institution',
  property: 'key',
  isOnce: true,
};
const inCountry: Hop = { ...atInstitution, property: 'countryCode', isOnce: false };
const inConference: Hop = {
  pattern: '-[:PUBLISHED_IN]->(@:Conference)',
  reverse: '(@)<-[:PUBLISHED_IN]-(#)',
  label: 'Conference',
  property: 'key',
  isOnce: true,
};
const onTopic: Hop = {
  pattern: '-[:HAS_TOPIC]->(@:Topic)',
  reverse: '(@)<-[:HAS_TOPIC]-(#)',
  label: 'Topic',
  property: 'key',
  isOnce: true,
};
const byAuthor: Hop = {
  pattern: '<-[:AUTHORED]-(@:Author)',
  reverse: '(@)-[:AUTHORED]->(#)',
  label: 'Author',
  property: 'key',
  isOnce: true,
};
/** Rows of a page may be about conferences too. */
const onPage: Hop = {
  pattern: '<-[:OF]-(:Listing)-[:ON]->(@:Page)',
  reverse: '(@)<-[:ON]-(:Listing)-[:OF]->(#:Paper)',
  label: 'Page',
  property: 'key',
  isOnce: false,
};

/** The predicate of a filter over papers. */
export function paperPredicate(filter: PaperFilter, lookup: NameLookup): Predicate {
  const { and, or, not: excluded } = filter;
  return allOf([
    ...keyLeaves(filter.key, lookup),
    ...(filter.page ? [relatedTo(onPage, hubs(lookup, 'page', filter.page))] : []),
    ...institutionLeaves(filter.institution, lookup),
    ...setLeaves(filter.conference, inConference, lookup, 'conference'),
    ...setLeaves(filter.topic, onTopic, lookup, topicKind(filter.topic?.narrower)),
    ...setLeaves(filter.author, byAuthor, lookup, 'author'),
    ...countryLeaves(filter.country, lookup),
    ...textLeaves(filter, lookup),
    ...yearRange(filter.year),
    ...propertyRange('citedByCount', filter.citedByCount),
    ...statedCountRange(institutionCountOf, filter.institutionCount),
    ...statedCountRange(countryCountOf, filter.countryCount),
    ...plainLeaves(filter),
    ...(and ?? []).map((each) => paperPredicate(each, lookup)),
    ...(or ? [anyOf(or.map((each) => paperPredicate(each, lookup)))] : []),
    ...(excluded ? [not(paperPredicate(excluded, lookup))] : []),
  ]);
}

/** A key that no paper has any more stands for the paper that has taken its place. */
function keyLeaves(keys: PaperFilter['key'], lookup: NameLookup): readonly Predicate[] {
  if (!keys) return [];
  const resolved = keys.flatMap((key) => {
    const live = lookup.find('paper', [key]).keys;
    return live.length > 0 ? live : lookup.find('former-paper', [key]).keys;
  });
  return [keyIn('Paper', [...new Set(resolved)].sort())];
}

function institutionLeaves(set: InstitutionSet | null | undefined, lookup: NameLookup): readonly Predicate[] {
  if (!set) return [];
  const { kind, rollUpUnits } = set;
  return [
    ...setLeaves(set, atInstitution, lookup, institutionKind(rollUpUnits)),
    ...(kind ? [institutionOfKind(kind, rollUpUnits ?? true)] : []),
  ];
}

/** Names at least one institution of these kinds; a unit is of its parent's kind where units are rolled up. */
function institutionOfKind(kinds: readonly string[], rollUpUnits: boolean): Predicate {
  const way = rollUpUnits ? '-[:AFFILIATED_WITH]->(:Institution)-[:COUNTS_UNDER]->' : '-[:AFFILIATED_WITH]->';
  return leaf((variable, names) => {
    const other = names.variable('other');
    return `COUNT { MATCH (${variable})${way}(${other}:Institution) WHERE ${other}.kind IN ${names.parameter(kinds)} } > 0`;
  });
}

function countryLeaves(set: KeySet | null | undefined, lookup: NameLookup): readonly Predicate[] {
  if (!set) return [];
  const { isKnown, ...named } = set;
  const codes = (stated: readonly string[] | null | undefined) => stated?.map(countryCode);
  return [
    ...setLeaves(
      { any: codes(named.any), all: codes(named.all), none: codes(named.none) },
      inCountry,
      lookup,
      'country',
    ),
    ...(isKnown === null || isKnown === undefined
      ? []
      : [leaf((variable, names) => `${countriesKnown(variable, names, true)} ${isKnown ? '>' : '='} 0`)]),
  ];
}

function setLeaves(set: KeySet | null | undefined, hop: Hop, lookup: NameLookup, kind: NameKind): readonly Predicate[] {
  const { any, all, none, isKnown } = set ?? {};
  return [
    ...(all ?? []).map((name) => relatedTo(hop, hubs(lookup, kind, [name]))),
    ...(any ? [relatedTo(hop, hubs(lookup, kind, any))] : []),
    ...(none ? [unrelatedTo(hop, hubs(lookup, kind, none))] : []),
    ...(isKnown === null || isKnown === undefined ? [] : [related(hop.pattern.replace(/\(@:\w+\)/, '()'), isKnown)]),
  ];
}

function hubs(lookup: NameLookup, kind: NameKind, stated: readonly string[]): Hubs {
  const { keys, degree } = lookup.find(kind, stated);
  return { values: keys, degree, share: Math.min(1, degree / Math.max(1, lookup.paperCount ?? 1)) };
}

/** How many of all papers a text is taken to be in; nothing tells it ahead. */
const shareOfText = 0.01;

function textLeaves(filter: PaperFilter, lookup: NameLookup): readonly Predicate[] {
  return textsOf(filter).map(({ property, part }) => {
    const condition = (variable: string, names: Names) => `${variable}.${property} CONTAINS ${names.parameter(part)}`;
    const match = lookup.textMatch(property, part);
    if (match !== null) return leaf(condition, { start: among('Paper', match.ids, condition), share: match.share });
    const start = exactly(
      (lookup.paperCount ?? 0) * shareOfText,
      (variable, names) => `MATCH (${variable}:Paper)\nWHERE ${condition(variable, names)}`,
    );
    return leaf(condition, { start, share: shareOfText });
  });
}

function plainLeaves(filter: PaperFilter): readonly Predicate[] {
  const { type, hasLink, award, affiliationsIncomplete, collaborationKind } = filter;
  return [
    ...(type ? [compare('type', 'IN', type)] : []),
    ...(hasLink ? [linkOfKind(hasLink)] : []),
    ...(award === null || award === undefined ? [] : [awarded(award)]),
    ...(affiliationsIncomplete === null || affiliationsIncomplete === undefined
      ? []
      : [compare('affiliationsIncomplete', '=', affiliationsIncomplete)]),
    ...(collaborationKind ? [collaborationKindIn(collaborationKind)] : []),
  ];
}

function linkOfKind(kinds: readonly string[]): Predicate {
  return leaf((variable, names) => {
    const linked = names.variable('linked');
    return `COUNT { MATCH (${variable})-[${linked}:HAS_LINK]->() WHERE ${linked}.kind IN ${names.parameter(kinds)} } > 0`;
  });
}

function awarded(hasAward: boolean): Predicate {
  return leaf((variable) => `size(coalesce(${variable}.awards, [])) ${hasAward ? '> 0' : '= 0'}`);
}
