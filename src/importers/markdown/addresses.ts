/** Hosts that people write without `https://`, which Markdown then takes for the name of a page. */
const BARE_HOST = /^(?:www\.[\w-]+\.|(?:arxiv|doi|openreview|github|dl\.acm)\.(?:org|net|com)\/)/iu;

/**
 * An address as a record keeps it: absolute, or relative to the source's root where it leads to a page of the source,
 * else as written. Null where no reader could follow it.
 *
 * @param path - the page that the address stands on, relative to the source's root
 */
export function resolveAddress(written: string, path: string): string | null {
  const url = written.trim().replace(/^\/\//u, 'https://');
  if (BARE_HOST.test(url)) return resolveAddress(`https://${url}`, path);
  if (/^(?:https?|ftp):/iu.test(url)) return isWebAddress(url) ? url : null;
  // `broken-reference` is what one editor leaves where a linked page was deleted.
  if (url === '' || url === 'broken-reference' || /\s/u.test(url)) return null;
  if (/^mailto:/iu.test(url)) return url;
  if (/^(?:[a-z][a-z0-9+.-]*:|https?\/)/iu.test(url)) return null;
  return url.startsWith('#') || url.startsWith('/') ? url : resolvePath(url, path);
}

/** Whether an address leads to the web by itself. */
export function isWebAddress(url: string): boolean {
  return /^(?:https?|ftp):\/\/[^/\s]/iu.test(url) && !/\s/u.test(url) && URL.canParse(url);
}

function resolvePath(url: string, path: string): string {
  const parts = path.split('/').slice(0, -1);
  const [way = '', ...rest] = url.split(/(?=[?#])/u);
  for (const part of way.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return url;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/') + (way.endsWith('/') ? '/' : '') + rest.join('');
}
