import type { Position } from '../problem.ts';
import { slug } from '../text.ts';
import type { AliasTable, InstitutionAliases } from './alias-table.ts';
import { findConference } from './conference-names.ts';
import { comparableName, institutionIndex, readInstitutionName } from './institution-index.ts';

/** Two lines of alias files that cannot both hold; one line twice where it contradicts itself or the built-in tables. */
export interface Contradiction {
  readonly message: string;
  readonly lines: readonly [Position, Position];
}

/** The first contradiction in alias files taken together, in the order of files and lines, or null. */
export function contradictionIn({ institutions, conferences }: AliasTable): Contradiction | null {
  return (
    sharedNames(institutions.map(({ name, aliases, position }) => ({ name, aliases, position, key: keyOf(name) }))) ??
    sharedNames(
      conferences.map(({ acronym, name, aliases, position }) => ({
        name: acronym,
        aliases: [...(name === null ? [] : [name]), ...aliases],
        position,
        key: findConference(acronym)?.key ?? slug(acronym),
      })),
    ) ??
    sharedRor(institutions) ??
    cycleIn(institutions)
  );
}

interface Named {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly position: Position;
  /** What the name stands for. */
  readonly key: string;
}

function sharedNames(entries: readonly Named[]): Contradiction | null {
  const canonical = new Map<string, Named>();
  for (const entry of entries) {
    const other = canonical.get(entry.key);
    if (other) {
      const message = `expected one entry for "${other.name}", found a second one for it as "${entry.name}"`;
      return { message, lines: [other.position, entry.position] };
    }
    canonical.set(entry.key, entry);
  }
  const owners = new Map<string, Named>(entries.map((entry) => [comparableName(entry.name), entry]));
  for (const entry of entries) {
    for (const alias of entry.aliases) {
      const owner = owners.get(comparableName(alias));
      if (owner && owner !== entry) {
        const isName = comparableName(owner.name) === comparableName(alias);
        const found = isName ? `it is the name of another entry` : `it is one of "${owner.name}" too`;
        const message = `expected "${alias}" to mean one thing, found it as an alias of "${entry.name}" while ${found}`;
        return { message, lines: [owner.position, entry.position] };
      }
      owners.set(comparableName(alias), entry);
    }
  }
  return null;
}

function sharedRor(entries: readonly InstitutionAliases[]): Contradiction | null {
  const owners = new Map<string, InstitutionAliases>();
  for (const entry of entries) {
    const owner = entry.ror === null ? undefined : owners.get(entry.ror);
    if (owner) {
      const message = `expected ${entry.ror} to be of one institution, found it for "${owner.name}" and "${entry.name}"`;
      return { message, lines: [owner.position, entry.position] };
    }
    if (entry.ror !== null) owners.set(entry.ror, entry);
  }
  return null;
}

/** A chain of parents that leads back to where it began, through entries and the built-in tables. */
function cycleIn(entries: readonly InstitutionAliases[]): Contradiction | null {
  const byName = new Map(
    entries.flatMap((entry) => [entry.name, ...entry.aliases].map((name) => [comparableName(name), entry] as const)),
  );
  const keyNamed = (name: string) => keyOf(byName.get(comparableName(name))?.name ?? name);
  const entryOf = new Map(entries.map((entry) => [keyOf(entry.name), entry]));
  const parentsOf = (key: string): readonly string[] => {
    const parent = entryOf.get(key)?.parent;
    if (parent) return [keyNamed(parent.name)];
    return (
      institutionIndex()
        .byKey.get(key)
        ?.parents.map((each) => each.key) ?? []
    );
  };
  for (const entry of entries) {
    if (entry.parent === null) continue;
    const way = wayBack(keyOf(entry.name), parentsOf);
    if (way === null) continue;
    const others = way
      .flatMap((key) => entryOf.get(key) ?? [])
      .filter((other) => other !== entry && other.parent !== null);
    const message = `expected parents that lead upwards, found that "${entry.name}" lies below itself: ${[...way, way[0]].join(' -> ')}`;
    return { message, lines: [entry.position, others.at(-1)?.position ?? entry.position] };
  }
  return null;
}

/** Keys from one institution upwards to itself, or null where no way leads back. */
function wayBack(start: string, parentsOf: (key: string) => readonly string[]): readonly string[] | null {
  const visited = new Set<string>();
  const search = (key: string, way: readonly string[]): readonly string[] | null => {
    for (const parent of parentsOf(key)) {
      if (parent === start) return way;
      if (visited.has(parent)) continue;
      visited.add(parent);
      const found = search(parent, [...way, parent]);
      if (found) return found;
    }
    return null;
  };
  return search(start, [start]);
}

function keyOf(name: string): string {
  const { candidates } = readInstitutionName(name);
  const [only] = candidates;
  return only && candidates.length === 1 ? only.key : slug(name);
}
