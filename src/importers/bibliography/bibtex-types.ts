import type { PaperType } from '../../model/source-record.ts';

/** What BibTeX and BibLaTeX call things, and what they are. Null where the type alone does not tell. */
export const bibtexTypes: ReadonlyMap<string, PaperType | null> = new Map<string, PaperType | null>([
  ['article', 'ARTICLE'],
  ['inproceedings', 'ARTICLE'],
  ['conference', 'ARTICLE'],
  ['suppperiodical', 'ARTICLE'],
  ['review', 'ARTICLE'],
  ['incollection', 'CHAPTER'],
  ['inbook', 'CHAPTER'],
  ['inreference', 'CHAPTER'],
  ['bookinbook', 'CHAPTER'],
  ['suppbook', 'CHAPTER'],
  ['suppcollection', 'CHAPTER'],
  ['book', 'BOOK'],
  ['mvbook', 'BOOK'],
  ['collection', 'BOOK'],
  ['mvcollection', 'BOOK'],
  ['reference', 'BOOK'],
  ['mvreference', 'BOOK'],
  ['booklet', 'BOOK'],
  ['phdthesis', 'THESIS'],
  ['mastersthesis', 'THESIS'],
  ['thesis', 'THESIS'],
  ['techreport', 'REPORT'],
  ['report', 'REPORT'],
  ['preprint', 'PREPRINT'],
  ['dataset', 'DATASET'],
  ['manual', 'OTHER'],
  ['software', 'OTHER'],
  ['patent', 'OTHER'],
  ['standard', 'OTHER'],
  ['online', null],
  ['electronic', null],
  ['www', null],
  ['unpublished', null],
  ['misc', null],
]);

/** Volumes that hold papers and are none. */
export const bibtexVolumes: ReadonlySet<string> = new Set(['proceedings', 'mvproceedings', 'periodical']);

/** What only other items use. */
export const bibtexParts: ReadonlySet<string> = new Set(['xdata', 'set', 'control', 'bibnote']);
