import type { ExplainedFact, ExplainedLine, Explanation, NodeKind } from '../model/explanation.ts';
import type { CanonicalGraph, Listing } from '../model/graph.ts';
import { builtInNames, type Names } from '../model/names/names.ts';
import { lineOf } from './explain-paper.ts';
import { identityOf } from './listing-identity.ts';
import { reconcile } from './reconcile.ts';
import { institutionsStatedIn } from './stated-institutions.ts';
import { broaderHeadings } from './topics.ts';

/** How an institution, conference or topic comes by its facts. */
const nameRules = {
  TABLE: 'as the table of names has it',
  FIRST_SPELLING: 'no table has it: of all spellings in use the first in alphabetical order',
  PLACE_AND_YEAR: 'a conference and a year at which a paper appeared',
  HEADING: 'the heading in the source; of its spellings the first in alphabetical order',
  HEADING_PATH: 'the source, and the headings down to this one',
  LISTED: 'every line that names it',
} as const;

/**
 * Tells why an institution, conference, edition or topic is what it is.
 *
 * @param listings - all listings of every paper that refers to it
 * @returns undefined where none of them gives it
 */
export function explainNamed(
  listings: readonly Listing[],
  kind: Exclude<NodeKind, 'paper'>,
  key: string,
  names: Names = builtInNames,
): Explanation | undefined {
  const graph = reconcile(listings, names);
  const lines = [...listings].sort(byPlace).flatMap((listing) => linesOf(listing, { kind, key }, names));
  const facts = factsOf(graph, kind, key, lines);
  if (facts === undefined) return undefined;
  return { kind, key, name: facts[0]?.value ?? key, facts, joins: [], keptApart: [] };
}

interface NamedNode {
  readonly kind: Exclude<NodeKind, 'paper'>;
  readonly key: string;
}

type Lines = readonly ExplainedLine[];

function factsOf(
  graph: CanonicalGraph,
  kind: Exclude<NodeKind, 'paper'>,
  key: string,
  lines: Lines,
): readonly ExplainedFact[] | undefined {
  if (kind === 'institution') return institutionFacts(graph, key, lines);
  if (kind === 'conference') return conferenceFacts(graph, key, lines);
  return kind === 'edition' ? editionFacts(graph, key, lines) : topicFacts(graph, key, lines);
}

function institutionFacts({ institutions }: CanonicalGraph, key: string, lines: Lines) {
  const found = institutions.find((each) => each.key === key);
  if (found === undefined) return undefined;
  const { isKnown, kind, countryCode, ror, homepage, parents, aliases, countsUnderKey } = found;
  const rule = isKnown ? nameRules.TABLE : nameRules.FIRST_SPELLING;
  return [
    fact('name', isKnown ? found.name : firstSpelling(lines), rule, isKnown ? [] : lines),
    fact('other names', aliases.join('; ') || null, rule),
    fact('kind', kind, rule),
    fact('country', countryCode, rule),
    fact('ROR id', ror, rule),
    fact('homepage', homepage, rule),
    fact('part of', parents.map((parent) => `${parent.key} (${parent.kind})`).join('; ') || null, rule),
    fact('counted under', countsUnderKey === key ? null : countsUnderKey, rule),
    fact('named by', spellingsOf(lines), nameRules.LISTED, lines),
  ].filter(({ value }) => value !== null);
}

function conferenceFacts({ conferences }: CanonicalGraph, key: string, lines: Lines) {
  const found = conferences.find((each) => each.key === key);
  if (found === undefined) return undefined;
  const { isKnown, name, kind, parentKey, aliases } = found;
  const rule = isKnown ? nameRules.TABLE : nameRules.FIRST_SPELLING;
  return [
    fact('acronym', isKnown ? found.acronym : firstSpelling(lines), rule, isKnown ? [] : lines),
    fact('name', name, rule),
    fact('other names', aliases.join('; ') || null, rule),
    fact('kind', isKnown ? kind : null, rule),
    fact('part of', parentKey, rule),
    fact('named by', spellingsOf(lines), nameRules.LISTED, lines),
  ].filter(({ value }) => value !== null);
}

function editionFacts({ editions }: CanonicalGraph, key: string, lines: Lines) {
  const found = editions.find((each) => each.key === key);
  if (found === undefined) return undefined;
  return [
    fact('edition', key, nameRules.PLACE_AND_YEAR, lines),
    fact('conference', found.conferenceKey, nameRules.PLACE_AND_YEAR),
    fact('year', String(found.year), nameRules.PLACE_AND_YEAR),
  ];
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

function fact(name: string, value: string | null, rule: string, lines: Lines = []): ExplainedFact {
  return { fact: name, value, rule, lines, notTaken: [] };
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

function firstSpelling(lines: Lines): string | null {
  return [...new Set(lines.flatMap(({ statedAs }) => statedAs ?? []))].sort()[0] ?? null;
}

function spellingsOf(lines: Lines): string | null {
  const counts = new Map<string, number>();
  for (const { statedAs } of lines) counts.set(statedAs ?? '', (counts.get(statedAs ?? '') ?? 0) + 1);
  const spellings = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return spellings.map(([spelling, count]) => `${spelling} (${count})`).join('; ') || null;
}

/** By source, page and line. */
function byPlace(a: Listing, b: Listing): number {
  if (a.pageKey !== b.pageKey) return a.pageKey < b.pageKey ? -1 : 1;
  return a.record.position.line - b.record.position.line;
}
