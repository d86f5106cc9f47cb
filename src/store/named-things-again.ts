import type { CanonicalGraph, Conference, Institution } from '../model/graph.ts';
import { defineQuery } from './define-query.ts';
import { forgetUnused } from './forget-unused.ts';
import type { GraphStore, GraphTransaction } from './graph-store.ts';
import { settleNames } from './settle-names.ts';
import { anything, list, optional, text } from './values.ts';
import {
  conferenceIdentifiers,
  conferenceProperties,
  institutionIdentifiers,
  institutionProperties,
  writeNamed,
} from './write-named-things.ts';

type Reader = Pick<GraphStore, 'run'>;

const texts = list(text);
const keysOfNamed = defineQuery('names/keys-of-named', {
  params: {},
  row: { label: text, key: text, ror: optional(text) },
});
const row = { key: text, properties: anything, above: texts, identifierKeys: texts };
const institutionsStored = defineQuery('names/institutions-stored', { params: { keys: texts }, row });
const conferencesStored = defineQuery('names/conferences-stored', { params: { keys: texts }, row });
const ofKeys = (path: string) => defineQuery(`names/${path}`, { params: { keys: texts }, row: {} });
const clearsOfInstitutions = [ofKeys('clear-institutions'), ofKeys('clear-names-of-institutions')];
const clearsOfConferences = [ofKeys('clear-conferences'), ofKeys('clear-names-of-conferences')];

export interface NamedKey {
  readonly label: string;
  readonly key: string;
  readonly ror: string | null;
}

/** Keys of every institution and conference in the graph. */
export function keysOfNamedThings(reader: Reader): Promise<readonly NamedKey[]> {
  return reader.run(keysOfNamed, {});
}

/** What tables of names say of institutions and conferences now; `undefined` where they know none of that key. */
export interface NamedNow {
  readonly institution: (key: string, name: string) => Institution;
  readonly conference: (key: string, acronym: string) => Conference;
  /** With what they belong to. */
  readonly withAbove: (changed: readonly (Institution | Conference)[]) => CanonicalGraph;
}

/**
 * Writes institutions and conferences again whose facts, parents or names are others than stored, and removes what nothing
 * refers to any more.
 *
 * @returns how many were others
 */
export async function writeNamedAgain(
  transaction: GraphTransaction,
  keys: { readonly institutions: readonly string[]; readonly conferences: readonly string[] },
  now: NamedNow,
): Promise<number> {
  const institutions = (await transaction.run(institutionsStored, { keys: keys.institutions })).flatMap((stored) => {
    const wanted = now.institution(stored.key, textIn(stored.properties, 'name'));
    return isStored(stored, institutionProperties(wanted), aboveInstitution(wanted), institutionIdentifiers(wanted))
      ? []
      : [{ stored, wanted }];
  });
  const conferences = (await transaction.run(conferencesStored, { keys: keys.conferences })).flatMap((stored) => {
    const wanted = now.conference(stored.key, textIn(stored.properties, 'acronym'));
    const above = wanted.parentKey === null ? [] : [`part ${wanted.parentKey}`];
    return isStored(stored, conferenceProperties(wanted), above, conferenceIdentifiers(wanted))
      ? []
      : [{ stored, wanted }];
  });
  const changed = [...institutions, ...conferences];
  if (changed.length === 0) return 0;
  for (const query of clearsOfInstitutions) {
    await transaction.run(query, { keys: institutions.map(({ wanted }) => wanted.key) });
  }
  for (const query of clearsOfConferences) {
    await transaction.run(query, { keys: conferences.map(({ wanted }) => wanted.key) });
  }
  const graph = now.withAbove(changed.map(({ wanted }) => wanted));
  await writeNamed(transaction, graph);
  const lost = [...lostOf('Institution', institutions), ...lostOf('Conference', conferences)];
  const identifierKeys = changed.flatMap(({ stored }) => stored.identifierKeys);
  await forgetUnused(transaction, { references: lost, identifierKeys });
  await settleNames(transaction, graph, lost);
  return changed.length;
}

interface Stored {
  readonly key: string;
  readonly properties: unknown;
  /** What it stands under: the kind of the relationship, a space, and the key. */
  readonly above: readonly string[];
  readonly identifierKeys: readonly string[];
}

function aboveInstitution({ parents, countsUnderKey }: Institution): readonly string[] {
  return [...parents.map(({ kind, key }) => `${kind} ${key}`), `counts ${countsUnderKey}`];
}

function isStored(
  stored: Stored,
  properties: object,
  above: readonly string[],
  identifiers: readonly { readonly identifierKey: string }[],
): boolean {
  return (
    stable(stored.properties) === stable(properties) &&
    sameTexts(stored.above, above) &&
    sameTexts(
      stored.identifierKeys,
      identifiers.map(({ identifierKey }) => identifierKey),
    )
  );
}

function stable(properties: unknown): string {
  const stated = Object.entries(Object(properties)).filter(([, value]) => value !== null);
  return JSON.stringify(stated.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sameTexts(some: readonly string[], others: readonly string[]): boolean {
  return JSON.stringify([...new Set(some)].sort()) === JSON.stringify([...new Set(others)].sort());
}

/** The nodes that were changed and what they stood under may be used by nothing now. */
function lostOf(label: string, changed: readonly { readonly stored: Stored }[]) {
  const keys = changed.flatMap(({ stored }) => [
    stored.key,
    ...stored.above.map((each) => each.slice(each.indexOf(' ') + 1)),
  ]);
  return [...new Set(keys)].map((key) => ({ label, key }));
}

function textIn(properties: unknown, name: string): string {
  const value: unknown = Object(properties)[name];
  return typeof value === 'string' ? value : '';
}
