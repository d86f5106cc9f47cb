import type { Names, Predicate } from '../read/selection.ts';
import type { ProblemFilter } from './filters.ts';
import { institutionKind, type NameLookup } from './name-lookup.ts';
import { allOf, anyOf, compare, exactly, leaf } from './predicate.ts';

/** The predicate of a filter over problems; a page is named by key or path. */
export function problemPredicate(
  { source, page, institution, code, severity }: ProblemFilter,
  lookup: NameLookup,
): Predicate {
  return allOf([
    ...(code ? [compare('code', 'IN', code)] : []),
    ...(severity ? [compare('severity', 'IN', severity)] : []),
    ...(typeof page === 'string' ? [onPage(page)] : []),
    ...(typeof source === 'string' ? [inSource(source)] : []),
    ...(institution ? [withInstitution(lookup.find(institutionKind(true), institution).keys)] : []),
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

function onPage(page: string): Predicate {
  return counted(
    (problem, other) => `(${problem})-[:ON]->(${other}:Page)`,
    (other, value) => `${other}.key = ${value} OR ${other}.path = ${value}`,
    (problem, other) => `(${other})<-[:ON]-(${problem}:Problem)`,
    { label: 'Page', value: page },
  );
}

function inSource(source: string): Predicate {
  return counted(
    (problem, other) => `(${problem})-[:ON]->(:Page)-[:PAGE_OF]->(${other}:Source)`,
    (other, value) => `${other}.key = ${value}`,
    (problem, other) => `(${other})<-[:PAGE_OF]-(:Page)<-[:ON]-(${problem}:Problem)`,
    { label: 'Source', value: source },
  );
}

/** About a paper that names one of some institutions, or on the line of a row about such a paper. */
function withInstitution(keys: readonly string[]): Predicate {
  return anyOf([
    throughPapers(
      keys,
      '(#)-[:ABOUT]->(:Paper)-[:AFFILIATED_WITH]->(@)',
      '(@)<-[:AFFILIATED_WITH]-(:Paper)<-[:ABOUT]-(#)',
    ),
    throughPapers(
      keys,
      '(#)-[:ON]->(:Page)<-[:ON]-(listing:Listing)-[:OF]->(:Paper)-[:AFFILIATED_WITH]->(@)',
      '(@)<-[:AFFILIATED_WITH]-(:Paper)<-[:OF]-(listing:Listing)-[:ON]->(:Page)<-[:ON]-(#)',
    ),
  ]);
}

/** A way from the problem, `#`, to an institution, `@`. A listing on it stands on the problem's line. */
function throughPapers(keys: readonly string[], pattern: string, reverse: string): Predicate {
  const written = (way: string, variable: string, institution: string, names: Names) => {
    const listing = names.variable('listing');
    return {
      path: way.replace('#', variable).replace('@', institution).replace('(listing:', `(${listing}:`),
      sameLine: way.includes('(listing:') ? [`${listing}.line = ${variable.split(':')[0]}.line`] : [],
    };
  };
  return leaf(
    (variable, names) => {
      const other = names.variable('other');
      const { path, sameLine } = written(pattern, variable, `${other}:Institution`, names);
      const conditions = [`${other}.key IN ${names.parameter(keys)}`, ...sameLine];
      return `COUNT { MATCH ${path} WHERE ${conditions.join(' AND ')} } > 0`;
    },
    {
      start: exactly(keys.length, (variable, names) => {
        const hub = names.variable('hub');
        const found = `${hub}:Institution {key: ${hub}_key}`;
        const { path, sameLine } = written(reverse, `${variable}:Problem`, found, names);
        const where = sameLine.length === 0 ? '' : `\nWHERE ${sameLine.join(' AND ')}`;
        return `UNWIND ${names.parameter(keys)} AS ${hub}_key\nMATCH ${path}${where}\nWITH DISTINCT ${variable}`;
      }),
      share: 0,
    },
  );
}

/** Related to a node that meets a condition, which a statement can start at. Each leads to one such node alone. */
function counted(
  pattern: (variable: string, other: string) => string,
  condition: (other: string, value: string) => string,
  reverse: (variable: string, other: string) => string,
  { label, value }: { readonly label: string; readonly value: string },
): Predicate {
  return leaf(
    (variable, names) => {
      const other = names.variable('other');
      return `COUNT { MATCH ${pattern(variable, other)} WHERE ${condition(other, names.parameter(value))} } > 0`;
    },
    {
      // One node; what hangs on it is not counted ahead, and testing every problem in turn would take longer.
      share: 0,
      start: exactly(1, (variable, names) => {
        const other = names.variable('other');
        return `MATCH (${other}:${label}) WHERE ${condition(other, names.parameter(value))}\nMATCH ${reverse(variable, other)}`;
      }),
    },
  );
}
