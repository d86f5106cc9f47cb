import { type AliasTable, joinAliases } from './alias-table.ts';
import { conferenceIndex, indexOfConferences } from './conference-index.ts';
import { findConference, findConferenceIn, venueReader } from './conference-names.ts';
import { conferencesWith } from './conferences-with-aliases.ts';
import { noDescribedNames } from './described-names.ts';
import type { ConferenceFacts, StatedFacts } from './facts.ts';
import { comparableName } from './institution-index.ts';
import { builtInKnownNames, builtInNames, type Names } from './names.ts';
import { type KnownName, namesNear } from './near-names.ts';
import type { Organization, OrganizationName } from './organization.ts';
import { Registry } from './registry.ts';
import { remembered } from './remembered.ts';
import { SettledNames } from './settled-names.ts';

/** Tables beside the built-in ones: alias files whole, and of registries what some names need. */
export interface NameTables {
  readonly aliases: readonly AliasTable[];
  readonly organizations: readonly Organization[];
  /** All organisations of each name that was looked up. */
  readonly organizationNames: readonly OrganizationName[];
  /** Names of organisations that come near to names that nothing else knows. */
  readonly nearNames: readonly OrganizationName[];
  /** What data sets state of institutions of the built-in table, by key. */
  readonly stated: ReadonlyMap<string, StatedFacts>;
}

/** The built-in tables, where nothing but data sets states more. */
export function builtInNamesWith(stated: NameTables['stated']): Names {
  return stated.size === 0 ? builtInNames : { ...builtInNames, statedOf: (key) => stated.get(key) };
}

/**
 * What names mean where users and registries say more than the built-in tables. A name is taken, in this order, as an
 * alias file says, as the built-in tables say, as the one organisation whose full name it is. An acronym, or an alias of
 * one word, names no organisation: it tells two of one name apart ("Trinity College (TCD)"), and is proposed for a name
 * that nothing knows. Of several organisations of one name that is meant to which all others belong.
 *
 * @param tables - complete for the names that are asked; a name that was not looked up is unknown
 */
export function namesFromTables(tables: NameTables): Names {
  const registry = new Registry(tables.organizations, tables.organizationNames);
  const aliases = joinAliases(tables.aliases);
  const settled = new SettledNames(aliases, registry);
  const find = conferenceFinder(conferencesWith(aliases.conferences));
  const nearby = tables.nearNames.flatMap(({ name, ror }): readonly KnownName[] => {
    const organization = registry.standing(ror);
    return organization ? [{ comparable: name, means: organization.name }] : [];
  });
  const known = [...builtInKnownNames(), ...settled.knownNames(), ...nearby];
  return {
    readInstitution: settled.read,
    institutionByKey: (key) => settled.byKey(key),
    institutionByRor: (ror) => settled.byRor(ror),
    readVenue: venueReader(find.byName),
    findConference: find.byName,
    conferenceByKey: find.byKey,
    institutionsNear: remembered((statedAs) => {
      const comparable = comparableName(statedAs);
      const near = namesNear(comparable, known);
      const acronyms = registry.withAcronym(comparable).map(({ name }) => name);
      return { ...near, nearest: [...new Set([...near.nearest, ...acronyms])].slice(0, 5) };
    }),
    statedOf: (key) => settled.statedOf(key, tables.stated.get(key)),
    described: noDescribedNames,
  };
}

function conferenceFinder(series: readonly ConferenceFacts[]) {
  const builtIn = conferenceIndex();
  if (series.length === 0) return { byName: findConference, byKey: (key: string) => builtIn.byKey.get(key) };
  const index = indexOfConferences(series);
  return {
    byName: (name: string) => findConferenceIn(index, name),
    byKey: (key: string) => index.byKey.get(key),
  };
}
