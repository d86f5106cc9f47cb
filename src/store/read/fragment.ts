import { StoreError } from '../../model/errors.ts';
import { type CypherFile, cypherFile } from '../cypher-file.ts';

/**
 * A relation's Cypher, written once: from bound variables to a `WITH` that names what it yields. Where it may run, and
 * what is added behind it (cursor, order, limit, nested fragments), is the composer's business.
 */
export interface Fragment {
  readonly path: string;
  readonly text: string;
  /** Variables that must be bound before it; none for the start of a statement. */
  readonly from: readonly string[];
  /** The node that it yields, or null where a row is no node. */
  readonly to: string | null;
  /** Further columns of a row. */
  readonly extra: readonly string[];
  /** Variables that nested fragments may start from, beside `to` and `extra`; they are not returned. */
  readonly carries: readonly string[];
  /** Bound variables that are its rows already, in its order, so that nothing need be matched where their properties are all that is wanted. */
  readonly each: readonly string[];
  /** Placeholders for predicates, and the variable that each is about. */
  readonly filters: ReadonlyMap<string, string>;
  readonly order: readonly OrderTerm[];
  /** Every variable that it names. */
  readonly variables: readonly string[];
  /** `$names` that values are given for. */
  readonly args: readonly string[];
}

export interface OrderTerm {
  /** A variable or a property of one, such as `paper.yearDescending`. */
  readonly term: string;
  readonly direction: 'ASC' | 'DESC';
}

const cache = new Map<string, Fragment>();

/** Reads a fragment once. Throws StoreError FRAGMENT_INVALID for a header or text that cannot be composed. */
export function fragmentOf(path: string): Fragment {
  const known = cache.get(path);
  if (known) return known;
  const fragment = parse(cypherFile(path));
  cache.set(path, fragment);
  return fragment;
}

function parse(file: CypherFile): Fragment {
  // Renaming works on words, so a word inside quotes would be renamed too.
  if (/['"]/.test(file.text)) throw invalid(file, 'a string literal; give the text as a $parameter');
  const filters = new Map(words(file, 'filters').map((entry) => splitFilter(file, entry)));
  const from = words(file, 'from');
  const extra = words(file, 'extra');
  const to = file.header.get('to') ?? null;
  return {
    path: file.path,
    text: file.text,
    from,
    to,
    extra,
    carries: words(file, 'carries'),
    each: words(file, 'each'),
    filters,
    order: words(file, 'order').map((entry) => splitOrder(file, entry)),
    variables: [...new Set([...from, ...extra, ...declared(file.text)])],
    args: file.parameters.filter((name) => !filters.has(name)),
  };
}

/** Names that patterns, `AS` and lists introduce. */
function declared(text: string): readonly string[] {
  const patterns = [
    /\(([a-z]\w*)(?=[:) {])/g,
    /\[([a-z]\w*)(?=:| IN )/g,
    /\bAS ([a-z]\w*)/g,
    /\breduce\(([a-z]\w*) =/g,
    /, ([a-z]\w*) IN /g,
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
}

function words({ header }: CypherFile, name: string): readonly string[] {
  return (header.get(name) ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function splitFilter(file: CypherFile, entry: string): [string, string] {
  const match = /^(\w+) on (\w+)$/.exec(entry);
  if (!match?.[1] || !match[2]) throw invalid(file, `"filters: ${entry}"; write "filters: name on variable"`);
  return [match[1], match[2]];
}

function splitOrder(file: CypherFile, entry: string): OrderTerm {
  const match = /^([\w.]+) (ASC|DESC)$/.exec(entry);
  if (!match?.[1]) throw invalid(file, `"order: ${entry}"; write "order: variable.property ASC"`);
  return { term: match[1], direction: match[2] === 'DESC' ? 'DESC' : 'ASC' };
}

function invalid({ path }: CypherFile, found: string): StoreError {
  return new StoreError(
    'FRAGMENT_INVALID',
    `cypher/${path}.cypher: expected a fragment that can be composed, but found ${found}.`,
  );
}
