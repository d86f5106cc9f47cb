import type { DescribedTopic } from '../described.ts';
import type { ConferenceFacts, InstitutionFacts } from './facts.ts';
import type { Names } from './names.ts';

/** A topic that a data set describes, as a node. */
export interface TopicFacts {
  readonly key: string;
  readonly name: string;
  /** Names of what it is part of, the broadest first, and its own. */
  readonly path: readonly string[];
  readonly broaderKey: string | null;
}

/** A thing that a data set names by id: how the data set calls it, and what is known of its node. */
export interface DescribedNode<F> {
  readonly statedAs: string;
  readonly facts: F;
}

/** Which node each described thing is of, by its id. */
export interface DescribedIds {
  readonly institutions: ReadonlyMap<string, DescribedNode<InstitutionFacts>>;
  readonly conferences: ReadonlyMap<string, DescribedNode<ConferenceFacts>>;
  readonly topics: ReadonlyMap<string, TopicFacts>;
}

/** The same, by the keys of the nodes too. */
export interface DescribedNames extends DescribedIds {
  readonly institutionsByKey: ReadonlyMap<string, InstitutionFacts>;
  readonly conferencesByKey: ReadonlyMap<string, ConferenceFacts>;
  readonly topicsByKey: ReadonlyMap<string, TopicFacts>;
}

export const noDescribedNames: DescribedNames = describedNames({
  institutions: new Map(),
  conferences: new Map(),
  topics: new Map(),
});

export function describedNames(ids: DescribedIds): DescribedNames {
  return {
    ...ids,
    institutionsByKey: new Map([...ids.institutions.values()].map(({ facts }) => [facts.key, facts])),
    conferencesByKey: new Map([...ids.conferences.values()].map(({ facts }) => [facts.key, facts])),
    topicsByKey: new Map([...ids.topics.values()].map((facts) => [facts.key, facts])),
  };
}

/** Names that also know the nodes of described things; what tables say of a node wins. */
export function withDescribed(names: Names, described: DescribedNames): Names {
  return {
    ...names,
    described,
    institutionByKey: (key) => names.institutionByKey(key) ?? described.institutionsByKey.get(key),
    conferenceByKey: (key) => names.conferenceByKey(key) ?? described.conferencesByKey.get(key),
  };
}

/** The names of a topic and of all that it is part of, the broadest first. A circle ends where it closes. */
export function topicPath(topic: DescribedTopic, byId: ReadonlyMap<string, DescribedTopic>): readonly DescribedTopic[] {
  const path: DescribedTopic[] = [];
  for (let each: DescribedTopic | undefined = topic; each && !path.includes(each); ) {
    path.unshift(each);
    each = each.broaderId === null ? undefined : byId.get(each.broaderId);
  }
  return path;
}
