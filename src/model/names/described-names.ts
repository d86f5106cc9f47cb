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

/** Which node each described thing is of, by its id, and what is known of these nodes. */
export interface DescribedNames {
  readonly institutions: ReadonlyMap<string, { readonly statedAs: string; readonly facts: InstitutionFacts }>;
  readonly conferences: ReadonlyMap<string, { readonly statedAs: string; readonly facts: ConferenceFacts }>;
  readonly topics: ReadonlyMap<string, TopicFacts>;
}

export const noDescribedNames: DescribedNames = { institutions: new Map(), conferences: new Map(), topics: new Map() };

/** Names under which the nodes of described things stand, beside what tables say; tables win. */
export function withDescribed(names: Names, described: DescribedNames): Names {
  const institutions = new Map([...described.institutions.values()].map(({ facts }) => [facts.key, facts]));
  const conferences = new Map([...described.conferences.values()].map(({ facts }) => [facts.key, facts]));
  return {
    ...names,
    described,
    institutionByKey: (key) => institutions.get(key) ?? names.institutionByKey(key),
    conferenceByKey: (key) => conferences.get(key) ?? names.conferenceByKey(key),
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
