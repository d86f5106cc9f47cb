import { looksLikeBibtex } from './bibliography/bibtex.ts';
import { looksLikeCslJson } from './bibliography/csl-json.ts';
import { looksLikeRis } from './bibliography/ris.ts';

/** What kinds of files papers are read from. */
export const formatNames = ['markdown', 'bibtex', 'ris', 'csl-json', 'yaml', 'json', 'jsonl', 'csv', 'tsv'] as const;

export type FormatName = (typeof formatNames)[number];

interface Format {
  readonly name: FormatName;
  /** Endings of its files. */
  readonly endings: readonly string[];
  /** Such an ending says it all: a page of Markdown may well show how it is cited in BibTeX. */
  readonly isEndingSure: boolean;
  /** Tells it by the beginning of a file. */
  readonly looksLike?: (start: string) => boolean;
}

/** In the order in which they are told by what is in them, the surest first. */
const FORMATS: readonly Format[] = [
  { name: 'ris', endings: ['ris'], isEndingSure: false, looksLike: looksLikeRis },
  { name: 'bibtex', endings: ['bib', 'bibtex'], isEndingSure: false, looksLike: looksLikeBibtex },
  { name: 'csl-json', endings: [], isEndingSure: false, looksLike: looksLikeCslJson },
  { name: 'jsonl', endings: ['jsonl', 'ndjson'], isEndingSure: true, looksLike: looksLikeJsonLines },
  { name: 'json', endings: ['json'], isEndingSure: false, looksLike: (start) => /^\s*(?:\[\s*\{|\{)\s*"/u.test(start) },
  { name: 'yaml', endings: ['yaml', 'yml'], isEndingSure: true },
  { name: 'csv', endings: ['csv'], isEndingSure: true },
  { name: 'tsv', endings: ['tsv'], isEndingSure: true },
  { name: 'markdown', endings: ['md', 'markdown'], isEndingSure: true },
];

/** How much of a file tells its format. */
export const startLength = 64_000;

/**
 * The format of a file: what its ending says where that is sure, else what is in it, else what its ending may say; a file of
 * which nothing tells is a page of Markdown.
 * @param start - the beginning of the file, some 64 000 characters or all of it
 */
export function formatOf(path: string, start: string): FormatName {
  const ending = /\.([a-z]+)$/iu.exec(path)?.[1]?.toLowerCase() ?? '';
  const byEnding = FORMATS.find(({ endings }) => endings.includes(ending));
  if (byEnding?.isEndingSure) return byEnding.name;
  const text = start
    .slice(0, startLength)
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n');
  const byContent = FORMATS.find(({ looksLike }) => looksLike?.(text));
  // A file called .json may hold a bibliography, but no other list than one document.
  if (byContent && !(byEnding && dataFormats.has(byContent.name))) return byContent.name;
  return byEnding?.name ?? 'markdown';
}

/** Whether a file's ending alone makes it a page of a folder. */
export function isPageByEnding(path: string): boolean {
  return /\.(?:md|markdown|bib|bibtex|ris)$/iu.test(path);
}

/** Whether a format is that of a bibliography, which programs write, and which may be long. */
export function isBibliography(format: FormatName): boolean {
  return format === 'bibtex' || format === 'ris' || format === 'csl-json';
}

const dataFormats: ReadonlySet<FormatName> = new Set<FormatName>(['json', 'jsonl']);

function looksLikeJsonLines(start: string): boolean {
  const [first = '', second = ''] = start.split('\n').filter((line) => line.trim() !== '');
  return [first, second].every((line) => /^\s*\{\s*"/u.test(line)) && first.trimEnd().endsWith('}');
}
