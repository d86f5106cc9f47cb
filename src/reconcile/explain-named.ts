import type { ExplainedFact, Explanation, NodeKind } from '../model/explanation.ts';
import type { CanonicalGraph, ConferenceListing, Listing } from '../model/graph.ts';
import type { StatedFacts } from '../model/names/facts.ts';
import { builtInNames, type Names } from '../model/names/names.ts';
import { explainEdition, explainSeries } from './explain-conference.ts';
import { fact, firstSpelling, type Lines, lineOf, spellingsOf } from './explained-lines.ts';
import { identityOf } from './listing-identity.ts';
import { reconcile } from './reconcile.ts';
import { institutionsStatedIn } from './stated-institutions.ts';
import { broaderHeadings } from './topics.ts';

/** How an institution or topic comes by its facts. */
const nameRules = {
  TABLE: 'as the tables of names have it',
  TABLES: 'alias files go before the built-in table, and that before registers, which add what is left open',
  STATED: 'an alias file, a register or else a data set states it, which goes before the built-in table',
  FIRST_SPELLING: 'no table has it: of all spellings in use the first in alphabetical order',
  HEADING: 'the heading in the source; of its spellings the first in alphabetical order',
  HEADING_PATH: 'the source, and the headings down to this one',
  LISTED: 'every line that names it',
} as const;

/** Where the tables of names beside the built-in ones have a node. */
export interface TableLines {
  readonly aliasFiles: Lines;
  readonly registers: Lines;
}

/** All that is stated on an institution, conference, edition or topic. */
export interface StatedOfNamed {
  /** All listings of every paper that refers to it. */
  readonly listings: readonly Listing[];
  /** Of a conference or edition: see `StatedOfConference`. */
  readonly conferenceListings?: readonly ConferenceListing[];
  readonly tableLines?: TableLines;
}

interface NamedNode {
  readonly kind: Exclude<NodeKind, 'paper'>;
  readonly key: string;
}

/**
 * Tells why an institution, conference, edition or topic is what it is.
 *
 * @param names - what the names in the listings mean
 * @returns undefined where nothing that is stated gives it
 */
export function explainNamed(
  node: NamedNode,
  { listings, conferenceListings = [], tableLines = noTableLines }: StatedOfNamed,
  names: Names = builtInNames,
): Explanation | undefined {
  const graph = reconcile(listings, names);
  const lines = [...listings].sort(byPlace).flatMap((listing) => linesOf(listing, node, names));
  const stated = { graph, lines, listings: conferenceListings };
  const facts = factsOf(node, stated, names);
  if (facts === undefined) return undefined;
  const all = [...facts, knownFrom(node, tableLines)].filter(({ value }) => value !== null);
  return { ...node, name: facts[0]?.value ?? node.key, facts: all, joins: [], keptApart: [] };
}

const noTableLines: TableLines = { aliasFiles: [], registers: [] };

interface Stated {
  readonly graph: CanonicalGraph;
  readonly lines: Lines;
  readonly listings: readonly ConferenceListing[];
}

function factsOf(
  { kind, key }: NamedNode,
  { graph, lines, listings }: Stated,
  names: Names,
): readonly ExplainedFact[] | undefined {
  if (kind === 'institution') return institutionFacts(graph, { key, stated: names.statedOf(key) }, lines);
  if (kind === 'topic') return topicFacts(graph, key, lines);
  const conference = graph.conferences.find((each) => each.key === key);
  const edition = graph.editions.find((each) => each.key === key);
  const stated = { ofPapers: { conference, edition }, lines, listings };
  return kind === 'conference' ? explainSeries(key, stated, names) : explainEdition(key, stated, names);
}

/** Which tables have an institution or conference, with the lines of those that are files. */
function knownFrom({ kind, key }: NamedNode, { aliasFiles, registers }: TableLines): ExplainedFact {
  const isBuiltIn =
    (kind === 'institution' && builtInNames.institutionByKey(key) !== undefined) ||
    (kind === 'conference' && builtInNames.conferenceByKey(key) !== undefined);
  const tables = [
    ...(aliasFiles.length > 0 ? ['alias file'] : []),
    ...(isBuiltIn ? ['built-in table'] : []),
    ...(registers.length > 0 ? ['register of organisations'] : []),
  ];
  return fact('known from', tables.join('; ') || null, nameRules.TABLES, [...aliasFiles, ...registers]);
}

function institutionFacts(
  { institutions }: CanonicalGraph,
  { key, stated }: { readonly key: string; readonly stated: StatedFacts | undefined },
  lines: Lines,
) {
  const found = institutions.find((each) => each.key === key);
  if (found === undefined) return undefined;
  const { isKnown, kind, countryCode, ror, homepage, parents, aliases, countsUnderKey } = found;
  const rule = isKnown ? nameRules.TABLE : nameRules.FIRST_SPELLING;
  return [
    fact('name', isKnown ? found.name : firstSpelling(lines), rule, isKnown ? [] : lines),
    fact('other names', aliases.join('; ') || null, rule),
    fact('kind', kind, stated?.kind ? nameRules.STATED : rule),
    fact('country', countryCode, stated?.countryCode ? nameRules.STATED : rule),
    fact('ROR id', ror, rule),
    fact('homepage', homepage, rule),
    fact('part of', parents.map((parent) => `${parent.key} (${parent.kind})`).join('; ') || null, rule),
    fact('counted under', countsUnderKey === key ? null : countsUnderKey, rule),
    fact('named by', spellingsOf(lines), nameRules.LISTED, lines),
  ].filter(({ value }) => value !== null);
}

function topicFacts({ topics }: CanonicalGraph, key: string, lines: Lines) {
  const found = topics.find((each) => each.key === key);
  if (found === undefined) return undefined;
  const path = firstSpelling(lines);
  return [
    fact('name', path?.split(' > ').at(-1) ?? found.name, nameRules.HEADING, lines),
    fact('key', key, nameRules.HEADING_PATH),
    fact('source', found.sourceKey, nameRules.HEADING_PATH),
    fact('path', path ?? found.path.join(' > '), nameRules.HEADING),
    fact('broader', found.broaderKey, nameRules.HEADING_PATH),
  ].filter(({ value }) => value !== null);
}

/** The lines of a listing that name the node, as each writes it. */
function linesOf(listing: Listing, { kind, key }: NamedNode, names: Names): Lines {
  if (kind === 'institution') {
    const stated = institutionsStatedIn(listing.record, names).filter((each) => each.key === key);
    return stated.map(({ statedAs }) => lineOf(listing, statedAs));
  }
  if (kind === 'topic') {
    const path = broaderHeadings(listing).find((each) => each.topicKey === key)?.path;
    return path ? [lineOf(listing, path.join(' > '))] : [];
  }
  const { venue, year } = identityOf(listing, names);
  return venue.series
    .filter((series) => (kind === 'conference' ? series.key === key : `${series.key}-${year}` === key))
    .map(({ acronym, facts }) => lineOf(listing, facts ? listing.record.venue : acronym));
}

/** By source, page and line. */
function byPlace(a: Listing, b: Listing): number {
  if (a.pageKey !== b.pageKey) return a.pageKey < b.pageKey ? -1 : 1;
  return a.record.position.line - b.record.position.line;
}
