/**
 * The page without its front matter, every line still at its place. Without this, Markdown reads the last line of it as
 * a heading.
 */
export function withoutFrontMatter(text: string): string {
  const page = text.startsWith('\ufeff') ? text.slice(1) : text;
  const opening = /^(?:---|\+\+\+)[ \t]*\r?\n/u.exec(page)?.[0];
  if (!opening) return page;
  const fence = opening.slice(0, 3);
  for (let start = opening.length; start < page.length; ) {
    const end = page.indexOf('\n', start);
    const line = page.slice(start, end < 0 ? page.length : end);
    if (line.trimEnd() === fence) return page.slice(0, start).replace(/[^\n]+/gu, '') + page.slice(start + line.length);
    if (end < 0) return page;
    start = end + 1;
  }
  return page;
}
