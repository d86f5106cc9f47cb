import { collapse, fold, foldHeading } from '../../model/text.ts';
import type { Names, Predicate } from '../read/selection.ts';
import type { AuthorFilter, ConferenceFilter, InstitutionFilter, KeySet, PaperFilter, TopicFilter } from './filters.ts';
import { countryCode, institutionKind, type NameLookup, topicKind } from './name-lookup.ts';
import { paperPredicate } from './paper-predicate.ts';
import { allOf, anyOf, compare, exactly, isKnown, keyIn, leaf, not } from './predicate.ts';
import { knownCountRange } from './range-predicates.ts';

/** The predicate of a filter over institutions; its name is the name or any alias. Papers count as they name it: no unit is rolled up. */
export function institutionPredicate(filter: InstitutionFilter, lookup: NameLookup): Predicate {
  const { and, or, not: excluded, key, nameContains, kind, country, papers, noPapers, paperCount } = filter;
  const way: WayToPapers = { pattern: '<-[:AFFILIATED_WITH]-', back: '-[:AFFILIATED_WITH]->', label: 'Institution' };
  return allOf([
    ...(key ? [keyIn('Institution', key)] : []),
    ...(kind ? [compare('kind', 'IN', kind)] : []),
    ...(nameContains ? [compare('namesFolded', 'CONTAINS', fold(nameContains))] : []),
    ...countryLeaves(country),
    ...withPapers(way, papers, lookup),
    ...withoutPapers(way, noPapers, lookup),
    ...knownCountRange((variable) => `COUNT { (${variable})<-[:AFFILIATED_WITH]-() }`, paperCount),
    ...(and ?? []).map((each) => institutionPredicate(each, lookup)),
    ...(or ? [anyOf(or.map((each) => institutionPredicate(each, lookup)))] : []),
    ...(excluded ? [not(institutionPredicate(excluded, lookup))] : []),
  ]);
}

/** The predicate of a filter over conferences; its name is any of acronym, name and aliases. */
export function conferencePredicate(
  { key, nameContains, kind, rank, papers }: ConferenceFilter,
  lookup: NameLookup,
): Predicate {
  const way: WayToPapers = { pattern: '<-[:PUBLISHED_IN]-', back: '-[:PUBLISHED_IN]->', label: 'Conference' };
  return allOf([
    ...(key ? [keyIn('Conference', key)] : []),
    ...(kind ? [compare('kind', 'IN', kind)] : []),
    ...(nameContains ? [compare('namesFolded', 'CONTAINS', fold(nameContains))] : []),
    ...(rank ? [anyIn('ranks', rank.map(storedRank))] : []),
    ...withPapers(way, papers, lookup),
  ]);
}

/** The predicate of a filter over topics. */
export function topicPredicate({ key, nameContains, within, papers }: TopicFilter, lookup: NameLookup): Predicate {
  const way: WayToPapers = { pattern: '<-[:HAS_TOPIC]-', back: '-[:HAS_TOPIC]->', label: 'Topic' };
  return allOf([
    ...(key ? [keyIn('Topic', key)] : []),
    ...(nameContains ? [compare('nameFolded', 'CONTAINS', foldHeading(nameContains))] : []),
    ...(typeof within === 'string' ? [keyIn('Topic', lookup.find(topicKind(true), [within]).keys)] : []),
    ...withPapers(way, papers, lookup),
  ]);
}

/** The predicate of a filter over authors. */
export function authorPredicate(
  { key, nameContains, institution, papers, noPapers }: AuthorFilter,
  lookup: NameLookup,
): Predicate {
  const way: WayToPapers = { pattern: '-[:AUTHORED]->', back: '<-[:AUTHORED]-', label: 'Author' };
  return allOf([
    ...(key ? [keyIn('Author', key)] : []),
    ...(nameContains ? [compare('nameFolded', 'CONTAINS', fold(nameContains))] : []),
    ...(institution ? [ofInstitution(lookup, institution)] : []),
    ...withPapers(way, papers, lookup),
    ...withoutPapers(way, noPapers, lookup),
  ]);
}

/** What filters over named things may hold that names have to be looked up for, or that is checked. */
export interface NamedFilter {
  readonly and?: readonly NamedFilter[] | null | undefined;
  readonly or?: readonly NamedFilter[] | null | undefined;
  readonly not?: NamedFilter | null | undefined;
  readonly nameContains?: string | null | undefined;
  readonly papers?: PaperFilter | null | undefined;
  readonly noPapers?: PaperFilter | null | undefined;
  /** A topic, by key or name. */
  readonly within?: string | null | undefined;
  /** Institutions, by key or name. */
  readonly institution?: readonly string[] | null | undefined;
}

/**
 * Filters over papers whose names have to be looked up for a filter over named things: those it holds, and for names of its
 * own one that names the same.
 */
export function paperFiltersWithin(filter: NamedFilter): readonly PaperFilter[] {
  const { and, or, not: excluded, papers, noPapers, within, institution } = filter;
  const nested = [...(and ?? []), ...(or ?? []), ...(excluded ? [excluded] : [])];
  return [
    ...(papers ? [papers] : []),
    ...(noPapers ? [noPapers] : []),
    ...(typeof within === 'string' ? [{ topic: { any: [within] } }] : []),
    ...(institution ? [{ institution: { any: institution } }] : []),
    ...nested.flatMap(paperFiltersWithin),
  ];
}

/** A rank as it is stored: "ccf a*" is "CCF A*". */
function storedRank(rank: string): string {
  return collapse(rank).toUpperCase();
}

/** At least one of these is in a list. */
function anyIn(property: string, values: readonly string[]): Predicate {
  return leaf((variable, names) => {
    const each = names.variable('each');
    const list = `[${each} IN ${variable}.${property} WHERE ${each} IN ${names.parameter(values)}]`;
    return `coalesce(size(${list}), 0) > 0`;
  });
}

/** The country of an institution; it has one at most, so all of several hold for none. */
function countryLeaves(set: KeySet | null | undefined): readonly Predicate[] {
  const { any, all, none, isKnown: known } = set ?? {};
  const within = (stated: readonly string[]): Predicate => {
    const codes = [...new Set(stated.map(countryCode))];
    const condition = (variable: string, names: Names) => `${variable}.countryCode IN ${names.parameter(codes)}`;
    const start = exactly(codes.length, (variable, names) => {
      const code = names.variable('code');
      return `UNWIND ${names.parameter(codes)} AS ${code}\nMATCH (${variable}:Institution {countryCode: ${code}})`;
    });
    return leaf(condition, { start, share: 0 });
  };
  return [
    ...(any ? [within(any)] : []),
    ...(all ?? []).map((each) => within([each])),
    ...(none ? [not(within(none))] : []),
    ...(known === null || known === undefined ? [] : [isKnown('countryCode', known)]),
  ];
}

interface WayToPapers {
  /** From the node to its papers. */
  readonly pattern: string;
  /** From a paper to the node. */
  readonly back: string;
  readonly label: string;
}

/** At least one paper that a filter lets through. Testing a node reads all its papers, so a statement starts at papers where it can. */
function withPapers(
  way: WayToPapers,
  filter: PaperFilter | null | undefined,
  lookup: NameLookup,
): readonly Predicate[] {
  if (!filter) return [];
  const predicate = paperPredicate(filter, lookup);
  const condition = (variable: string, names: Names) => `${countOfPapers(way, predicate, variable, names)} > 0`;
  const { start } = predicate;
  if (start === null) return [leaf(condition)];
  const write = (variable: string, names: Names) => {
    const paper = names.variable('paper');
    const { text, rest } = start.write(paper, names);
    return `${text}
WITH ${paper}
WHERE ${rest ?? 'true'}
MATCH (${paper})${way.back}(${variable}:${way.label})
WITH DISTINCT ${variable}`;
  };
  return [leaf(condition, { start: exactly(start.rowCount, write), share: 0 })];
}

/** No paper that a filter lets through. */
function withoutPapers(
  way: WayToPapers,
  filter: PaperFilter | null | undefined,
  lookup: NameLookup,
): readonly Predicate[] {
  if (!filter) return [];
  const predicate = paperPredicate(filter, lookup);
  return [leaf((variable, names) => `${countOfPapers(way, predicate, variable, names)} = 0`)];
}

function countOfPapers({ pattern }: WayToPapers, predicate: Predicate, variable: string, names: Names): string {
  const paper = names.variable('paper');
  const condition = predicate.condition(paper, names) ?? 'true';
  return `COUNT { MATCH (${variable})${pattern}(${paper}:Paper) WHERE ${condition} }`;
}

/** Some paper states one of these institutions for the author. */
function ofInstitution(lookup: NameLookup, stated: readonly string[]): Predicate {
  const { keys, degree } = lookup.find(institutionKind(true), stated);
  const condition = (variable: string, names: Names) => {
    const authored = names.variable('authored');
    const each = names.variable('each');
    const at = `[${each} IN ${authored}.institutionKeys WHERE ${each} IN ${names.parameter(keys)}]`;
    return `COUNT { MATCH (${variable})-[${authored}:AUTHORED]->() WHERE size(${at}) > 0 } > 0`;
  };
  const start = exactly(degree, (variable, names) => {
    const hub = names.variable('hub');
    const authored = names.variable('authored');
    return `UNWIND ${names.parameter(keys)} AS ${hub}_key
MATCH (${hub}:Institution {key: ${hub}_key})<-[:AFFILIATED_WITH]-(:Paper)<-[${authored}:AUTHORED]-(${variable}:Author)
WHERE ${hub}_key IN ${authored}.institutionKeys
WITH DISTINCT ${variable}`;
  });
  return leaf(condition, { start, share: 0 });
}
