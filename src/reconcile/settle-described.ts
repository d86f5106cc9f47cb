import { createHash } from 'node:crypto';
import {
  byHostAndId,
  type Described,
  type DescribedConference,
  type DescribedInstitution,
  type DescribedTopic,
  hostOf,
  lastPart,
} from '../model/described.ts';
import {
  type DescribedNames,
  type DescribedNode,
  describedNames,
  type TopicFacts,
  topicPath,
} from '../model/names/described-names.ts';
import type { ConferenceFacts, InstitutionFacts } from '../model/names/facts.ts';
import { grouped } from '../model/names/grouped.ts';
import { comparableName } from '../model/names/institution-index.ts';
import type { Names } from '../model/names/names.ts';
import { compareTexts, fold, slug } from '../model/text.ts';

/**
 * Settles which node each thing that data sets describe is of. A pure function of all descriptions and tables of names:
 * their order does not matter.
 *
 * An institution is that of the tables with its ROR id, else with its name, where countries do not contradict; a series is
 * that with its name, else with its acronym where the names have a word in common. Two ids of one data set are never one
 * node: of several that could be one institution of the tables, the one whose name fits best is, then the first by id. What
 * no table knows has the last part of its id as key; described by two data sets, it is one node where ROR ids or else name
 * and country agree.
 *
 * @param descriptions - one an id; see `mergedDescriptions`
 */
export function settleDescribed(descriptions: readonly Described[], names: Names): DescribedNames {
  const institutions = descriptions.filter((each) => each.about === 'INSTITUTION');
  const conferences = descriptions.filter((each) => each.about === 'CONFERENCE');
  const topics = descriptions.filter((each) => each.about === 'TOPIC');
  return describedNames({
    institutions: settle(institutions, {
      known: (each) => knownInstitution(each, names),
      isTaken: (key) => names.institutionByKey(key) !== undefined,
      joinsBy: (each) => [
        ...(each.ror === null ? [] : [each.ror]),
        ...(each.countryCode === null ? [] : [`${comparableName(each.name)}|${each.countryCode}`]),
      ],
      factsOf: institutionFacts,
    }),
    conferences: settle(conferences, {
      known: (each) => knownConference(each, names),
      isTaken: (key) => names.conferenceByKey(key) !== undefined,
      joinsBy: (each) => [`${fold(each.name)}|${each.kind}`],
      factsOf: conferenceFacts,
    }),
    topics: settleTopics(topics),
  });
}

/**
 * One description an id: the record of its own before what others say in passing, then the first by source, page and line;
 * what it leaves open is filled from the next.
 *
 * @param stated - each with the page that states it, in any order
 */
export function mergedDescriptions(
  stated: readonly { readonly pageKey: string; readonly described: Described }[],
): readonly Described[] {
  const groups = grouped(stated, ({ described: { about, id } }) => `${about} ${id}`);
  return [...groups.values()]
    .map((group) =>
      [...group]
        .sort(byPrecedence)
        .map(({ described }) => described)
        .reduce(filledFrom),
    )
    .sort((a, b) => compareTexts(a.id, b.id));
}

/** Descriptions of many files, added in the order of pages and merged as they come, so that memory grows with distinct ids alone; see `mergedDescriptions`. */
export class DescriptionsSoFar {
  /** Of each id, what records of its own say, and what others say in passing: the former comes first, wherever it stands. */
  readonly #merged = new Map<string, StatedThing>();

  add(stated: StatedThing): void {
    const { about, id, isOwnRecord } = stated.described;
    const name = `${about} ${isOwnRecord} ${id}`;
    const known = this.#merged.get(name);
    const [first = stated, second] = known ? [known, stated].sort(byPrecedence) : [stated];
    this.#merged.set(name, second ? { ...first, described: filledFrom(first.described, second.described) } : first);
  }

  /** One an id, with a page that states it. */
  all(): readonly StatedThing[] {
    return [...this.#merged.values()];
  }
}

interface StatedThing {
  readonly pageKey: string;
  readonly described: Described;
}

function byPrecedence(
  a: { readonly pageKey: string; readonly described: Described },
  b: { readonly pageKey: string; readonly described: Described },
): number {
  return (
    Number(b.described.isOwnRecord) - Number(a.described.isOwnRecord) ||
    compareTexts(a.pageKey, b.pageKey) ||
    a.described.position.line - b.described.position.line ||
    compareTexts(JSON.stringify(a.described), JSON.stringify(b.described))
  );
}

/** The first with what it leaves open taken from the second. */
function filledFrom(first: Described, second: Described): Described {
  const open = Object.entries(second).filter(([name]) => {
    const value = first[name as keyof Described] as unknown;
    return value === null || (Array.isArray(value) && value.length === 0);
  });
  return open.length === 0 ? first : ({ ...first, ...Object.fromEntries(open) } as Described);
}

interface Rules<D, F> {
  /** The node of the tables that it could be, and how well it fits: the smaller the better. */
  readonly known: (described: D) => { readonly facts: F; readonly misfit: number } | null;
  readonly isTaken: (key: string) => boolean;
  /** Descriptions of two data sets that share one of these are of one node. */
  readonly joinsBy: (described: D) => readonly string[];
  /** What is known of a node that no table knows. */
  readonly factsOf: (group: readonly [D, ...D[]], key: string) => F;
}

function settle<D extends DescribedInstitution | DescribedConference, F extends { readonly key: string }>(
  descriptions: readonly D[],
  { known, isTaken, joinsBy, factsOf }: Rules<D, F>,
): ReadonlyMap<string, DescribedNode<F>> {
  const claims = descriptions.flatMap((described) => {
    const claim = known(described);
    return claim ? [{ described, ...claim }] : [];
  });
  const settled = new Map<string, DescribedNode<F>>();
  const put = (group: readonly [D, ...D[]], facts: F) => {
    for (const { id, acronymOrName } of group.map(statedName)) settled.set(id, { statedAs: acronymOrName, facts });
  };
  for (const claimants of grouped(claims, ({ facts }) => facts.key).values()) {
    const winners = [...grouped(claimants, ({ described }) => hostOf(described.id)).values()].flatMap(
      (ofHost) =>
        [...ofHost].sort((a, b) => a.misfit - b.misfit || compareTexts(a.described.id, b.described.id))[0] ?? [],
    );
    const [first, ...others] = winners.map(({ described }) => described);
    const facts = winners[0]?.facts;
    if (first && facts) put([first, ...others], facts);
  }
  const own = joined(
    descriptions.filter(({ id }) => !settled.has(id)),
    joinsBy,
  );
  const keys = ownKeys(own, isTaken);
  for (const group of own) put(group, factsOf(group, keys.get(group) ?? lastPart(group[0].id)));
  return settled;
}

function statedName(described: DescribedInstitution | DescribedConference) {
  const acronym = described.about === 'CONFERENCE' ? described.acronym : null;
  return { id: described.id, acronymOrName: acronym ?? described.name };
}

/** Puts descriptions of different data sets together that share what joins them; at most one of each data set in a group. */
function joined<D extends { readonly id: string }>(
  descriptions: readonly D[],
  joinsBy: (described: D) => readonly string[],
): readonly (readonly [D, ...D[]])[] {
  const groups: [D, ...D[]][] = [];
  const byToken = new Map<string, [D, ...D[]]>();
  for (const described of [...descriptions].sort(byHostAndId)) {
    const tokens = joinsBy(described);
    const home = tokens
      .map((token) => byToken.get(token))
      .find((group) => group?.every(({ id }) => hostOf(id) !== hostOf(described.id)));
    const group = home ?? ([described] as [D, ...D[]]);
    if (home) home.push(described);
    else groups.push(group);
    for (const token of tokens) if (!byToken.has(token)) byToken.set(token, group);
  }
  return groups;
}

/** The last part of the first id; where two would have one key, or a table has it, with the host's name. */
function ownKeys<D extends { readonly id: string }>(
  groups: readonly (readonly [D, ...D[]])[],
  isTaken: (key: string) => boolean,
): ReadonlyMap<readonly [D, ...D[]], string> {
  const wanted = grouped(groups, ([first]) => keyOfId(first.id));
  return new Map(
    groups.map((group) => {
      const { id } = group[0];
      const key = keyOfId(id);
      const others = (wanted.get(key) ?? []).filter((each) => each !== group);
      if (!isTaken(key) && others.length === 0) return [group, key];
      const withHost = `${key}-${slug(hostOf(id))}`;
      const isAlone = others.every((other) => hostOf(other[0].id) !== hostOf(id));
      return [group, isAlone ? withHost : `${withHost}-${createHash('sha256').update(id).digest('hex').slice(0, 6)}`];
    }),
  );
}

/** "subfields/2211" has its kind in it, since fields and domains have numbers too. */
function keyOfId(id: string): string {
  const last = lastPart(id);
  const kind = lastPart(id.slice(0, Math.max(0, id.replace(/\/+$/, '').length - last.length)));
  return /^\d+$/.test(last) && kind !== '' ? `${kind}-${last}` : last;
}

function knownInstitution(described: DescribedInstitution, names: Names) {
  const { name, ror, countryCode } = described;
  const byRor = ror === null ? undefined : names.institutionByRor(ror);
  if (byRor) return { facts: byRor, misfit: 0 };
  const isSameName = (facts: InstitutionFacts) => comparableName(facts.name) === comparableName(name);
  const { candidates } = names.readInstitution(name);
  const there = candidates.filter(
    (each) =>
      // Data sets differ on where a company or a campus abroad is; its full name decides.
      (isSameName(each) || each.countryCode === null || countryCode === null || each.countryCode === countryCode) &&
      (each.ror === null || ror === null || each.ror === ror),
  );
  const [facts] = there;
  if (!facts || there.length > 1) return null;
  return { facts, misfit: isSameName(facts) ? 1 : 2 };
}

function knownConference({ name, acronym, kind }: DescribedConference, names: Names) {
  const byName = names.findConference(name) ?? names.findConference(name.replace(/\s*\([^()]*\)/g, ''));
  if (byName) return { facts: byName, misfit: 0 };
  const byAcronym = acronym === null ? null : (names.readVenue(acronym).series[0]?.facts ?? null);
  if (acronym === null || !byAcronym || (kind === 'JOURNAL') !== (byAcronym.kind === 'JOURNAL')) return null;
  const isSame = acronym.length >= tellingLength || haveWordInCommon(name, byAcronym);
  return isSame ? { facts: byAcronym, misfit: 1 } : null;
}

/** No two series share an acronym as long as "SIGMETRICS". */
const tellingLength = 8;

/** Two series may share an acronym; what their names are about then differs. */
function haveWordInCommon(name: string, { acronym, name: known, aliases }: ConferenceFacts): boolean {
  const theirs = new Set([acronym, known ?? '', ...aliases].flatMap(subjectWords));
  return known === null || subjectWords(name).some((word) => theirs.has(word));
}

function subjectWords(name: string): readonly string[] {
  return fold(name)
    .split(' ')
    .filter((word) => word.length > 2 && !generalWords.has(word))
    .map((word) => word.slice(0, 6));
}

const generalWords = new Set(
  (
    'acm ieee usenix ifip siam the and for conference international symposium workshop annual journal transactions ' +
    'systems computer computing science sciences technology theory applications applied principles advanced research ' +
    'european asia pacific national world information engineering data'
  ).split(' '),
);

function institutionFacts(
  group: readonly [DescribedInstitution, ...DescribedInstitution[]],
  key: string,
): InstitutionFacts {
  const { name } = group[0];
  const found = <V>(of: (each: DescribedInstitution) => V | null): V | null =>
    group.map(of).find((value) => value !== null) ?? null;
  return {
    key,
    name,
    aliases: otherNames(
      name,
      group.flatMap((each) => [each.name, ...each.aliases]),
    ),
    kind: found(({ kind }) => kind),
    countryCode: found(({ countryCode }) => countryCode),
    ror: found(({ ror }) => ror),
    homepage: found(({ homepage }) => homepage),
    parents: [],
  };
}

function conferenceFacts(
  group: readonly [DescribedConference, ...DescribedConference[]],
  key: string,
): ConferenceFacts {
  const { name, kind } = group[0];
  const acronym = group.flatMap((each) => each.acronym ?? [])[0] ?? name;
  const stated = group.flatMap((each) => [
    each.name,
    ...(each.acronym === null ? [] : [each.acronym]),
    ...each.aliases,
  ]);
  return {
    key,
    acronym,
    name: name === acronym ? null : name,
    aliases: otherNames(acronym, stated).filter((each) => each !== name),
    kind,
    parentKey: null,
  };
}

function otherNames(own: string, names: readonly string[]): readonly string[] {
  const seen = new Set([fold(own)]);
  return names.filter((name) => {
    const isNew = !seen.has(fold(name));
    seen.add(fold(name));
    return isNew;
  });
}

function settleTopics(topics: readonly DescribedTopic[]): ReadonlyMap<string, TopicFacts> {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const single = topics.map((topic): readonly [DescribedTopic] => [topic]);
  const keys = new Map([...ownKeys(single, () => false)].map(([[topic], key]) => [topic.id, key]));
  return new Map(
    topics.map((topic) => {
      const path = topicPath(topic, byId);
      const broader = path.at(-2);
      const facts = {
        key: keys.get(topic.id) ?? lastPart(topic.id),
        name: topic.name,
        path: path.map(({ name }) => name),
        broaderKey: broader === undefined ? null : (keys.get(broader.id) ?? null),
      };
      return [topic.id, facts];
    }),
  );
}
