import type { ExplainedApart, ExplainedFact, ExplainedJoin, Explanation } from '../model/explanation.ts';
import type { Listing, Paper } from '../model/graph.ts';
import { builtInNames, type Names } from '../model/names/names.ts';
import { lineOf } from './explained-lines.ts';
import { identityOf, type ListingIdentity } from './listing-identity.ts';
import { chosenFacts, type Fact, factRules, paperFrom, type Stated } from './paper-facts.ts';
import { type PaperKey, type ResolvedPapers, resolvePapers } from './reconcile.ts';
import type { Condition, Join, KeptApart, PaperListings } from './same-paper.ts';
import { topicsStatedIn } from './topics.ts';

/**
 * Tells why a paper is what it is, by doing what `reconcile` does and keeping the reasons.
 *
 * @param listings - the whole component that the paper is in, as for `reconcile`
 * @param names - what the names in the listings mean
 * @returns undefined where no paper of the component has the key
 */
export function explainPaper(
  listings: readonly Listing[],
  key: string,
  names: Names = builtInNames,
): Explanation | undefined {
  const resolved = resolvePapers(listings.map((listing) => identityOf(listing, names)));
  const found = resolved.groups.find((group) => group.key.value === key);
  if (found === undefined) return undefined;
  const paper = paperFrom(found.listings, key, names);
  return {
    kind: 'paper',
    key,
    name: paper.title,
    facts: [
      keyFact(found.key, found.listings),
      ...chosenOf(found.listings),
      ...collectedOf(found.listings, paper, names),
    ],
    joins: joinsOf(resolved, found.listings),
    keptApart: resolved.keptApart.flatMap((apart) => apartOf(apart, resolved, found.listings)),
  };
}

const keyRules: Readonly<Record<PaperKey['rule'], string>> = {
  RECORD_ID: 'the last part of the record’s id, since only a data set knows the paper',
  DOI: 'the first DOI that a listing states',
  ARXIV_ID: 'the first arXiv id that a listing states, since none states a DOI',
  NAME: 'the first listing’s name, series and year, since none states a DOI or an arXiv id',
  NO_NAME: 'a hash of the first listing, whose name has no letter or digit',
};

function keyFact({ value, rule, isToldApart }: PaperKey, listings: PaperListings): ExplainedFact {
  const statesIt: Readonly<Record<PaperKey['rule'], (listing: ListingIdentity) => boolean>> = {
    RECORD_ID: ({ recordId }) => recordId !== null,
    DOI: ({ doi }) => doi !== null,
    ARXIV_ID: ({ arxivId }) => arxivId !== null,
    NAME: (listing) => listing === listings[0],
    NO_NAME: (listing) => listing === listings[0],
  };
  const first = listings.find(statesIt[rule]);
  return {
    fact: 'key',
    value,
    rule: isToldApart ? `${keyRules[rule]}, and a hash, since another paper would have the same key` : keyRules[rule],
    lines: first ? [lineOf(first.listing)] : [],
    notTaken: [],
  };
}

/** The facts that one rule chose among all that is stated. */
function chosenOf(listings: PaperListings): readonly ExplainedFact[] {
  const chosen = chosenFacts(listings);
  const places = chosen.publications.value.map(({ statedAs, year }) =>
    year === null ? statedAs : `${statedAs} ${year}`,
  );
  return [
    explained('title', chosen.title, chosen.title.value),
    explained('short name', chosen.shortName, chosen.shortName.value),
    explained('place of publication', chosen.publications, places.length === 0 ? null : places.join('; ')),
    explained('year', chosen.year, chosen.year.value === null ? null : String(chosen.year.value)),
    explained('type', chosen.type, chosen.type.value),
    explained('DOI', chosen.doi, chosen.doi.value),
    explained('arXiv id', chosen.arxivId, chosen.arxivId.value),
    explained(
      'citations',
      chosen.citedByCount,
      chosen.citedByCount.value === null ? null : String(chosen.citedByCount.value),
    ),
    explained('track', chosen.track, chosen.track.value),
    explained(
      'institutions complete',
      chosen.affiliationsIncomplete,
      chosen.affiliationsIncomplete.value ? 'no' : 'yes',
    ),
  ].filter(({ value }) => value !== null);
}

function explained(fact: string, { rule, stated }: Fact<unknown>, value: string | null): ExplainedFact {
  const lineWith = ({ listing, text }: Stated) => lineOf(listing.listing, text === value ? null : text);
  return {
    fact,
    value,
    rule: factRules[rule],
    lines: stated.filter(({ isTaken }) => isTaken).map(lineWith),
    notTaken: stated
      .filter(({ isTaken }) => !isTaken)
      .map(({ listing, text }) => ({ value: text, line: lineOf(listing.listing) })),
  };
}

/** The facts of which every one that is stated holds. */
function collectedOf(listings: PaperListings, paper: Paper, names: Names): readonly ExplainedFact[] {
  const every = (fact: string, value: string, of: (listing: ListingIdentity) => string | null): ExplainedFact => ({
    fact,
    value,
    rule: factRules.EVERY_STATED,
    lines: listings.flatMap((listing) => {
      const statedAs = of(listing);
      return statedAs === null ? [] : [lineOf(listing.listing, statedAs === value ? null : statedAs)];
    }),
    notTaken: [],
  });
  return [
    ...paper.affiliations.map(({ institutionKey }) => {
      const stated = ({ institutions }: ListingIdentity) => institutions.find(({ key }) => key === institutionKey);
      const name = listings.flatMap((listing) => stated(listing)?.name ?? [])[0] ?? institutionKey;
      return every('institution', name, (listing) => stated(listing)?.statedAs ?? null);
    }),
    ...paper.awards.map((award) =>
      every('award', award, ({ listing: { record } }) => (record.awards.includes(award) ? award : null)),
    ),
    ...paper.topics.map(({ topicKey, path }) => {
      const shown = path.length === 0 ? topicKey : path.join(' > ');
      return {
        ...every('topic', shown, ({ listing }) => headingIn(listing, topicKey, names)),
        rule: path.length === 0 ? factRules.EVERY_STATED : factRules.INNERMOST_HEADING,
      };
    }),
    ...paper.links.map(({ url }) =>
      every('link', url, ({ listing: { record } }) => (record.links.some((link) => link.url === url) ? url : null)),
    ),
  ];
}

function headingIn(listing: Listing, topicKey: string, names: Names): string | null {
  const stated = topicsStatedIn([listing], names).find((topic) => topic.topicKey === topicKey);
  if (!stated) return null;
  return stated.path.length === 0 ? topicKey : stated.path.join(' > ');
}

function joinsOf({ joins }: ResolvedPapers, paper: PaperListings): readonly ExplainedJoin[] {
  return joins
    .filter(({ listings }) => listings.every((listing) => paper.includes(listing)))
    .map((join) => ({
      rule: `one paper, since all state ${describeShared(join)}`,
      lines: join.listings.map(({ listing }) => lineOf(listing)),
    }));
}

function apartOf(apart: KeptApart, { groups }: ResolvedPapers, paper: PaperListings): readonly ExplainedApart[] {
  const self = apart.papers.flat().find((listing) => paper.includes(listing));
  if (self === undefined) return [];
  return groups
    .filter(({ listings }) => listings !== paper && listings.some((each) => apart.papers.flat().includes(each)))
    .flatMap(({ key, listings }) => {
      const other = listings.find((each) => apart.papers.flat().includes(each));
      if (other === undefined) return [];
      const { record } = other.listing;
      return [
        {
          key: key.value,
          name: record.title ?? record.shortName ?? '',
          rule: `both state ${describeShared(apart)}, but ${reasonOf(apart)}`,
          line: lineOf(self.listing),
          otherLine: lineOf(other.listing),
        },
      ];
    });
}

const misfitTexts: Readonly<Record<Condition, string>> = {
  NAMES: 'their names differ',
  NAMES_ON_PAGE: 'their names differ on one page, where a link may be copied from another row',
  SHORT_NAMES: 'their short names differ',
  IDENTIFIERS: 'they have different DOIs or arXiv ids',
  YEARS: 'their years are more than one apart',
  TITLES: 'their titles differ',
  RECORDS: 'one data set has a record of its own for each',
};

function reasonOf({ reason, misfits }: KeptApart): string {
  const why = misfits.map((misfit) => misfitTexts[misfit]).join(' and ');
  return reason === 'FITS_TWO_PAPERS' ? `one of them fits two papers that do not fit each other (${why})` : why;
}

function describeShared({ by, shared }: Pick<Join, 'by' | 'shared'>): string {
  if (by === 'RECORD_ID') return `the record id ${shared.slice('record:'.length)}`;
  if (by === 'TITLE') return `the title "${shared.slice('title:'.length)}"`;
  if (by === 'ADDRESS') return `the address ${shared}`;
  if (by === 'NAME_AND_EDITION') return `the name and edition ${shared.slice('name:'.length)}`;
  return by === 'NAME_ON_PAGE' ? `${shared.slice(shared.lastIndexOf('#') + 1)} on one page` : shared;
}
