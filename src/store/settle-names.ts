import type { CanonicalGraph } from '../model/graph.ts';
import { foldHeading } from '../model/text.ts';
import type { References } from './forget-unused.ts';
import type { GraphTransaction } from './graph-store.ts';
import { nameOrderKeys, namesFolded } from './stored-text.ts';
import * as queries from './write-queries.ts';

/**
 * Names that no table gives follow from the spellings in use: of all that listings write, the first in alphabetical order.
 * Which listing came last must not show, so names are settled again wherever a spelling came or went.
 */
export async function settleNames(
  transaction: GraphTransaction,
  graph: CanonicalGraph,
  lost: References,
): Promise<void> {
  const touched = (label: string, things: readonly { readonly key: string; readonly isKnown?: boolean }[]) => [
    ...new Set([
      ...things.filter(({ isKnown }) => isKnown !== true).map(({ key }) => key),
      ...lost.filter((each) => each.label === label).map(({ key }) => key),
    ]),
  ];
  const institutions = await transaction.run(queries.statedInstitutionNames, {
    keys: touched('Institution', graph.institutions),
  });
  await transaction.run(queries.changeInstitutions, {
    rows: institutions.map(({ key, name }) => ({
      key,
      properties: { name, namesFolded: namesFolded([name]), ...nameOrderKeys({ key, name }) },
    })),
  });
  const conferences = await transaction.run(queries.statedConferenceNames, {
    keys: touched('Conference', graph.conferences),
  });
  await transaction.run(queries.changeConferences, {
    rows: conferences.map(({ key, name }) => ({
      key,
      properties: { acronym: name, namesFolded: namesFolded([name, '']), ...nameOrderKeys({ key, name }) },
    })),
  });
  const topicKeys = [...new Set(touched('Topic', graph.topics).flatMap(withBroader))];
  const topics = await transaction.run(queries.statedTopicNames, { keys: topicKeys });
  await transaction.run(queries.changeTopics, {
    rows: topics.map(({ key, name }) => {
      const path = name.split('\n');
      const own = path[path.length - 1] ?? name;
      return {
        key,
        properties: { name: own, path, nameFolded: foldHeading(own), ...nameOrderKeys({ key, name: own }) },
      };
    }),
  });
}

/** A topic's key and those of the headings above it: its key is its path, behind the source. */
function withBroader(key: string): readonly string[] {
  const start = key.lastIndexOf(':') + 1;
  const parts = key.slice(start).split('/');
  return parts.map((_, index) => key.slice(0, start) + parts.slice(0, index + 1).join('/'));
}
