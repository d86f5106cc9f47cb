import type { CanonicalGraph, Conference, Institution } from '../model/graph.ts';
import type { Names } from '../model/names/names.ts';
import { conferenceOf, conferencesUnder, institutionOf, institutionsUnder } from '../reconcile/named-things.ts';
import { describedByKey } from '../store/data-set-queries.ts';
import type { GraphTransaction } from '../store/graph-store.ts';
import { type NamedKey, type NamedNow, writeNamedAgain } from '../store/named-things-again.ts';
import { loaderFor } from './load-names.ts';

/** Writes institutions and conferences again where the graph's tables of names say something else of them than is stored. */
export async function writeNamedAsMeant(transaction: GraphTransaction, named: readonly NamedKey[]): Promise<void> {
  const institutions = named.filter(({ label }) => label === 'Institution');
  const tables = await (await loaderFor(transaction)).forInstitutions(institutions);
  const keys = keysOf(named, institutions);
  const names = withNodes(tables, await describedByKey(transaction, keys));
  await writeNamedAgain(transaction, keys, namedNow(names));
}

/** What tables do not know and a data set describes stays as it is. */
function withNodes(names: Names, described: Awaited<ReturnType<typeof describedByKey>>): Names {
  const institutions = new Map(described.institutions.map((facts) => [facts.key, facts]));
  const conferences = new Map(described.conferences.map((facts) => [facts.key, facts]));
  return {
    ...names,
    institutionByKey: (key) => names.institutionByKey(key) ?? institutions.get(key),
    conferenceByKey: (key) => names.conferenceByKey(key) ?? conferences.get(key),
  };
}

function keysOf(batch: readonly NamedKey[], institutions: readonly NamedKey[]) {
  const conferences = batch.filter(({ label }) => label === 'Conference').map(({ key }) => key);
  return { institutions: institutions.map(({ key }) => key), conferences };
}

function namedNow(names: Names): NamedNow {
  return {
    institution: (key, name) => institutionOf(key, name, names),
    conference: (key, acronym) => conferenceOf(key, acronym, names),
    withAbove: (changed): CanonicalGraph => ({
      papers: [],
      institutions: institutionsUnder(changed.filter(isInstitution), names),
      conferences: conferencesUnder(changed.filter(isConference), names),
      editions: [],
      topics: [],
    }),
  };
}

function isConference(named: Institution | Conference): named is Conference {
  return !isInstitution(named);
}

function isInstitution(named: Institution | Conference): named is Institution {
  return 'countsUnderKey' in named;
}
