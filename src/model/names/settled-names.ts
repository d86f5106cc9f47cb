import { slug } from '../text.ts';
import type { AliasTable } from './alias-table.ts';
import type { InstitutionFacts, StatedFacts } from './facts.ts';
import { grouped } from './grouped.ts';
import {
  comparableName,
  institutionIndex,
  type NameReading,
  readInstitutionName,
  readNameWith,
} from './institution-index.ts';
import type { KnownName } from './near-names.ts';
import type { Organization } from './organization.ts';
import type { Registry } from './registry.ts';
import { remembered } from './remembered.ts';

/** Alias files over the built-in tables over the registry. */
export class SettledNames {
  readonly #registry: Registry;
  readonly #builtIn = institutionIndex();
  /** What alias files say of institutions, by key and by comparable name. */
  readonly #settledByKey = new Map<string, InstitutionFacts>();
  readonly #settledByName = new Map<string, string>();
  readonly #statedByKey = new Map<string, StatedFacts>();
  readonly #organizationByKey = new Map<string, Organization>();
  readonly #organizationKeys = new Map<Organization, string>();
  readonly #settledByRor = new Map<string, string>();
  readonly #facts = new Map<string, InstitutionFacts | undefined>();

  constructor(aliases: AliasTable, registry: Registry) {
    this.#registry = registry;
    this.#settleKeys(aliases);
    for (const organization of registry.organizations) {
      const standing = registry.standing(organization.ror);
      if (standing) this.#organizationByKey.set(this.#keyOf(standing), standing);
    }
    this.#settleFacts(aliases);
  }

  readonly read = remembered((statedAs: string): NameReading => {
    const ours = { name: (name: string) => this.#oursNamed(name), inBrackets: (name: string) => this.#oursNamed(name) };
    const reading = readNameWith(statedAs, ours);
    if (reading.candidates.length > 0) return reading;
    return readNameWith(statedAs, {
      name: (name) => this.#oursNamed(name) ?? this.#readingOfName(name),
      inBrackets: (name) =>
        this.#oursNamed(name) ?? this.#readingOf([...this.#registry.named(name), ...this.#registry.withAcronym(name)]),
    });
  });

  byKey(key: string): InstitutionFacts | undefined {
    if (!this.#facts.has(key)) this.#facts.set(key, this.#settledByKey.get(key) ?? this.#unsettled(key));
    return this.#facts.get(key);
  }

  /** What is stated of an institution of the built-in table: by alias files, else by the registry, else by data sets. */
  statedOf(key: string, byDataSets: StatedFacts | undefined): StatedFacts | undefined {
    const builtIn = this.#builtIn.byKey.get(key);
    if (!builtIn) return undefined;
    const stated = [this.#statedByKey.get(key), this.#organizationOf(builtIn), byDataSets];
    return {
      kind: stated.find((each) => each?.kind)?.kind ?? null,
      countryCode: stated.find((each) => each?.countryCode)?.countryCode ?? null,
    };
  }

  byRor(ror: string): InstitutionFacts | undefined {
    const organization = this.#registry.standing(ror);
    const key =
      this.#settledByRor.get(ror) ??
      this.#builtIn.byRor.get(ror)?.key ??
      (organization ? this.#keyOf(organization) : undefined);
    return key === undefined ? undefined : this.byKey(key);
  }

  knownNames(): readonly KnownName[] {
    return [...this.#settledByName].flatMap(([comparable, key]) => {
      const facts = this.byKey(key);
      return facts ? [{ comparable, means: facts.name }] : [];
    });
  }

  /** A name as alias files or else the built-in tables have it. */
  #oursNamed(comparable: string): NameReading | undefined {
    const key = this.#settledByName.get(comparable);
    if (key !== undefined) return single(this.byKey(key));
    const reading = this.#builtIn.byName.get(comparable);
    if (!reading) return undefined;
    const candidates = reading.candidates.flatMap((facts) => this.byKey(facts.key) ?? []);
    return { candidates, usual: candidates.find(({ key: each }) => each === reading.usual?.key) };
  }

  #readingOfName(comparable: string): NameReading | undefined {
    const organizations = this.#registry.named(comparable);
    const reading = this.#readingOf(organizations);
    // A company that our own tables have is one wherever it is.
    const isOurs = organizations.some((each) => this.#oursOf(each) !== undefined);
    return reading && { ...reading, isBranch: this.#registry.namesBranch(comparable) && !isOurs };
  }

  #readingOf(organizations: readonly Organization[]): NameReading | undefined {
    const keys = new Set(organizations.map((organization) => this.#keyOf(organization)));
    const candidates = [...keys].flatMap((key) => this.byKey(key) ?? []);
    if (candidates.length === 0) return undefined;
    return { candidates, usual: candidates.length === 1 ? candidates[0] : undefined };
  }

  /** The slug of an organisation's name where that means it and nothing else; else with the end of its ROR id. */
  #keyOf(organization: Organization): string {
    // What entries of alias files are about is settled first, and stays.
    const key = this.#organizationKeys.get(organization) ?? this.#newKeyOf(organization);
    this.#organizationKeys.set(organization, key);
    return key;
  }

  #newKeyOf(organization: Organization): string {
    const ours = this.#oursOf(organization);
    if (ours !== undefined) return ours;
    const { name, ror } = organization;
    const comparable = comparableName(name);
    const named = this.#registry.named(comparable);
    const isTaken = this.#settledByName.has(comparable) || readInstitutionName(name).candidates.length > 0;
    const isAlone =
      !isTaken && named.length === 1 && named[0] === organization && !this.#registry.namesBranch(comparable);
    return isAlone && slug(name) !== ''
      ? slug(name)
      : [slug(name), ror.slice(ror.lastIndexOf('/') + 1)].filter((part) => part !== '').join('-');
  }

  /** The key of the institution of our own tables that an organisation is: by id, else by its shown name and country. */
  #oursOf({ ror, name, countryCode }: Organization): string | undefined {
    const known = this.#settledByRor.get(ror) ?? this.#builtIn.byRor.get(ror)?.key;
    if (known !== undefined) return known;
    const [same] = this.#builtIn.byName.get(comparableName(name))?.candidates ?? [];
    if (!same || same.ror !== null || same.countryCode === null || same.countryCode !== countryCode) return undefined;
    return this.#organizationOf(same)?.ror === ror ? same.key : undefined;
  }

  /** What the registry knows of an institution of the built-in tables. */
  #organizationOf({ ror, name, aliases, countryCode }: InstitutionFacts): Organization | undefined {
    if (ror !== null) return this.#registry.standing(ror);
    const names = new Set([name, ...aliases].map(comparableName));
    const found = new Set([...names].flatMap((each) => this.#registry.named(each)));
    const same = [...found].filter(
      (each) =>
        each.countryCode === countryCode &&
        names.has(comparableName(each.name)) &&
        !this.#builtIn.byRor.has(each.ror) &&
        // A name that the built-in tables share out tells nothing.
        this.#builtIn.byName.get(comparableName(each.name))?.candidates.length === 1,
    );
    return countryCode !== null && same.length === 1 ? same[0] : undefined;
  }

  #unsettled(key: string): InstitutionFacts | undefined {
    const builtIn = this.#builtIn.byKey.get(key);
    if (builtIn) return this.#enriched(builtIn, this.#organizationOf(builtIn));
    const organization = this.#organizationByKey.get(key);
    if (!organization) return undefined;
    const { name, aliases, kind, countryCode, ror, homepage } = organization;
    const parents = this.#membershipsOf(organization, key);
    return { key, name, aliases: this.#ownAliases(key, name, aliases), kind, countryCode, ror, homepage, parents };
  }

  /** The built-in entry wins; the registry adds what it leaves open, and memberships. */
  #enriched(facts: InstitutionFacts, organization: Organization | undefined): InstitutionFacts {
    const extra = organization ? [organization.name, ...organization.aliases] : [];
    const aliases = this.#ownAliases(facts.key, facts.name, [...facts.aliases, ...extra]);
    if (!organization) return { ...facts, aliases };
    const known = new Set([facts.key, ...facts.parents.map(({ key }) => key)]);
    const memberships = this.#membershipsOf(organization, facts.key).filter(({ key }) => !known.has(key));
    return {
      ...facts,
      aliases,
      kind: facts.kind ?? organization.kind,
      countryCode: facts.countryCode ?? organization.countryCode,
      ror: facts.ror ?? organization.ror,
      homepage: facts.homepage ?? organization.homepage,
      parents: [...facts.parents, ...memberships],
    };
  }

  #membershipsOf({ parents }: Organization, own: string): InstitutionFacts['parents'] {
    const keys = parents.flatMap((ror) => {
      const parent = this.#registry.standing(ror);
      return parent ? [this.#keyOf(parent)] : [];
    });
    return [...new Set(keys)].filter((key) => key !== own).map((key) => ({ key, kind: 'member' }));
  }

  /** Aliases of an institution, each once, without those that our own tables give to another one. */
  #ownAliases(key: string, name: string, aliases: readonly string[]): readonly string[] {
    const seen = new Set([comparableName(name)]);
    return aliases.filter((alias) => {
      const comparable = comparableName(alias);
      if (seen.has(comparable)) return false;
      seen.add(comparable);
      const settled = this.#settledByName.get(comparable);
      if (settled !== undefined) return settled === key;
      const builtIn = this.#builtIn.byName.get(comparable)?.candidates ?? [];
      return builtIn.length === 0 || builtIn.some((facts) => facts.key === key);
    });
  }

  /** Which institution each entry of alias files is about, before any facts are asked for. */
  #settleKeys({ institutions }: AliasTable): void {
    for (const { name, aliases, ror } of institutions) {
      const key = this.#keyOfEntry(name, ror);
      if (ror !== null) this.#settledByRor.set(ror, key);
      for (const each of [name, ...aliases]) this.#settledByName.set(comparableName(each), key);
    }
    for (const { parent } of institutions) {
      if (parent && this.#keyNamed(parent.name) === undefined) {
        this.#settledByName.set(comparableName(parent.name), slug(parent.name));
        this.#settledByKey.set(slug(parent.name), { ...nothingKnown, key: slug(parent.name), name: parent.name });
      }
    }
  }

  #keyOfEntry(name: string, ror: string | null): string {
    const byRor = ror === null ? undefined : this.#builtIn.byRor.get(ror)?.key;
    if (byRor !== undefined) return byRor;
    const organization = ror === null ? undefined : this.#registry.standing(ror);
    if (organization) return this.#keyOf(organization);
    return this.#keyNamed(name) ?? slug(name);
  }

  #keyNamed(name: string): string | undefined {
    const settled = this.#settledByName.get(comparableName(name));
    if (settled !== undefined) return settled;
    const { candidates } = readInstitutionName(name);
    const [only] = candidates;
    if (only && candidates.length === 1) return only.key;
    const [organization, ...others] = candidates.length > 0 ? [] : this.#registry.named(comparableName(name));
    return organization && others.length === 0 ? this.#keyOf(organization) : undefined;
  }

  #settleFacts({ institutions }: AliasTable): void {
    const stated = grouped(institutions, ({ name }) => this.#settledByName.get(comparableName(name)) ?? slug(name));
    for (const [key, entries] of stated) {
      const base = this.#unsettled(key) ?? { ...nothingKnown, key, name: entries[0]?.name ?? key };
      const first = <T>(values: readonly (T | null)[]): T | null => values.find((value) => value !== null) ?? null;
      const parent = first(entries.map((entry) => entry.parent));
      const parentKey = parent && this.#settledByName.get(comparableName(parent.name));
      const name = entries[0]?.name ?? base.name;
      const kind = first(entries.map((entry) => entry.kind));
      const countryCode = first(entries.map((entry) => entry.countryCode));
      this.#statedByKey.set(key, { kind, countryCode });
      this.#settledByKey.set(key, {
        key,
        name,
        aliases: this.#ownAliases(key, name, [
          ...entries.flatMap((entry) => [entry.name, ...entry.aliases]),
          base.name,
          ...base.aliases,
        ]),
        kind: kind ?? base.kind,
        countryCode: countryCode ?? base.countryCode,
        ror: first(entries.map((entry) => entry.ror)) ?? base.ror,
        homepage: first(entries.map((entry) => entry.homepage)) ?? base.homepage,
        parents: parent
          ? [{ key: parentKey ?? this.#keyNamed(parent.name) ?? slug(parent.name), kind: parent.kind }]
          : base.parents,
      });
    }
  }
}

const nothingKnown = { aliases: [], kind: null, countryCode: null, ror: null, homepage: null, parents: [] };

function single(facts: InstitutionFacts | undefined): NameReading | undefined {
  return facts && { candidates: [facts], usual: facts };
}
