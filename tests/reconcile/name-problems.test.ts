import { describe, expect, test } from 'vitest';
import type { Listing } from '../../src/model/graph.ts';
import { type InstitutionAliases, noAliases } from '../../src/model/names/alias-table.ts';
import { comparableName } from '../../src/model/names/institution-index.ts';
import { builtInNames, type Names } from '../../src/model/names/names.ts';
import { namesFromTables } from '../../src/model/names/names-from-tables.ts';
import type { Organization } from '../../src/model/names/organization.ts';
import { nameProblemsOf } from '../../src/reconcile/name-problems.ts';
import { statedRecord } from '../support/stated-record.ts';

function problemsOf(institutions: readonly string[], names: Names = builtInNames) {
  const listing: Listing = {
    key: 'l#1',
    sourceKey: 'l',
    pageKey: 'l//a.md',
    record: statedRecord({ position: { path: 'a.md', line: 7 }, shortName: 'Quill', institutions }),
  };
  return nameProblemsOf(listing, names).map(
    ({ problem: { code, severity, message } }) => `${severity} ${code}: ${message}`,
  );
}

const organization = (ror: string, name: string, more: Partial<Organization> = {}): Organization => ({
  ror,
  name,
  isBranch: false,
  aliases: [],
  acronyms: [],
  kind: 'EDUCATION',
  countryCode: 'US',
  homepage: null,
  parents: [],
  status: 'ACTIVE',
  successor: null,
  modified: '',
  ...more,
});

function namesWith(organizations: readonly Organization[], institutions: readonly InstitutionAliases[] = []): Names {
  const organizationNames = organizations.flatMap(({ ror, name, aliases, acronyms }) => [
    ...[name, ...aliases].map((each) => ({ name: comparableName(each), ror, isAcronym: false })),
    ...acronyms.map((each) => ({ name: comparableName(each), ror, isAcronym: true })),
  ]);
  const nearNames = organizationNames.filter(({ isAcronym }) => !isAcronym);
  return namesFromTables({
    aliases: [{ ...noAliases, institutions }],
    organizations,
    organizationNames,
    nearNames,
    stated: new Map(),
  });
}

describe('names in a row that are not sure', () => {
  test('a known name is no problem, nor is one that the row settles', () => {
    expect(problemsOf(['UMich', 'Tsinghua University, China', 'NTU', 'National University of Singapore'])).toEqual([]);
  });

  test('an ambiguous name says what it can mean, and how it was taken', () => {
    expect(problemsOf(['NTU', 'MIT'])).toEqual([
      'NOTE AMBIGUOUS_INSTITUTION: "Quill": "NTU" can mean "Nanyang Technological University (SG)" or "National Taiwan University (TW)"; it was taken as Nanyang Technological University',
    ]);
    expect(problemsOf(['UWash'])).toEqual([
      'WARNING AMBIGUOUS_INSTITUTION: "Quill": "UWash" can mean "University of Washington (US)" or "Washington University in St. Louis (US)"; nothing in the row says which, so it stays as written',
    ]);
  });

  test('a new name says what is near, a likely slip what it looks like, each once', () => {
    expect(problemsOf(['Huawei Example Lab', 'Univeristy of Michigan', 'Huawei Example Lab'])).toEqual([
      'NOTE NEW_INSTITUTION: "Quill": no table of names knows "Huawei Example Lab", so it is an institution of its own; the nearest known names are "Huawei"',
      'WARNING MISSPELT_INSTITUTION: "Quill": no table of names knows "Univeristy of Michigan", which looks like a misspelling of "University of Michigan"; it stays as written',
    ]);
  });
});

describe('names of a register', () => {
  const ids = ['https://ror.org/0aaaaaa11', 'https://ror.org/0bbbbbb22'] as const;

  test('acronyms and aliases of one word name nothing, and are proposed', () => {
    const names = namesWith([
      organization(ids[0], 'Quill Academy', { aliases: ['Quillers'], acronyms: ['QA'] }),
      organization(ids[1], 'QUILL'),
    ]);
    for (const stated of ['QA', 'Quillers', 'QUILL']) expect(names.readInstitution(stated).candidates).toEqual([]);
    expect(problemsOf(['QA'], names)).toEqual([expect.stringContaining('the nearest known names are "Quill Academy"')]);
    expect(names.readInstitution('The Quill Academy (QA)').candidates).toHaveLength(1);
  });

  test('an acronym in brackets tells two of one name apart', () => {
    const names = namesWith([
      organization(ids[0], 'Quill Academy', { acronyms: ['QA'] }),
      organization(ids[1], 'Quill Academy'),
    ]);
    expect(names.readInstitution('Quill Academy').candidates.map(({ key }) => key)).toEqual([
      'quill-academy-0aaaaaa11',
      'quill-academy-0bbbbbb22',
    ]);
    expect(names.readInstitution('Quill Academy (QA)').candidates.map(({ ror }) => ror)).toEqual([ids[0]]);
  });

  test('of a company and its branches of one name the company is meant', () => {
    const names = namesWith([
      organization(ids[0], 'Quill Works'),
      organization(ids[1], 'Quill Works', { countryCode: 'CA', parents: [ids[0]] }),
    ]);
    expect(names.readInstitution('Quill Works').candidates.map(({ key }) => key)).toEqual(['quill-works']);
  });

  test('a company that is shown with its country is meant only where the row says that country', () => {
    const names = namesWith([
      organization(ids[0], 'Quill Works', { isBranch: true, kind: 'COMPANY', countryCode: 'AU' }),
    ]);
    expect(problemsOf(['Quill Works', 'MIT'], names)).toEqual([
      'NOTE NEW_INSTITUTION: "Quill": no table of names knows "Quill Works", so it is an institution of its own; the nearest known names are "Quill Works (AU)"',
    ]);
    expect(problemsOf(['Quill Works, Germany'], names)).toEqual([expect.stringContaining('NEW_INSTITUTION')]);
    expect(problemsOf(['Quill Works, Australia'], names)).toEqual([]);
    expect(names.readInstitution('Quill Works').candidates.map(({ key }) => key)).toEqual(['quill-works-0aaaaaa11']);
  });

  test('the built-in entry of an id keeps its key and name, and gains aliases and memberships', () => {
    const mit = builtInNames.institutionByKey('massachusetts-institute-of-technology');
    const names = namesWith([
      organization(mit?.ror ?? '', 'Quill MIT', { aliases: ['Tech on the Charles'], parents: [ids[0]] }),
      organization(ids[0], 'Quill Union'),
    ]);
    expect(names.readInstitution('Tech on the Charles').candidates).toEqual([
      {
        ...mit,
        aliases: [...(mit?.aliases ?? []), 'Quill MIT', 'Tech on the Charles'],
        parents: [...(mit?.parents ?? []), { key: 'quill-union', kind: 'member' }],
      },
    ]);
  });

  test('an alias file wins over both', () => {
    const entry = {
      name: 'Ours',
      aliases: ['MIT', 'Quill Academy'],
      kind: null,
      countryCode: 'NO',
      ror: null,
      homepage: null,
      parent: null,
      position: { path: 'n', line: 1 },
    };
    const names = namesWith([organization(ids[0], 'Quill Academy')], [entry]);
    for (const stated of ['MIT', 'Quill Academy', 'ours']) {
      expect(names.readInstitution(stated).candidates.map(({ key, countryCode }) => [key, countryCode])).toEqual([
        ['ours', 'NO'],
      ]);
    }
    expect(names.institutionByKey('massachusetts-institute-of-technology')?.aliases).not.toContain('MIT');
  });
});
