import { expect, test } from 'vitest';
import {
  canonicalInstitution,
  findInstitution,
  institutionCandidates,
  isPlaceholder,
  splitInstitutions,
} from '../../../src/model/names/institution-names.ts';

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
  ['Univ. of Michigan', 'University of Michigan'],
  ['Pacific Northwest National Lab', 'Pacific Northwest National Laboratory'],
  ['Hong Kong University of Science & Technology', 'Hong Kong University of Science and Technology'],
  ['HKUST-GZ', 'Hong Kong University of Science and Technology (Guangzhou)'],
  ['Massachusetts Institute of Technology (MIT)', 'Massachusetts Institute of Technology'],
  ['Huawei Technologies Co., Ltd.', 'Huawei'],
  ['Meta (Israel)', 'Meta'],
  ['Northeastern University, China', 'Northeastern University (China)'],
  ['NTU (Taiwan)', 'National Taiwan University'],
  ['清华大学', 'Tsinghua University'],
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
  ['Stanford et al.', ['Stanford', 'et al.']],
  ['UChicago & Many others', ['UChicago', 'Many others']],
  ['Johns Hopkins', ['Johns Hopkins']],
  ['Unheard Institute, CAS, China', ['Unheard Institute, CAS, China']],
  ['University of Illinois at Urbana-Champaign', ['University of Illinois at Urbana-Champaign']],
  ['GPU, CPU and NVM', ['GPU, CPU and NVM']],
  ['', []],
])('"%s" is split by the names', (text, parts) => {
  expect(splitInstitutions(text)).toEqual(parts);
});

test('a name of several institutions means the one whose country another institution of the row shares', () => {
  const nameOf = (stated: string, alongside: readonly string[]) => findInstitution(stated, { alongside })?.name;
  expect(nameOf('NEU', ['Alibaba'])).toBe('Northeastern University (China)');
  expect(nameOf('NEU', ['MIT'])).toBe('Northeastern University');
  expect(nameOf('UW', ['UofT'])).toBe('University of Waterloo');
  expect(nameOf('UT', ['Microsoft'])).toBe('University of Texas at Austin');
  expect(nameOf('NTU', ['PKU', 'SenseTime'])).toBe('Nanyang Technological University');
});

test('a name of several institutions that nothing settles is none of them, and has candidates', () => {
  expect(findInstitution('UWash')).toBeUndefined();
  expect(canonicalInstitution('UWash')).toEqual({ key: 'uwash', name: 'UWash', facts: null });
  expect(institutionCandidates('UWash').map(({ key }) => key)).toEqual([
    'university-of-washington',
    'washington-university-in-st-louis',
  ]);
});
