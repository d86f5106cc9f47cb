import { lastPart } from '../model/described.ts';
import type { CanonicalGraph } from '../model/graph.ts';
import { foldHeading } from '../model/text.ts';
import type { References } from './forget-unused.ts';
import type { GraphTransaction } from './graph-store.ts';
import { parsePaperRecord } from './listing-record.ts';
import { authorProperties } from './paper-rows.ts';
import { nameOrderKeys, namesFolded, searchText } from './stored-text.ts';
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
      properties: {
        name,
        namesFolded: namesFolded([name]),
        searchText: searchText([name]),
        ...nameOrderKeys({ key, name }),
      },
    })),
  });
  const conferences = await transaction.run(queries.statedConferenceNames, {
    keys: touched('Conference', graph.conferences),
  });
  await transaction.run(queries.changeConferences, {
    rows: conferences.map(({ key, name }) => ({
      key,
      properties: {
        acronym: name,
        namesFolded: namesFolded([name, '']),
        searchText: searchText([name]),
        ...nameOrderKeys({ key, name }),
      },
    })),
  });
  await settleAuthors(transaction, lost);
  const topicKeys = [...new Set(touched('Topic', graph.topics).flatMap(withBroader))];
  const topics = await transaction.run(queries.statedTopicNames, { keys: topicKeys });
  await transaction.run(queries.changeTopics, {
    rows: topics.map(({ key, name }) => {
      const path = name.split('\n');
      const own = path[path.length - 1] ?? name;
      return {
        key,
        properties: {
          name: own,
          path,
          nameFolded: foldHeading(own),
          searchText: searchText([own]),
          ...nameOrderKeys({ key, name: own }),
        },
      };
    }),
  });
}

/** Names of authors that lost a paper, which may have been the one that spelt them as they stand. */
async function settleAuthors(transaction: GraphTransaction, lost: References): Promise<void> {
  // One without an id has its name in its key.
  const keys = [
    ...new Set(lost.filter(({ label, key }) => label === 'Author' && !key.includes('@')).map(({ key }) => key)),
  ];
  const rows = await transaction.run(queries.statedAuthorRecords, { keys });
  const names = new Map<string, string>();
  for (const { key, record } of rows) {
    for (const { id, name } of parsePaperRecord(record).authors) {
      const known = names.get(key);
      if (id !== undefined && lastPart(id) === key && (known === undefined || name < known)) names.set(key, name);
    }
  }
  await transaction.run(queries.changeAuthors, {
    rows: [...names].map(([key, name]) => ({ key, properties: authorProperties({ key, name, orcid: null }) })),
  });
}

/** A topic's key and those of the headings above it: its key is its path, behind the source. */
function withBroader(key: string): readonly string[] {
  const start = key.lastIndexOf(':') + 1;
  const parts = key.slice(start).split('/');
  return parts.map((_, index) => key.slice(0, start) + parts.slice(0, index + 1).join('/'));
}
