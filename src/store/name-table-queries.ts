import type { Organization, OrganizationName } from '../model/names/organization.ts';
import { defineQuery } from './define-query.ts';
import type { GraphStore, GraphTransaction } from './graph-store.ts';
import { anything, flag, int, list, optional, record, text, word } from './values.ts';

type Reader = Pick<GraphStore, 'run'>;

/** A table of names beside the built-in ones, which a page of a source holds. */
export interface StoredTable {
  readonly pageKey: string;
  /** The organisations of a registry are marked with this, null for an alias file. */
  readonly register: string | null;
  /** An alias file's entries as JSON, null for a registry. */
  readonly aliases: string | null;
  /** What all data sets state of institutions of the built-in table, as JSON: a table that no page holds. */
  readonly stated: string | null;
}

const tableRow = { pageKey: text, register: optional(text), aliases: optional(text), stated: optional(text) };
const texts = list(text);
const nameRow = { name: text, ror: text, isAcronym: flag };
const kinds = word('EDUCATION', 'COMPANY', 'GOVERNMENT', 'FACILITY', 'NONPROFIT', 'HEALTHCARE', 'ARCHIVE', 'OTHER');
const rows = list(record({ properties: anything }));

const nameTables = defineQuery('names/tables', { params: {}, row: tableRow });
const organizationsByRor = defineQuery('names/organizations', {
  params: { rors: texts, registers: texts },
  row: {
    ror: text,
    name: text,
    isBranch: flag,
    aliases: texts,
    acronyms: texts,
    kind: optional(kinds),
    countryCode: optional(text),
    homepage: optional(text),
    parents: texts,
    status: word('ACTIVE', 'INACTIVE', 'WITHDRAWN'),
    successor: optional(text),
    modified: text,
  },
});
const organizationLines = defineQuery('explain/organization-lines', {
  params: { rors: texts, registers: texts },
  row: { register: text, line: int },
});
const namesByName = defineQuery('names/organization-names', {
  params: { names: texts, registers: texts },
  row: nameRow,
});
const namesByNearKey = defineQuery('names/near-organization-names', {
  params: { nearKeys: texts, registers: texts },
  row: nameRow,
});
const unsettled = defineQuery('names/unsettled', { params: {}, row: { isUnsettled: optional(flag) } });
const markUnsettled = defineQuery('names/mark-unsettled', { params: { isUnsettled: flag }, row: {} });
const writeTables = defineQuery('names/write-tables', { params: { rows: list(record(tableRow)) }, row: {} });
const forgetTables = defineQuery('names/forget-tables', { params: { pageKeys: texts }, row: {} });
const writeOrganizations = defineQuery('names/write-organizations', { params: { rows }, row: {} });
const writeOrganizationNames = defineQuery('names/write-organization-names', { params: { rows }, row: {} });
const changeOrganizationParents = defineQuery('names/change-organization-parents', {
  params: { register: text, rows: list(record({ ror: text, parents: texts })) },
  row: {},
});
const forgetOrganizations = defineQuery('names/forget-organizations', {
  params: { registers: texts, count: int },
  row: { forgottenCount: int },
});
const forgetOrganizationNames = defineQuery('names/forget-organization-names', {
  params: { registers: texts, count: int },
  row: { forgottenCount: int },
});
const organizationCounts = defineQuery('names/organization-counts', {
  params: {},
  row: { register: text, organizationCount: int },
});

/** Every table of names in the graph, in the order of pages. */
export function storedTables(reader: Reader): Promise<readonly StoredTable[]> {
  return reader.run(nameTables, {});
}

/** Organisations of these ids in these registers; an id that two registers have comes twice. */
export async function organizationsOf(
  reader: Reader,
  rors: readonly string[],
  registers: readonly string[],
): Promise<readonly Organization[]> {
  return rors.length === 0 ? [] : reader.run(organizationsByRor, { rors, registers });
}

/** Where the records of organisations begin in their registers, in the order of registers and lines. */
export async function linesOfOrganizations(
  reader: Reader,
  rors: readonly string[],
  registers: readonly string[],
): Promise<readonly { readonly register: string; readonly line: number }[]> {
  return rors.length === 0 || registers.length === 0 ? [] : reader.run(organizationLines, { rors, registers });
}

/** Which organisations go by these names. */
export async function organizationNamesOf(
  reader: Reader,
  names: readonly string[],
  registers: readonly string[],
): Promise<readonly OrganizationName[]> {
  return names.length === 0 ? [] : reader.run(namesByName, { names, registers });
}

/** Names that share one of these keys of nearness, no acronyms. */
export async function namesOfNearKeys(
  reader: Reader,
  nearKeys: readonly string[],
  registers: readonly string[],
): Promise<readonly OrganizationName[]> {
  return nearKeys.length === 0 ? [] : reader.run(namesByNearKey, { nearKeys, registers });
}

/** Whether tables of names changed and not every listing was read again since. */
export async function isUnsettled(reader: Reader): Promise<boolean> {
  const [state] = await reader.run(unsettled, {});
  return state?.isUnsettled ?? false;
}

export async function setUnsettled(transaction: GraphTransaction, value: boolean): Promise<void> {
  await transaction.run(markUnsettled, { isUnsettled: value });
}

/** Makes these the tables of their pages. */
export async function storeTables(transaction: GraphTransaction, tables: readonly StoredTable[]): Promise<void> {
  await transaction.run(writeTables, { rows: tables });
}

/** Pages without a table change nothing. */
export async function dropTables(transaction: GraphTransaction, pageKeys: readonly string[]): Promise<void> {
  await transaction.run(forgetTables, { pageKeys });
}

export interface OrganizationToWrite {
  readonly organization: Organization;
  readonly names: readonly (OrganizationName & { readonly nearKey: string | null })[];
  /** Where its record begins in the register, from 1. */
  readonly line: number;
}

/** Adds organisations, with the names that they are looked up by, to a register; they count once it is a table's. */
export async function addOrganizations(
  transaction: GraphTransaction,
  register: string,
  organizations: readonly OrganizationToWrite[],
): Promise<void> {
  await transaction.run(writeOrganizations, {
    rows: organizations.map(({ organization, line }) => ({ properties: { ...organization, line, register } })),
  });
  await transaction.run(writeOrganizationNames, {
    rows: organizations.flatMap(({ names }) => names.map((name) => ({ properties: { ...name, register } }))),
  });
}

export async function changeParents(
  transaction: GraphTransaction,
  register: string,
  changes: readonly { readonly ror: string; readonly parents: readonly string[] }[],
): Promise<void> {
  if (changes.length > 0) await transaction.run(changeOrganizationParents, { register, rows: changes });
}

/** How many organisations each register holds, registers of no table included. */
export function registerSizes(
  reader: Reader,
): Promise<readonly { readonly register: string; readonly organizationCount: number }[]> {
  return reader.run(organizationCounts, {});
}

/** Organisations removed in one transaction. */
const forgottenAtOnce = 10_000;

/** Removes registers, in transactions of bounded size. */
export async function forgetRegisters(store: GraphStore, registers: readonly string[]): Promise<void> {
  if (registers.length === 0) return;
  for (const query of [forgetOrganizationNames, forgetOrganizations]) {
    for (;;) {
      const [row] = await store.write((transaction) => transaction.run(query, { registers, count: forgottenAtOnce }));
      if ((row?.forgottenCount ?? 0) === 0) break;
    }
  }
}
