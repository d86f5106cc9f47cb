/**
 * Identifiers of papers, read from addresses and brought to one form.
 * DOI: https://www.doi.org/doi-handbook/HTML/index.html · arXiv: https://info.arxiv.org/help/arxiv_identifier.html
 */

/** The DOI in an address or text such as `https://dl.acm.org/doi/abs/10.1145/1.2`, lower case, or null. DOIs that arXiv gave are none. */
export function doiOf(text: string): string | null {
  const match = /\b(10\.\d{4,9}\/[^\s"<>?#]+)/.exec(decoded(text));
  if (!match?.[1]) return null;
  const doi = match[1].replace(/[).,;]+$/, '').toLowerCase();
  return doi.startsWith('10.48550/arxiv.') ? null : doi;
}

/** The arXiv id in an address of arxiv.org or an arXiv DOI, without its version, or null. */
export function arxivIdOf(address: string): string | null {
  const text = decoded(address);
  const modern = /(?:arxiv\.org\/(?:abs|pdf|html)\/|10\.48550\/arxiv\.)(\d{4}\.\d{4,5})/i.exec(text);
  if (modern?.[1]) return modern[1];
  const old = /arxiv\.org\/(?:abs|pdf)\/([a-z-]+(?:\.[a-z]{2})?\/\d{7})/i.exec(text);
  return old?.[1]?.toLowerCase() ?? null;
}

/** The year in which arXiv gave an id, or null for one that is not well formed. */
export function arxivYear(id: string): number | null {
  const digits = /^(\d{2})(\d{2})\./.exec(id) ?? /\/(\d{2})(\d{2})\d{3}$/.exec(id);
  if (!digits) return null;
  const year = Number(digits[1]);
  return year > 90 ? 1900 + year : 2000 + year;
}

/** The year that a DOI carries, as those of IEEE and some journals do ("10.1109/ISCA59077.2024.00078"), or null. */
export function doiYear(doi: string): number | null {
  const year = /^10\.\d+\/.*\.((?:19|20)\d{2})\.\d/.exec(doi)?.[1];
  return year === undefined ? null : Number(year);
}

/**
 * An absolute web address in the form that identifies: no scheme, `www.`, query of tracking, fragment or closing slash;
 * host in lower case. Null for anything else.
 */
export function addressKey(address: string): string | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()]) if (name.startsWith('utm_')) url.searchParams.delete(name);
  const path = url.pathname.replace(/\/+$/, '').replace(/\.pdf$/i, '');
  const key = `${url.hostname.replace(/^www\./, '')}${path}${url.search}`;
  return path === '' ? null : key;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
