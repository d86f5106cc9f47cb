import type { CanonicalGraph, Conference, Institution } from '../model/graph.ts';
import { fold, foldHeading } from '../model/text.ts';
import type { GraphTransaction } from './graph-store.ts';
import { nameOrderKeys, namesFolded, searchText } from './stored-text.ts';
import * as queries from './write-queries.ts';

/** Writes named things, their relationships among each other, and the names that find them. */
export async function writeNamed(transaction: GraphTransaction, graph: CanonicalGraph): Promise<void> {
  const { institutions, conferences, editions, topics } = graph;
  await transaction.run(queries.institutions, {
    rows: institutions.map((institution) => ({ key: institution.key, properties: institutionProperties(institution) })),
  });
  await transaction.run(queries.institutionParents, {
    rows: institutions.flatMap(({ key, parents }) =>
      parents.map((parent) => ({ institutionKey: key, parentKey: parent.key, kind: parent.kind })),
    ),
  });
  await transaction.run(queries.countsUnder, {
    rows: institutions.map(({ key, countsUnderKey }) => ({ institutionKey: key, parentKey: countsUnderKey })),
  });
  const conferenceRows = (isKnown: boolean) =>
    conferences
      .filter((each) => each.isKnown === isKnown)
      .map((each) => ({ key: each.key, properties: conferenceProperties(each) }));
  await transaction.run(queries.knownConferences, { rows: conferenceRows(true) });
  await transaction.run(queries.unlistedConferences, { rows: conferenceRows(false) });
  await transaction.run(queries.conferenceParents, {
    rows: conferences.flatMap(({ key, parentKey }) => (parentKey === null ? [] : [{ conferenceKey: key, parentKey }])),
  });
  await transaction.run(queries.editions, {
    rows: editions.map(({ key, year }) => ({ key, properties: { key, year } })),
  });
  await transaction.run(queries.editionsOfConferences, {
    rows: editions.map(({ key, conferenceKey }) => ({ editionKey: key, conferenceKey })),
  });
  await transaction.run(queries.topics, {
    rows: topics.map((properties) => ({
      key: properties.key,
      properties: {
        ...properties,
        nameFolded: foldHeading(properties.name),
        searchText: searchText([properties.name]),
        ...nameOrderKeys(properties),
      },
    })),
  });
  await transaction.run(queries.broaderTopics, {
    rows: topics.flatMap(({ key, broaderKey }) => (broaderKey === null ? [] : [{ topicKey: key, broaderKey }])),
  });
  await writeNames(transaction, graph);
}

/** The properties that an institution's node has. */
export function institutionProperties({ parents: _, countsUnderKey: __, ...properties }: Institution) {
  return {
    ...properties,
    namesFolded: namesFolded([properties.name, ...properties.aliases]),
    searchText: searchText([properties.name, ...properties.aliases]),
    ...nameOrderKeys(properties),
  };
}

/** The properties that a conference's node has. */
export function conferenceProperties({ parentKey: _, ...properties }: Conference) {
  return {
    ...properties,
    namesFolded: namesFolded([properties.acronym, properties.name ?? '', ...properties.aliases]),
    searchText: searchText([properties.acronym, ...(properties.name ? [properties.name] : []), ...properties.aliases]),
    ...nameOrderKeys({ key: properties.key, name: properties.acronym }),
  };
}

/** Which names, folded, find an institution. */
export function institutionIdentifiers({
  key,
  name,
  aliases,
}: Pick<Institution, 'key' | 'name' | 'aliases'>): readonly IdentifierRow[] {
  return named('institution', key, [name, ...aliases]);
}

/** Which names, folded, find a conference. */
export function conferenceIdentifiers({ key, acronym, name, aliases }: Conference): readonly IdentifierRow[] {
  return named('conference', key, [acronym, ...(name === null ? [] : [name]), ...aliases]);
}

/** Every name and alias, folded, finds its node. */
async function writeNames(transaction: GraphTransaction, graph: CanonicalGraph): Promise<void> {
  const institutions = graph.institutions.flatMap(institutionIdentifiers);
  const conferences = graph.conferences.flatMap(conferenceIdentifiers);
  const topics = graph.topics.flatMap(({ key, name }) => named('topic', key, [name], foldHeading));
  await writeIdentifiers(transaction, [...institutions, ...conferences, ...topics]);
  await transaction.run(queries.identifiersOfInstitutions, { rows: institutions });
  await transaction.run(queries.identifiersOfConferences, { rows: conferences });
  await transaction.run(queries.identifiersOfTopics, { rows: topics });
}

export interface IdentifierRow {
  readonly identifierKey: string;
  readonly key: string;
}

function named(kind: string, key: string, names: readonly string[], folded = fold): readonly IdentifierRow[] {
  return [...new Set(names.map((name) => folded(name)))]
    .filter((name) => name !== '')
    .map((name) => ({ identifierKey: `${kind}:${name}`, key }));
}

/** The nodes of some identifiers; what each means is written apart. */
export async function writeIdentifiers(transaction: GraphTransaction, rows: readonly IdentifierRow[]): Promise<void> {
  const keys = [...new Set(rows.map(({ identifierKey }) => identifierKey))];
  await transaction.run(queries.identifiers, { rows: keys.map((key) => ({ key, properties: { key } })) });
}
