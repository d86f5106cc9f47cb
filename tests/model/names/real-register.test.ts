import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recordsOfFile } from '../../../src/import/register-file.ts';
import { RegisterReading } from '../../../src/import/register-reading.ts';
import { readPage } from '../../../src/importers/index.ts';
import { comparableName } from '../../../src/model/names/institution-index.ts';
import { institutions } from '../../../src/model/names/institutions.ts';
import { namesFromTables } from '../../../src/model/names/names-from-tables.ts';
import type { Organization, OrganizationName } from '../../../src/model/names/organization.ts';
import { institutionsStatedIn } from '../../../src/reconcile/stated-institutions.ts';
import { sharedPath } from '../../support/shared.ts';

const file = sharedPath('data', 'institutions', 'ror-records-latest.jsonl.gz');
const lists = sharedPath('data', 'reading-list');

describe.skipIf(file === null)('the table of institutions beside the register', async () => {
  const organizations = new Map<string, Organization>();
  const reading = new RegisterReading('ror');
  const organizationNames: OrganizationName[] = [];
  for await (const text of file === null ? [] : recordsOfFile(file)) {
    const read = reading.read(text);
    if (read === null) continue;
    organizations.set(read.organization.ror, read.organization);
    organizationNames.push(...read.names);
  }
  const pairs = institutions.flatMap((facts) => {
    const organization = facts.ror === null ? undefined : organizations.get(facts.ror);
    return organization ? [{ facts, organization }] : [];
  });

  test('every record is read, and those that give no organisation are withdrawn', () => {
    expect(reading.recordCount).toBe(51_370);
    expect(organizations.size).toBe(51_236);
    const codes = new Set(reading.problems().map(({ code }) => code));
    expect([...codes].sort()).toEqual(['ROR_INACTIVE', 'ROR_WITHDRAWN']);
  });

  test.skipIf(lists === null)('with the register every name in the real lists means what it means without it', () => {
    const names = namesFromTables({
      aliases: [],
      organizations: [...organizations.values()],
      organizationNames,
      nearNames: [],
      stated: new Map(),
    });
    const records = pagesOfLists().flatMap(([path, text]) => readPage(text, { path }).records);
    expect(records.length).toBeGreaterThan(500);
    for (const record of records) {
      const keys = institutionsStatedIn(record, names).map(({ key }) => key);
      expect(keys).toEqual(institutionsStatedIn(record).map(({ key }) => key));
    }
  });

  test('ids lead to active organisations of the same country and kind, and share a name', () => {
    expect(pairs.length).toBeGreaterThan(420);
    for (const { facts, organization } of pairs) {
      const { status, successor, countryCode, kind } = organization;
      expect({ key: facts.key, status, successor, countryCode, kind }).toEqual({
        key: facts.key,
        status: 'ACTIVE',
        successor: null,
        countryCode: facts.countryCode,
        kind: facts.kind,
      });
      const ours = new Set([facts.name, ...facts.aliases].map(comparableName));
      const theirs = [organization.name, ...organization.aliases, ...organization.acronyms].map(comparableName);
      expect(
        theirs.some((name) => ours.has(name)),
        facts.key,
      ).toBe(true);
    }
  });

  test('an institution without an id has none in the register, but that of an organisation that became another one', () => {
    const shown = new Map(
      [...organizations.values()]
        .filter(({ successor }) => successor === null)
        .map((each) => [`${comparableName(each.name)} ${each.countryCode}`, each]),
    );
    const missing = institutions.flatMap(({ key, name, aliases, ror, countryCode }) => {
      const found = [name, ...aliases].flatMap((each) => shown.get(`${comparableName(each)} ${countryCode}`) ?? []);
      return ror === null ? found.map((organization) => `${key}: ${organization.ror}`) : [];
    });
    expect(missing).toEqual([]);
  });
});

function pagesOfLists(): readonly (readonly [string, string])[] {
  if (lists === null) return [];
  return readdirSync(lists, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && path.includes('rev-'))
    .map((path) => [path, readFileSync(join(lists, path), 'utf8')] as const);
}
