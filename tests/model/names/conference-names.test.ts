import { expect, test } from 'vitest';
import { readVenue } from '../../../src/model/names/conference-names.ts';

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
  ['hpcs 2010', ['HPCS'], 2010, null],
  ['CVPR2022', ['CVPR'], 2022, null],
  ['SC21', ['SC'], 2021, null],
  ['MICRO-49', ['MICRO'], null, null],
  ['IEEE Micro 2020', ['IEEE Micro'], 2020, null],
  ['IEEE/ACM MICRO 2020', ['MICRO'], 2020, null],
  ['ESEC/FSE 2021', ['FSE'], 2021, null],
  ['EMNLP-IJCNLP 2019', ['EMNLP', 'IJCNLP'], 2019, null],
  ['LREC-COLING 2024', ['LREC', 'COLING'], 2024, null],
  ['IEEE Big Data / BDCloud 2018', ['BigData', 'BDCloud'], 2018, null],
  ['NAACL-HLT 2019', ['NAACL'], 2019, null],
  ['UbiComp/ISWC 2024', ['UbiComp'], 2024, null],
  ['SIGOPS ATC 2026', ['ATC'], 2026, null],
  ['CODES+ISSS 2020', ['CODES+ISSS'], 2020, null],
  ['ECML/PKDD 2020', ['ECML-PKDD'], 2020, null],
  ['IACR TCC 2020', ['IACR TCC'], 2020, null],
  ['TCC 2020', ['TCC'], 2020, null],
  ['SIGCOMM 2017 Posters and Demos', ['SIGCOMM'], 2017, null],
  ['Science China Information Sciences 2020', ['Science China Information Sciences'], 2020, null],
  ['24th ACM SIGKDD International Conference on Knowledge Discovery & Data Mining', ['KDD'], null, null],
  ['Workshop on ML Systems at NeurIPS 2017', ['NeurIPS'], 2017, null],
  ['ML for Systems Workshop @ NeurIPS 2018', ['NeurIPS'], 2018, null],
  ['Workshop on Hot Topics in Operating Systems 2021', ['HotOS'], 2021, null],
  ['PhD thesis, MIT 2015', ['PhD Thesis'], 2015, null],
  ['CoRR abs/1706.03762', ['arXiv'], 2017, '1706.03762'],
  ['arXiv cs/0112017', ['arXiv'], 2001, 'cs/0112017'],
  ['ICML 2023, arXiv:2302.11665', ['ICML'], 2023, '2302.11665'],
  ['To appear in OSDI 2024', ['OSDI'], 2024, null],
  ['SOSP 2019; TOCS 2020', ['SOSP'], 2019, null],
  ['Under review', [], null, null],
  ['Apr 17-19, 2023', [], 2023, null],
  ['Boston, MA, USA', [], null, null],
  ['A caching layer optimised for access patterns.', [], null, null],
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

test('a workshop is told apart from the series it is held at', () => {
  const workshopOf = (stated: string) => readVenue(stated).workshop;
  expect(workshopOf('NIPS 2017 Workshop on ML Systems')).toBe('Workshop on ML Systems');
  expect(workshopOf('MLSys 2022 Workshop on Cloud Intelligence / AIOps')).toBe(
    'Workshop on Cloud Intelligence / AIOps',
  );
  expect(workshopOf('Workshop on ML Systems at NeurIPS 2017')).toBe('Workshop on ML Systems');
  expect(workshopOf('DLP-KDD 2022')).toBeNull();
});
