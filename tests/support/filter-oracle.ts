import type {
  AuthorFilter,
  ConferenceFilter,
  InstitutionFilter,
  IntRange,
  KeySet,
  PaperFilter,
  TopicFilter,
} from '../../src/store/filters/filters.ts';
import { type SmallGraph, type SmallInstitution, type SmallPaper, stems } from './small-graph.ts';

/**
 * What filters mean, said again in plain TypeScript over a small graph: paper by paper, with nothing of the compiler. Where
 * the two differ, one of them is wrong.
 */

/** Whether a filter lets a paper through: every field given must hold. */
function isLetThrough(graph: SmallGraph, paper: SmallPaper, filter: PaperFilter): boolean {
  const each = (inner: PaperFilter) => isLetThrough(graph, paper, inner);
  const at = paper.institutions.map((key) => institutionOf(graph, key));
  const countries = known(at.map(({ countryCode }) => countryCode));
  const { institution, country, conference, topic, author } = filter;
  const rollUp = institution?.rollUpUnits ?? true;
  return [
    filter.and?.every(each),
    filter.or?.some(each),
    filter.not ? !each(filter.not) : undefined,
    filter.about == null ? undefined : isAbout(paper, filter.about),
    filter.titleContains == null ? undefined : folded(paper.title).includes(folded(filter.titleContains)),
    filter.key?.includes(paper.key),
    filter.page?.some((name) => paper.pages.some((path) => name === path || name === `zqlist//${path}`)),
    inRange(paper.year, filter.year),
    inRange(paper.citedByCount, filter.citedByCount),
    inRange(at.length === 0 ? null : at.length, filter.institutionCount),
    inRange(countries.size === 0 ? null : countries.size, filter.countryCount),
    filter.type?.includes(paper.type),
    filter.hasLink?.some((kind) => paper.links.includes(kind)),
    filter.award == null ? undefined : paper.awards.length > 0 === filter.award,
    filter.affiliationsIncomplete == null ? undefined : paper.affiliationsIncomplete === filter.affiliationsIncomplete,
    filter.collaborationKind?.includes(collaborationKindOf(at)),
    inSet(paper.institutions, institution, (name) => institutionsCalled(graph, name, rollUp)),
    institution?.kind?.some((kind) => at.some((one) => (rollUp ? topOf(graph, one) : one).kind === kind)),
    inSet([...countries], country, (code) => [code.toUpperCase()]),
    inSet(paper.conferences, conference, (name) => conferencesCalled(graph, name)),
    inSet(paper.topics, topic, (name) => topicsCalled(graph, name, topic?.narrower ?? true)),
    inSet(
      paper.authors.map(({ key }) => key),
      author,
      (name) => authorsCalled(graph, name),
    ),
  ].every((holds) => holds !== false);
}

/** The papers that a filter lets through, in an order; what is not known comes last, and ties stand by key, either way. */
export function papersInOrder(
  graph: SmallGraph,
  filter: PaperFilter,
  by: 'YEAR' | 'TITLE',
  direction: 'ASC' | 'DESC',
): readonly string[] {
  const sign = direction === 'ASC' ? 1 : -1;
  const value = (paper: SmallPaper) => (by === 'YEAR' ? paper.year : folded(paper.title));
  return graph.papers
    .filter((paper) => isLetThrough(graph, paper, filter))
    .sort((a, b) => {
      const [one, other] = [value(a), value(b)];
      if (one === other) return a.key < b.key ? -1 : 1;
      if (one === null || other === null) return one === null ? 1 : -1;
      return one < other ? -sign : sign;
    })
    .map(({ key }) => key);
}

/** Pairs of institutions with the number of papers that name both, as `a b n`, sorted. */
export function collaborationsOf(graph: SmallGraph, filter: PaperFilter, rollUpUnits: boolean): readonly string[] {
  const counts = new Map<string, number>();
  for (const paper of graph.papers.filter((each) => isLetThrough(graph, each, filter))) {
    for (const pair of pairsOf(graph, paper, rollUpUnits)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return [...counts].map(([pair, count]) => `${pair} ${count}`).sort();
}

/** How many papers are behind these pairs, each once. */
export function sharedPaperCountOf(graph: SmallGraph, filter: PaperFilter, rollUpUnits: boolean): number {
  return graph.papers.filter(
    (paper) => isLetThrough(graph, paper, filter) && pairsOf(graph, paper, rollUpUnits).length > 0,
  ).length;
}

/** Keys of the institutions that a filter lets through, sorted. Papers count as they name the institution itself. */
export function institutionsOf(graph: SmallGraph, filter: InstitutionFilter): readonly string[] {
  return graph.institutions.filter((each) => isInstitution(graph, each, filter)).map(({ key }) => key);
}

/** Keys of the conferences that a filter lets through, sorted. */
export function conferencesOf(graph: SmallGraph, filter: ConferenceFilter): readonly string[] {
  return graph.conferences
    .filter(({ key, acronym, aliases, kind, ranks }) =>
      [
        filter.key?.includes(key),
        isPartOf([acronym, ...aliases], filter.nameContains),
        filter.kind?.includes(kind),
        filter.rank?.some((rank) => ranks.includes(rank)),
        hasPaper(graph, filter.papers, ({ conferences }) => conferences.includes(key)),
      ].every((holds) => holds !== false),
    )
    .map(({ key }) => key);
}

/** Keys of the topics that a filter lets through, sorted. */
export function topicsOf(graph: SmallGraph, filter: TopicFilter): readonly string[] {
  return graph.topics
    .filter(({ key, name }) =>
      [
        filter.key?.includes(key),
        filter.nameContains == null ? undefined : heading(name).includes(heading(filter.nameContains)),
        filter.within == null ? undefined : topicsCalled(graph, filter.within, true).includes(key),
        hasPaper(graph, filter.papers, ({ topics }) => topics.includes(key)),
      ].every((holds) => holds !== false),
    )
    .map(({ key }) => key);
}

/** Keys of the authors that a filter lets through, sorted. */
export function authorsOf(graph: SmallGraph, filter: AuthorFilter): readonly string[] {
  return graph.authors
    .filter(({ key, name }) => {
      const wrote = ({ authors }: SmallPaper) => authors.some((each) => each.key === key);
      const places = graph.papers.flatMap(({ authors }) =>
        authors.filter((each) => each.key === key).flatMap(({ institutions }) => institutions),
      );
      return [
        filter.key?.includes(key),
        isPartOf([name], filter.nameContains),
        filter.institution?.some((stated) =>
          institutionsCalled(graph, stated, true).some((each) => places.includes(each)),
        ),
        hasPaper(graph, filter.papers, wrote),
        filter.noPapers == null ? undefined : !hasPaper(graph, filter.noPapers, wrote),
      ].every((holds) => holds !== false);
    })
    .map(({ key }) => key);
}

function isInstitution(graph: SmallGraph, institution: SmallInstitution, filter: InstitutionFilter): boolean {
  const each = (inner: InstitutionFilter) => isInstitution(graph, institution, inner);
  const { key, name, aliases, kind, countryCode } = institution;
  const names = ({ institutions }: SmallPaper) => institutions.includes(key);
  return [
    filter.and?.every(each),
    filter.or?.some(each),
    filter.not ? !each(filter.not) : undefined,
    filter.key?.includes(key),
    isPartOf([name, ...aliases], filter.nameContains),
    filter.kind?.some((one) => one === kind),
    inSet(countryCode === null ? [] : [countryCode], filter.country, (code) => [code.toUpperCase()]),
    inRange(graph.papers.filter(names).length, filter.paperCount),
    hasPaper(graph, filter.papers, names),
    filter.noPapers == null ? undefined : !hasPaper(graph, filter.noPapers, names),
  ].every((holds) => holds !== false);
}

function hasPaper(
  graph: SmallGraph,
  filter: PaperFilter | null | undefined,
  isRelated: (paper: SmallPaper) => boolean,
): boolean | undefined {
  if (filter == null) return undefined;
  return graph.papers.some((paper) => isRelated(paper) && isLetThrough(graph, paper, filter));
}

function pairsOf(graph: SmallGraph, { institutions }: SmallPaper, rollUpUnits: boolean): readonly string[] {
  const counted = institutions.map((key) => (rollUpUnits ? topOf(graph, institutionOf(graph, key)).key : key));
  const keys = [...new Set(counted)].sort();
  return keys.flatMap((first, index) => keys.slice(index + 1).map((second) => `${first} ${second}`));
}

function collaborationKindOf(at: readonly SmallInstitution[]) {
  const countries = known(at.map(({ countryCode }) => countryCode));
  if (at.length === 1) return 'WITHIN_ONE';
  if (countries.size >= 2) return 'INTERNATIONAL';
  if (at.length >= 2 && at.every(({ countryCode }) => countryCode !== null)) return 'NATIONAL';
  return 'UNKNOWN';
}

function isAbout({ title, remarks }: SmallPaper, about: string): boolean {
  const fields = [title, ...remarks].map((field) => ` ${stemmed(field)} `);
  const parts = [...about.matchAll(/"([^"]*)"|([^\s"]+)/g)].map(([, phrase, word]) => stemmed(phrase ?? word ?? ''));
  return parts.every((part) => fields.some((field) => field.includes(` ${part} `)));
}

function stemmed(text: string): string {
  return folded(text)
    .split(' ')
    .map((word) => stems[word] ?? word)
    .join(' ');
}

function inRange(value: number | null, range: IntRange | null | undefined): boolean | undefined {
  if (range == null) return undefined;
  const { min, max, isKnown } = range;
  return (
    (min == null || (value !== null && value >= min)) &&
    (max == null || (value !== null && value <= max)) &&
    (isKnown == null || (value !== null) === isKnown)
  );
}

function inSet(
  has: readonly string[],
  set: KeySet | null | undefined,
  called: (name: string) => readonly string[],
): boolean | undefined {
  if (set == null) return undefined;
  const hasOne = (name: string) => called(name).some((key) => has.includes(key));
  return (
    (set.any == null || set.any.some(hasOne)) &&
    (set.all == null || set.all.every(hasOne)) &&
    (set.none == null || !set.none.some(hasOne)) &&
    (set.isKnown == null || has.length > 0 === set.isKnown)
  );
}

function institutionsCalled(graph: SmallGraph, stated: string, withUnits: boolean): readonly string[] {
  const isCalled = ({ key, name, aliases }: SmallInstitution) =>
    key === stated || [name, ...aliases].some((each) => folded(each) === folded(stated));
  const above = (one: SmallInstitution): readonly SmallInstitution[] =>
    one.unitOf === null ? [one] : [one, ...above(institutionOf(graph, one.unitOf))];
  return graph.institutions
    .filter((each) => (withUnits ? above(each).some(isCalled) : isCalled(each)))
    .map(({ key }) => key);
}

function conferencesCalled(graph: SmallGraph, stated: string): readonly string[] {
  return graph.conferences
    .filter(
      ({ key, acronym, aliases }) =>
        key === stated || [acronym, ...aliases].some((each) => folded(each) === folded(stated)),
    )
    .map(({ key }) => key);
}

/** A topic's key begins with the key of the broader one. */
function topicsCalled(graph: SmallGraph, stated: string, withNarrower: boolean): readonly string[] {
  const called = graph.topics.filter(({ key, name }) => key === stated || heading(name) === heading(stated));
  return graph.topics
    .filter(({ key }) => called.some((each) => key === each.key || (withNarrower && key.startsWith(`${each.key}/`))))
    .map(({ key }) => key);
}

function authorsCalled(graph: SmallGraph, stated: string): readonly string[] {
  return graph.authors
    .filter(({ key, name }) => key === stated || folded(name) === folded(stated))
    .map(({ key }) => key);
}

function isPartOf(names: readonly string[], part: string | null | undefined): boolean | undefined {
  return part == null ? undefined : names.some((name) => folded(name).includes(folded(part)));
}

function topOf(graph: SmallGraph, institution: SmallInstitution): SmallInstitution {
  return institution.unitOf === null ? institution : topOf(graph, institutionOf(graph, institution.unitOf));
}

function institutionOf(graph: SmallGraph, key: string): SmallInstitution {
  const found = graph.institutions.find((each) => each.key === key);
  if (!found) throw new Error(`The small graph has no institution ${key}.`);
  return found;
}

function known(values: readonly (string | null)[]): ReadonlySet<string> {
  return new Set(values.filter((each) => each !== null));
}

/** Lower case without accents; everything that is no letter or digit parts words. */
function folded(text: string): string {
  const letters = text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '');
  return (letters.match(/[a-z0-9]+/g) ?? []).join(' ');
}

/** `C` and `C++` are two headings. */
function heading(text: string): string {
  return folded(text.replaceAll('+', ' plus '));
}
