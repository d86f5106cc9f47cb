import { collapse, fold, foldHeading } from '../../model/text.ts';
import type { Names, Predicate } from '../read/selection.ts';
import type { ConferenceFilter, InstitutionFilter, PaperFilter, ProblemFilter, TopicFilter } from './filters.ts';
import type { NameLookup } from './name-lookup.ts';
import { paperPredicate } from './paper-predicate.ts';
import { allOf, compare, keyIn, type Leaf } from './predicate.ts';

/** The predicate of a filter over institutions; its name is the name or any alias. */
export function institutionPredicate(
  { key, nameContains, kind, papers }: InstitutionFilter,
  lookup: NameLookup,
): Predicate {
  return allOf([
    ...(key ? [keyIn('Institution', key)] : []),
    ...(kind ? [compare('kind', 'IN', kind)] : []),
    ...(nameContains ? [compare('namesFolded', 'CONTAINS', fold(nameContains))] : []),
    ...withPapers('<-[:AFFILIATED_WITH]-', papers, lookup),
  ]);
}

/** The predicate of a filter over conferences; its name is any of acronym, name and aliases. */
export function conferencePredicate(
  { key, nameContains, kind, rank, papers }: ConferenceFilter,
  lookup: NameLookup,
): Predicate {
  return allOf([
    ...(key ? [keyIn('Conference', key)] : []),
    ...(kind ? [compare('kind', 'IN', kind)] : []),
    ...(nameContains ? [compare('namesFolded', 'CONTAINS', fold(nameContains))] : []),
    ...(rank ? [anyIn('ranks', rank.map(storedRank))] : []),
    ...withPapers('<-[:PUBLISHED_IN]-', papers, lookup),
  ]);
}

/** The predicate of a filter over topics. */
export function topicPredicate({ key, nameContains, papers }: TopicFilter, lookup: NameLookup): Predicate {
  return allOf([
    ...(key ? [keyIn('Topic', key)] : []),
    ...(nameContains ? [compare('nameFolded', 'CONTAINS', foldHeading(nameContains))] : []),
    ...withPapers('<-[:HAS_TOPIC]-', papers, lookup),
  ]);
}

/** The predicate of a filter over problems; a page is named by key or path. */
export function problemPredicate({ source, page, code, severity }: ProblemFilter): Predicate {
  return allOf([
    ...(code ? [compare('code', 'IN', code)] : []),
    ...(severity ? [compare('severity', 'IN', severity)] : []),
    ...(typeof page === 'string' ? [onPage(page)] : []),
    ...(typeof source === 'string' ? [inSource(source)] : []),
  ]);
}

/** The pages of one source. */
export function pagePredicate(source: string | null | undefined): Predicate {
  if (typeof source !== 'string') return allOf([]);
  return allOf([
    counted(
      (page, other) => `(${page})-[:PAGE_OF]->(${other}:Source)`,
      (other, value) => `${other}.key = ${value}`,
      (page, other) => `(${other})<-[:PAGE_OF]-(${page}:Page)`,
      { label: 'Source', value: source },
    ),
  ]);
}

/** A rank as it is stored: "ccf a*" is "CCF A*". */
function storedRank(rank: string): string {
  return collapse(rank).toUpperCase();
}

/** At least one of these is in a list. */
function anyIn(property: string, values: readonly string[]): Leaf {
  return {
    condition: (variable, names) => {
      const each = names.variable('each');
      const list = `[${each} IN ${variable}.${property} WHERE ${each} IN ${names.parameter(values)}]`;
      return `coalesce(size(${list}), 0) > 0`;
    },
  };
}

/** At least one paper that a filter lets through. */
function withPapers(relationship: string, filter: PaperFilter | null | undefined, lookup: NameLookup): readonly Leaf[] {
  if (!filter) return [];
  const predicate = paperPredicate(filter, lookup);
  return [
    {
      condition: (variable, names) => {
        const paper = names.variable('paper');
        const condition = predicate.condition(paper, names) ?? 'true';
        return `COUNT { MATCH (${variable})${relationship}(${paper}:Paper) WHERE ${condition} } > 0`;
      },
    },
  ];
}

function onPage(page: string): Leaf {
  return counted(
    (problem, other) => `(${problem})-[:ON]->(${other}:Page)`,
    (other, value) => `${other}.key = ${value} OR ${other}.path = ${value}`,
    (problem, other) => `(${other})<-[:ON]-(${problem}:Problem)`,
    { label: 'Page', value: page },
  );
}

function inSource(source: string): Leaf {
  return counted(
    (problem, other) => `(${problem})-[:ON]->(:Page)-[:PAGE_OF]->(${other}:Source)`,
    (other, value) => `${other}.key = ${value}`,
    (problem, other) => `(${other})<-[:PAGE_OF]-(:Page)<-[:ON]-(${problem}:Problem)`,
    { label: 'Source', value: source },
  );
}

/** Related to a node that meets a condition, which a statement can start at. Each leads to one such node alone. */
function counted(
  pattern: (variable: string, other: string) => string,
  condition: (other: string, value: string) => string,
  reverse: (variable: string, other: string) => string,
  { label, value }: { readonly label: string; readonly value: string },
): Leaf {
  return {
    condition: (variable: string, names: Names) => {
      const other = names.variable('other');
      return `COUNT { MATCH ${pattern(variable, other)} WHERE ${condition(other, names.parameter(value))} } > 0`;
    },
    start: (variable: string, names: Names) => {
      const other = names.variable('other');
      return `MATCH (${other}:${label}) WHERE ${condition(other, names.parameter(value))}\nMATCH ${reverse(variable, other)}`;
    },
  };
}
