import { collapse } from '../../model/text.ts';

export interface FrontMatter {
  /** The page without its front matter, every line still at its place. */
  readonly page: string;
  /** The lines between the fences, "" where there are none. */
  readonly matter: string;
}

/** Takes the front matter off a page: Markdown would read its last line as a heading. */
export function frontMatterOf(text: string): FrontMatter {
  const page = text.startsWith('\ufeff') ? text.slice(1) : text;
  const opening = /^(?:---|\+\+\+)[ \t]*\r?\n/u.exec(page)?.[0];
  if (!opening) return { page, matter: '' };
  const fence = opening.slice(0, 3);
  for (let start = opening.length; start < page.length; ) {
    const end = page.indexOf('\n', start);
    const line = page.slice(start, end < 0 ? page.length : end);
    if (line.trimEnd() === fence) {
      const blank = page.slice(0, start).replace(/[^\n]+/gu, '');
      return { page: blank + page.slice(start + line.length), matter: page.slice(opening.length, start) };
    }
    if (end < 0) break;
    start = end + 1;
  }
  return { page, matter: '' };
}

/** The hashtags in front matter, without their sign, as written: "#graph_partitioning" -> "graph_partitioning". */
export function hashtagsIn(matter: string): string[] {
  return [
    ...new Set([...matter.matchAll(/(?<=^|[\s'"])#([\p{L}\p{N}][\p{L}\p{N}_+./-]*)/gmu)].map(([, tag]) => tag ?? '')),
  ];
}

/** The description in front matter without its hashtags, on one line, or null; it may go on over indented lines. */
export function descriptionIn(matter: string): string | null {
  const stated = /^description:[ \t]*((?:.*)(?:\r?\n[ \t]+.*)*)/mu.exec(matter)?.[1] ?? '';
  const text = collapse(stated.replace(/^[>|][+-]?/u, '').replace(/^(['"])(.*)\1$/su, '$2'));
  const words = collapse(text.replace(/(?<=^|\s)#[\p{L}\p{N}_+./-]+/gu, ''));
  return /\p{L}/u.test(words) ? words : null;
}
