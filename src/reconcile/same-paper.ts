import { hostOf } from '../model/described.ts';
import { compareTexts } from '../model/text.ts';
import type { ListingIdentity } from './listing-identity.ts';

/** Listings held to be about one paper, in order of precedence. */
export type PaperListings = readonly ListingIdentity[];

/** What may tell that listings are of one paper. */
type Shared = 'RECORD_ID' | 'DOI' | 'ARXIV_ID' | 'ADDRESS' | 'TITLE' | 'NAME_ON_PAGE' | 'NAME_AND_EDITION';

/** Two or more papers that share what would join them, and why they were kept apart. */
export interface KeptApart {
  readonly by: Shared;
  readonly reason: 'OTHER_NAME' | 'FITS_TWO_PAPERS';
  /** What they share: an identifier, an address or a title. */
  readonly shared: string;
  readonly papers: readonly PaperListings[];
  /** What of them does not agree. */
  readonly misfits: readonly Condition[];
}

/** Listings that were joined, and what they share. */
export interface Join {
  readonly by: Shared;
  /** An identifier, an address, a title or a name; see `KeptApart.shared`. */
  readonly shared: string;
  /** Those that state it, in order of precedence. */
  readonly listings: PaperListings;
}

export interface SamePaperResult {
  readonly papers: readonly PaperListings[];
  readonly keptApart: readonly KeptApart[];
  readonly joins: readonly Join[];
}

/** What must agree between papers that share a token. */
const conditions = {
  NAMES: namesAgree,
  NAMES_ON_PAGE: namesAgreeOnPage,
  SHORT_NAMES: shortNamesAgree,
  TITLES: titlesAgree,
  IDENTIFIERS: idsAgree,
  YEARS: yearsAgree,
  RECORDS: recordsAgree,
} as const;

export type Condition = keyof typeof conditions;

interface Rule {
  readonly by: Shared;
  readonly tokensOf: (listing: ListingIdentity) => readonly string[];
  readonly needs: readonly Condition[];
  /** Papers that share a token and do not fit are not told of. */
  readonly isQuiet?: boolean;
}

/**
 * Groups listings by the paper that they are about. Records of one data set with ids of their own are never one paper. Rules
 * in order, each over the groups that the one before left: a shared record id;
 * a shared DOI or arXiv id, unless names on one page contradict it (a link copied from the row above); a shared address of
 * a paper link, unless the names contradict it;
 * a shared title of four words or more, years at most one apart; a shared short name, series and year, on one page also
 * where the titles differ, on several where one lacks a title or they agree.
 * A group that fits two others which do not fit each other joins neither.
 *
 * @param listings - every listing that shares a token with another one of them, in any order; the result does not depend on it
 * @returns papers in the order of their first listing
 */
export function groupByPaper(listings: readonly ListingIdentity[]): SamePaperResult {
  const keptApart: KeptApart[] = [];
  const joins: Join[] = [];
  let papers: readonly PaperListings[] = [...listings].sort(byPrecedence).map((each) => [each]);
  for (const rule of rules) papers = joinBy(rule, papers, { keptApart, joins });
  return { papers, keptApart, joins };
}

/** The fixed order in which listings speak: source, page, line. Never the order of arrival. */
function byPrecedence(one: ListingIdentity, other: ListingIdentity): number {
  const a = one.listing;
  const b = other.listing;
  return (
    compareTexts(a.sourceKey, b.sourceKey) ||
    compareTexts(a.pageKey, b.pageKey) ||
    a.record.position.line - b.record.position.line ||
    compareTexts(a.key, b.key)
  );
}

const rules: readonly Rule[] = [
  { by: 'RECORD_ID', tokensOf: ({ recordId }) => present('record', recordId), needs: [] },
  { by: 'DOI', tokensOf: ({ doi }) => present('doi', doi), needs: ['NAMES_ON_PAGE'] },
  { by: 'ARXIV_ID', tokensOf: ({ arxivId }) => present('arxiv', arxivId), needs: ['NAMES_ON_PAGE'] },
  { by: 'ADDRESS', tokensOf: ({ addresses }) => addresses, needs: ['NAMES', 'IDENTIFIERS'] },
  {
    by: 'TITLE',
    tokensOf: ({ titleKey }) => present('title', titleKey),
    needs: ['YEARS', 'IDENTIFIERS', 'SHORT_NAMES'],
  },
  {
    by: 'NAME_ON_PAGE',
    tokensOf: ({ listing, foldedShortName, nameKey, venue }) =>
      foldedShortName === null || venue.series.length === 0 ? [] : [`${listing.pageKey}#${nameKey}`],
    needs: ['NAMES', 'IDENTIFIERS'],
  },
  {
    by: 'NAME_AND_EDITION',
    tokensOf: ({ foldedShortName, nameKey, venue, year }) =>
      foldedShortName === null || venue.series.length === 0 || year === null ? [] : [`name:${nameKey}`],
    needs: ['TITLES', 'IDENTIFIERS'],
    // Two systems of one name at one conference are nothing that a list should mend.
    isQuiet: true,
  },
];

interface Trace {
  readonly keptApart: KeptApart[];
  readonly joins: Join[];
}

function joinBy(
  { by, tokensOf, needs, isQuiet = false }: Rule,
  papers: readonly PaperListings[],
  { keptApart, joins }: Trace,
) {
  const needed: readonly Condition[] = ['RECORDS', ...needs];
  const fits: Fits = (one, other) => needed.every((condition) => conditions[condition](one, other));
  const groups = new Groups(papers);
  for (const [token, members] of byToken(papers, tokensOf)) {
    const present = groups.distinct(members);
    if (present.length < 2) continue;
    const { together, apart, reason } = settle(present, fits);
    for (const cluster of together) {
      groups.join(cluster);
      if (cluster.length < 2) continue;
      const stating = cluster.flat().filter((listing) => tokensOf(listing).includes(token));
      joins.push({ by, shared: token, listings: stating.sort(byPrecedence) });
    }
    // What a data set says of its own records is nothing that its reader should mend.
    if (apart.length > 0 && !isQuiet && !apart.every(isOfRecords))
      keptApart.push({ by, reason, shared: token, papers: apart, misfits: misfitsOf(needed, apart) });
  }
  return groups.all();
}

function misfitsOf(needs: readonly Condition[], papers: readonly PaperListings[]): readonly Condition[] {
  return needs.filter((condition) =>
    papers.some((one, index) => papers.slice(index + 1).some((other) => !conditions[condition](one, other))),
  );
}

type Fits = (one: PaperListings, other: PaperListings) => boolean;

/** Splits papers that share a token into sets that all fit each other. */
function settle(papers: readonly PaperListings[], fits: Fits) {
  const rest = papers.filter((one) =>
    isClique(
      papers.filter((other) => other === one || fits(one, other)),
      fits,
    ),
  );
  const together: PaperListings[][] = [];
  for (const paper of rest) {
    const home = together.find((cluster) => cluster.every((other) => fits(paper, other)));
    if (home) home.push(paper);
    else together.push([paper]);
  }
  const ambiguous = rest.length < papers.length;
  const apart = ambiguous || together.length > 1 ? papers : [];
  return { together, apart, reason: ambiguous ? ('FITS_TWO_PAPERS' as const) : ('OTHER_NAME' as const) };
}

function isClique(papers: readonly PaperListings[], fits: Fits): boolean {
  return papers.every((one, index) => papers.slice(index + 1).every((other) => fits(one, other)));
}

function isOfRecords(paper: PaperListings): boolean {
  return paper.every(({ recordId }) => recordId !== null);
}

/** Two records of one data set that have ids of their own are two papers, however alike they are. */
function recordsAgree(one: PaperListings, other: PaperListings): boolean {
  return one.every((a) =>
    other.every(
      (b) =>
        a.recordId === null ||
        b.recordId === null ||
        a.recordId === b.recordId ||
        hostOf(a.recordId) !== hostOf(b.recordId),
    ),
  );
}

function namesAgree(one: PaperListings, other: PaperListings): boolean {
  return one.every((a) => other.every((b) => listingNamesAgree(a, b)));
}

/** An identifier that two pages give is one paper, whatever they call it; within a page it may be copied from another row. */
function namesAgreeOnPage(one: PaperListings, other: PaperListings): boolean {
  return one.every((a) => other.every((b) => a.listing.pageKey !== b.listing.pageKey || listingNamesAgree(a, b)));
}

/**
 * Names contradict each other only where both listings give the same kind of name and none of them agrees. Two pages may
 * call one paper of one edition differently.
 */
function listingNamesAgree(a: ListingIdentity, b: ListingIdentity): boolean {
  if (a.listing.pageKey !== b.listing.pageKey && isSameEdition(a, b)) return true;
  const verdicts = [agreement(a.foldedTitle, b.foldedTitle), agreement(a.foldedShortName, b.foldedShortName)];
  return verdicts.includes(true) || !verdicts.includes(false);
}

function isSameEdition(a: ListingIdentity, b: ListingIdentity): boolean {
  const [one] = a.venue.series;
  return one !== undefined && one.key === b.venue.series[0]?.key && a.year !== null && a.year === b.year;
}

/** Null where one is not known; one may be the beginning of the other, as a title without its subtitle is. */
function agreement(a: string | null, b: string | null): boolean | null {
  if (a === null || b === null) return null;
  return a.startsWith(b) || b.startsWith(a);
}

function shortNamesAgree(one: PaperListings, other: PaperListings): boolean {
  return one.every((a) => other.every((b) => agreement(a.foldedShortName, b.foldedShortName) !== false));
}

/** A title may be cut short on one page. */
function titlesAgree(one: PaperListings, other: PaperListings): boolean {
  return one.every((a) => other.every((b) => agreement(a.foldedTitle, b.foldedTitle) !== false));
}

/** A paper may have one DOI and one arXiv id; two of a kind are two papers. */
function idsAgree(one: PaperListings, other: PaperListings): boolean {
  return agree(one, other, ({ doi }) => doi) && agree(one, other, ({ arxivId }) => arxivId);
}

function agree(one: PaperListings, other: PaperListings, of: (listing: ListingIdentity) => string | null): boolean {
  const mine = one.map(of).filter((value) => value !== null);
  const theirs = other.map(of).filter((value) => value !== null);
  return mine.length === 0 || theirs.length === 0 || mine.some((value) => theirs.includes(value));
}

function yearsAgree(one: PaperListings, other: PaperListings): boolean {
  const years = [...one, ...other].flatMap(({ year }) => year ?? []);
  return years.length === 0 || Math.max(...years) - Math.min(...years) <= 1;
}

function byToken(papers: readonly PaperListings[], tokensOf: Rule['tokensOf']): [string, PaperListings[]][] {
  const members = new Map<string, PaperListings[]>();
  for (const paper of papers) {
    for (const token of new Set(paper.flatMap(tokensOf))) {
      const known = members.get(token);
      if (known) known.push(paper);
      else members.set(token, [paper]);
    }
  }
  return [...members].sort(([a], [b]) => compareTexts(a, b));
}

/** Disjoint sets of papers that grow as tokens join them. */
class Groups {
  readonly #of = new Map<ListingIdentity, PaperListings>();

  constructor(papers: readonly PaperListings[]) {
    for (const paper of papers) this.#set(paper);
  }

  distinct(papers: readonly PaperListings[]): readonly PaperListings[] {
    const homes = new Set<PaperListings>();
    for (const listing of papers.flat()) homes.add(this.#of.get(listing) ?? [listing]);
    return [...homes].sort(byFirst);
  }

  join(papers: readonly PaperListings[]): void {
    if (papers.length > 1) this.#set(papers.flat().sort(byPrecedence));
  }

  all(): readonly PaperListings[] {
    return [...new Set(this.#of.values())].sort(byFirst);
  }

  #set(paper: PaperListings): void {
    for (const listing of paper) this.#of.set(listing, paper);
  }
}

function byFirst(one: PaperListings, other: PaperListings): number {
  const [a] = one;
  const [b] = other;
  return a && b ? byPrecedence(a, b) : 0;
}

function present(kind: string, value: string | null): readonly string[] {
  return value === null ? [] : [`${kind}:${value}`];
}
