import { fold } from '../../model/text.ts';

/** Headings of the form of a page rather than of its subject, folded. */
const TEMPLATE = new Set(
  'meta info|meta information|metadata|meta data|papers|paper|paper list|papers list|list of papers|acronyms|acronym|table of contents'
    .split('|')
    .concat(
      'contents|content|toc|notes|note|references|reference|reading list|list|overview|readme|目录|论文列表|论文'.split(
        '|',
      ),
    ),
);

/** Headings below which nothing is a paper that the list lists, folded. */
const NO_PAPERS = new Set(
  'meta info|meta information|metadata|meta data|acronyms|acronym|glossary|abbreviations|table of contents|contents|toc'
    .split('|')
    .concat(
      'license|licence|contributing|contribution|contributors|acknowledgements|acknowledgments|citation|cite'.split(
        '|',
      ),
    )
    .concat('how to contribute|legend|目录|贡献'.split('|')),
);

/** Whether a heading is part of a template and no topic: "Meta Info", "Papers", "Acronyms". */
export function isTemplateHeading(heading: string): boolean {
  return TEMPLATE.has(fold(heading));
}

/** A list of links to the headings that follow; some authors begin the page's headings one level below it. */
const CONTENTS = new Set('table of contents|contents|content|toc|目录'.split('|'));

/** Whether a heading is that of a table of contents. */
export function isContents(heading: string): boolean {
  return CONTENTS.has(fold(heading));
}

/** Whether what stands below a heading is about the page or its words, never about papers. */
export function isWithoutPapers(heading: string): boolean {
  return NO_PAPERS.has(fold(heading));
}
