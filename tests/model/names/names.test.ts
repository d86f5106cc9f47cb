import { describe, expect, test } from 'vitest';
import { ambiguousNames } from '../../../src/model/names/ambiguous-names.ts';
import { conferenceByKey, readVenue } from '../../../src/model/names/conference-names.ts';
import { conferences } from '../../../src/model/names/conferences.ts';
import { comparableName } from '../../../src/model/names/institution-index.ts';
import {
  canonicalInstitution,
  findInstitution,
  institutionByKey,
  institutionCandidates,
  isPlaceholder,
  splitInstitutions,
} from '../../../src/model/names/institution-names.ts';
import { institutions } from '../../../src/model/names/institutions.ts';
import { fold, slug } from '../../../src/model/text.ts';

describe('the table of institutions', () => {
  test('has keys that are slugs, each once, in their order', () => {
    const keys = institutions.map(({ key }) => key);
    expect(keys).toEqual(institutions.map(({ name }) => slug(name)));
    expect(keys).toEqual([...new Set(keys)].sort());
  });

  test('gives no name to two institutions', () => {
    const owners = new Map<string, string>();
    const twice: string[] = [];
    for (const { key, name, aliases } of institutions) {
      for (const folded of new Set([name, ...aliases].map(comparableName))) {
        if (owners.has(folded)) twice.push(`${folded}: ${owners.get(folded)}, ${key}`);
        owners.set(folded, key);
      }
    }
    expect(twice).toEqual([]);
    for (const { name, candidateKeys, usualKey } of ambiguousNames) {
      expect(owners.has(comparableName(name))).toBe(false);
      for (const key of candidateKeys) expect(institutionByKey(key)?.key).toBe(key);
      expect(candidateKeys.includes(usualKey ?? candidateKeys[0] ?? '')).toBe(true);
    }
  });

  test('gives no ROR id to two institutions', () => {
    const ids = institutions.flatMap(({ ror }) => ror ?? []);
    expect(ids).toHaveLength(new Set(ids).size);
    for (const id of ids) expect(id).toMatch(/^https:\/\/ror\.org\/0[a-z0-9]{8}$/);
  });

  test('knows every parent, and no circle of them', () => {
    const rootOf = (key: string, seen: readonly string[] = []): string => {
      expect(seen).not.toContain(key);
      const [parent] = institutionByKey(key)?.parents ?? [];
      return parent ? rootOf(parent.key, [...seen, key]) : key;
    };
    for (const { key, parents } of institutions) {
      for (const parent of parents) expect(institutionByKey(parent.key)?.key).toBe(parent.key);
      expect(rootOf(key)).toBeTruthy();
    }
    expect(rootOf('microsoft-research-asia')).toBe('microsoft');
  });
});

test.each([
  ['UMich', 'University of Michigan'],
  ['U. of Michigan', 'University of Michigan'],
  ['the university of michigan', 'University of Michigan'],
  ['HKUSt', 'Hong Kong University of Science and Technology'],
  ['Dato. Inc', 'Turi'],
  ['FADU Inc.', 'FADU'],
  ['Bandung Institute of Technology, Indonesia', 'Bandung Institute of Technology'],
  ['ETH Zürich', 'ETH Zurich'],
  ['UT-Austin', 'University of Texas at Austin'],
  ['University of Illinois at Urbana-Champaign', 'University of Illinois Urbana-Champaign'],
  ['NTU', 'Nanyang Technological University'],
])('%s is %s', (stated, name) => {
  expect(findInstitution(stated)?.name).toBe(name);
});

test('a name that no table has stays as written, with a slug as key', () => {
  expect(canonicalInstitution('  Hill   College ')).toEqual({ key: 'hill-college', name: 'Hill College', facts: null });
  expect(institutionCandidates('UW').map(({ key }) => key)).toHaveLength(3);
  expect(institutionCandidates('Hill College')).toEqual([]);
});

test.each([
  'Many others',
  'Various...',
  'Multiple groups',
  'et al.',
  'others',
  'and others',
  'many institutions',
  'N/A',
  '-',
  '',
])('"%s" names no institution', (text) => {
  expect(isPlaceholder(text)).toBe(true);
});

test.each(['MIT', 'Other Lab', 'Various Inc of Somewhere', 'Alibaba Group'])('"%s" names one', (text) => {
  expect(isPlaceholder(text)).toBe(false);
});

test.each([
  ['UPenn & DBOS, Inc.', ['UPenn', 'DBOS, Inc.']],
  ['Syracuse & DGIST & FADU Inc. & Soongsil', ['Syracuse', 'DGIST', 'FADU Inc.', 'Soongsil']],
  [
    'UChicago & Beijing University of Technology & Bandung Institute of Technology, Indonesia & Seagate Technology & Emory',
    [
      'UChicago',
      'Beijing University of Technology',
      'Bandung Institute of Technology, Indonesia',
      'Seagate Technology',
      'Emory',
    ],
  ],
  ['Hill College, NBU', ['Hill College', 'NBU']],
  ['UC Berkeley, Stanford and MIT', ['UC Berkeley', 'Stanford', 'MIT']],
  ['AT&T', ['AT&T']],
  ['Texas A&M University', ['Texas A&M University']],
  ['King Abdullah University of Science and Technology', ['King Abdullah University of Science and Technology']],
  ['University of California, Berkeley', ['University of California, Berkeley']],
  ['Samsung AI Center, Cambridge', ['Samsung AI Center, Cambridge']],
  ['UMacau & SIAT, CAS', ['UMacau', 'SIAT, CAS']],
  ['Institute of Software, Chinese Academy of Sciences', ['Institute of Software, Chinese Academy of Sciences']],
  ['Technion - Israel Institute of Technology', ['Technion - Israel Institute of Technology']],
  ['Google/Stanford', ['Google', 'Stanford']],
  ['', []],
])('"%s" is split by the names', (text, parts) => {
  expect(splitInstitutions(text)).toEqual(parts);
});

describe('the table of conferences', () => {
  test('has keys that are slugs of acronyms, each once, in their order', () => {
    const keys = conferences.map(({ key }) => key);
    expect(keys).toEqual(conferences.map(({ acronym }) => slug(acronym)));
    expect(keys).toEqual([...new Set(keys)].sort());
  });

  test('gives no name to two series, and knows every parent', () => {
    const owners = new Map<string, string>();
    for (const { key, acronym, name, aliases, parentKey } of conferences) {
      for (const folded of new Set([acronym, ...(name ? [name] : []), ...aliases].map(fold))) {
        expect(owners.get(folded) ?? key).toBe(key);
        owners.set(folded, key);
      }
      if (parentKey !== null) expect(conferenceByKey(parentKey)?.key).toBe(parentKey);
    }
  });
});

test.each([
  ['OSDI 2023', ['OSDI'], 2023, null],
  ["OSDI'24", ['OSDI'], 2024, null],
  ["OSDI' 24", ['OSDI'], 2024, null],
  ['eurosys 24', ['EuroSys'], 2024, null],
  ['VLDB', ['VLDB'], null, null],
  ['USENIX ATC 2022', ['ATC'], 2022, null],
  ['NIPS 2017', ['NeurIPS'], 2017, null],
  ['arXiv 2212.00939', ['arXiv'], 2022, '2212.00939'],
  ['arXiv: 2310.07177', ['arXiv'], 2023, '2310.07177'],
  ['arXiv:2603.21331', ['arXiv'], 2026, '2603.21331'],
  ['arXiv 1404.599', ['arXiv'], 2014, null],
  ['DLP-KDD 2022', ['DLP-KDD'], 2022, null],
  ['DLRS 2016', ['DLRS'], 2016, null],
  ['NIPS 2017 Workshop on ML Systems', ['NeurIPS'], 2017, null],
  ['MLSys 2022 Workshop on Cloud Intelligence / AIOps', ['MLSys'], 2022, null],
  ['ISPA/IUCC/BDCloud/SocialCom/SustainCom 2018', ['ISPA', 'IUCC', 'BDCloud', 'SocialCom', 'SustainCom'], 2018, null],
  ['Technical Report No. UCB/EECS-2009-28', ['UCB/EECS'], 2009, null],
  ['MSR-TR-2014-112', ['MSR-TR'], 2014, null],
  ['MSR TR 2014', ['MSR-TR'], 2014, null],
  ['SIGCOMM 2022 Poster', ['SIGCOMM'], 2022, null],
  ['ASPLOS 2023 (Vol. 2)', ['ASPLOS'], 2023, null],
  [
    'In Proceedings of the 14th USENIX Symposium on Operating Systems Design and Implementation (OSDI 2020)',
    ['OSDI'],
    2020,
    null,
  ],
  ['Odd Place 2020', ['Odd Place'], 2020, null],
  ['', [], null, null],
])('"%s" is read', (stated, acronyms, year, arxivId) => {
  const reading = readVenue(stated);
  expect(reading.series.map(({ acronym }) => acronym)).toEqual(acronyms);
  expect([reading.year, reading.arxivId]).toEqual([year, arxivId]);
  expect(reading.isJointEdition).toBe(acronyms.length > 1);
});

test('preprints and reports are not peer-reviewed; conferences, workshops and journals are', () => {
  const reviewed = (stated: string) => readVenue(stated).isPeerReviewed;
  expect(['OSDI 2023', 'DLRS 2016', 'TPDS 2021'].map(reviewed)).toEqual([true, true, true]);
  expect(['arXiv 2212.00939', 'MSR-TR-2014-112'].map(reviewed)).toEqual([false, false]);
});
