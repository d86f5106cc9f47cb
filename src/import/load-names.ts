import type { Listing } from '../model/graph.ts';
import type { AliasTable } from '../model/names/alias-table.ts';
import type { InstitutionFacts, StatedFacts } from '../model/names/facts.ts';
import {
  comparableName,
  institutionIndex,
  namesLookedUp,
  readInstitutionName,
} from '../model/names/institution-index.ts';
import type { Names } from '../model/names/names.ts';
import { builtInNamesWith, namesFromTables } from '../model/names/names-from-tables.ts';
import { nearKey } from '../model/names/near-names.ts';
import type { Organization, OrganizationName } from '../model/names/organization.ts';
import type { GraphStore } from '../store/graph-store.ts';
import {
  namesOfNearKeys,
  organizationNamesOf,
  organizationsOf,
  type StoredTable,
  storedTables,
} from '../store/name-table-queries.ts';

type Reader = Pick<GraphStore, 'run'>;

/** Gives what names mean with the tables that a graph holds. Of a registry it looks up what the asked names need, and no more. */
export class NamesLoader {
  readonly #reader: Reader;
  readonly #aliases: readonly AliasTable[];
  readonly #registers: readonly string[];
  readonly #stated: ReadonlyMap<string, StatedFacts>;

  /** @param tables - all that count; see `loaderFor` */
  constructor(reader: Reader, tables: readonly StoredTable[]) {
    this.#reader = reader;
    this.#registers = tables.flatMap(({ register }) => register ?? []);
    this.#aliases = tables.flatMap(({ aliases }) => (aliases === null ? [] : [parseAliases(aliases)]));
    this.#stated = new Map(tables.flatMap(({ stated }) => (stated === null ? [] : parseStated(stated))));
  }

  /** What the institutions and places of publication of some listings mean. */
  async forListings(listings: readonly Listing[]): Promise<Names> {
    const stated = [...new Set(listings.flatMap(({ record }) => record.institutions))];
    const { names, search } = await this.#lookUp({ stated, institutions: [] });
    if (search === null) return names;
    const unknown = stated.filter((text) => names.readInstitution(text).candidates.length === 0);
    if (unknown.length === 0) return names;
    const nearKeys = [...new Set(unknown.map((text) => nearKey(comparableName(text))))];
    const nearNames = await namesOfNearKeys(this.#reader, nearKeys, this.#registers);
    await search.follow(
      [],
      nearNames.map(({ ror }) => ror),
    );
    return this.#namesFrom(search, nearNames);
  }

  /** What is known of institutions that are in the graph. */
  async forInstitutions(
    institutions: readonly { readonly key: string; readonly ror: string | null }[],
  ): Promise<Names> {
    return (await this.#lookUp({ stated: [], institutions })).names;
  }

  /** What the names and ids of described institutions mean. */
  async forDescribed(institutions: readonly { readonly name: string; readonly ror: string | null }[]): Promise<Names> {
    const stated = institutions.map(({ name }) => name);
    const byRor = institutions.map(({ ror }) => ({ key: '', ror }));
    return (await this.#lookUp({ stated, institutions: byRor })).names;
  }

  async #lookUp({
    stated,
    institutions,
  }: {
    readonly stated: readonly string[];
    readonly institutions: readonly { readonly key: string; readonly ror: string | null }[];
  }): Promise<{ names: Names; search: RegisterSearch | null }> {
    if (this.#registers.length === 0) {
      const names = this.#aliases.length === 0 ? builtInNamesWith(this.#stated) : this.#namesFrom(null, []);
      return { names, search: null };
    }
    const search = new RegisterSearch(this.#reader, this.#registers);
    const entries = this.#aliases.flatMap((table) => table.institutions);
    const settled = entries.flatMap(({ name, parent }) => [name, ...(parent ? [parent.name] : [])]);
    for (const text of [...stated, ...settled]) search.want(readInstitutionName(text).candidates);
    for (const { key } of institutions)
      search.want([institutionIndex().byKey.get(key)].filter((facts) => facts !== undefined));
    await search.follow(
      [...stated.flatMap(namesLookedUp), ...settled.flatMap(namesLookedUp)],
      [...institutions, ...entries].flatMap(({ ror }) => ror ?? []),
    );
    return { names: this.#namesFrom(search, []), search };
  }

  #namesFrom(search: RegisterSearch | null, nearNames: readonly OrganizationName[]): Names {
    return namesFromTables({
      aliases: this.#aliases,
      organizations: search?.organizations ?? [],
      organizationNames: search?.names ?? [],
      nearNames,
      stated: this.#stated,
    });
  }
}

/** The loader for a graph as it stands. */
export async function loaderFor(reader: Reader): Promise<NamesLoader> {
  return new NamesLoader(reader, await storedTables(reader));
}

/** Follows names to organisations, and those to their parents, successors and all others of their name, until no more come. */
class RegisterSearch {
  readonly #reader: Reader;
  readonly #registers: readonly string[];
  readonly #askedNames = new Set<string>();
  readonly #askedRors = new Set<string>();
  readonly #wanted = new Set<InstitutionFacts>();
  readonly #newNames = new Set<string>();
  readonly #newRors = new Set<string>();
  readonly names: OrganizationName[] = [];
  readonly organizations: Organization[] = [];

  constructor(reader: Reader, registers: readonly string[]) {
    this.#reader = reader;
    this.#registers = registers;
  }

  /** Also looks up what registers add to these institutions of the built-in tables, and to those that they belong to. */
  want(institutions: readonly InstitutionFacts[]): void {
    for (const facts of institutions) {
      if (this.#wanted.has(facts)) continue;
      this.#wanted.add(facts);
      if (facts.ror !== null) this.#newRors.add(facts.ror);
      else for (const name of [facts.name, ...facts.aliases]) this.#newNames.add(comparableName(name));
      this.want(facts.parents.flatMap(({ key }) => institutionIndex().byKey.get(key) ?? []));
    }
  }

  async follow(names: readonly string[], rors: readonly string[]): Promise<void> {
    for (const name of names) this.#newNames.add(name);
    for (const ror of rors) this.#newRors.add(ror);
    for (;;) {
      const newNames = [...this.#newNames].filter((name) => !this.#askedNames.has(name));
      const newRors = [...this.#newRors].filter((ror) => !this.#askedRors.has(ror));
      if (newNames.length === 0 && newRors.length === 0) return;
      this.#newNames.clear();
      this.#newRors.clear();
      for (const name of newNames) this.#askedNames.add(name);
      for (const ror of newRors) this.#askedRors.add(ror);
      for (const found of await organizationNamesOf(this.#reader, newNames, this.#registers)) {
        this.names.push(found);
        this.#newRors.add(found.ror);
      }
      for (const found of await organizationsOf(this.#reader, newRors, this.#registers)) this.#take(found);
    }
  }

  #take(organization: Organization): void {
    const { ror, name, parents, successor } = organization;
    this.organizations.push(organization);
    this.#newNames.add(comparableName(name));
    for (const each of parents) this.#newRors.add(each);
    if (successor !== null) this.#newRors.add(successor);
    this.want(readInstitutionName(name).candidates);
    this.want(builtInOf(ror));
  }
}

function builtInOf(ror: string): readonly InstitutionFacts[] {
  const facts = institutionIndex().byRor.get(ror);
  return facts ? [facts] : [];
}

/** Alias files are stored as this program parsed them. */
export function parseAliases(json: string): AliasTable {
  return JSON.parse(json) as AliasTable;
}

/** So is what data sets state; see `statedTable`. */
export function parseStated(json: string): readonly (readonly [string, StatedFacts])[] {
  return JSON.parse(json) as readonly (readonly [string, StatedFacts])[];
}
