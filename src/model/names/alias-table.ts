import type { Position } from '../problem.ts';
import type { ConferenceKind, InstitutionKind } from './facts.ts';

/** What a user's alias file says of one institution. What it leaves out is null and stays as other tables have it. */
export interface InstitutionAliases {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: InstitutionKind | null;
  readonly countryCode: string | null;
  /** Full ROR address. */
  readonly ror: string | null;
  readonly homepage: string | null;
  /** By name; it replaces the parents of other tables. */
  readonly parent: { readonly name: string; readonly kind: 'unit' | 'member' } | null;
  readonly position: Position;
}

/** What a user's alias file says of one series. */
export interface ConferenceAliases {
  readonly acronym: string;
  readonly name: string | null;
  readonly aliases: readonly string[];
  readonly kind: ConferenceKind | null;
  readonly position: Position;
}

/** One alias file. It settles what names mean, also against the built-in tables and registries. */
export interface AliasTable {
  readonly institutions: readonly InstitutionAliases[];
  readonly conferences: readonly ConferenceAliases[];
}

export const noAliases: AliasTable = { institutions: [], conferences: [] };

/** Several files as one table, in the order of files and lines. */
export function joinAliases(tables: readonly AliasTable[]): AliasTable {
  return {
    institutions: tables.flatMap(({ institutions }) => institutions).sort(byPosition),
    conferences: tables.flatMap(({ conferences }) => conferences).sort(byPosition),
  };
}

function byPosition({ position: a }: { position: Position }, { position: b }: { position: Position }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line;
}
