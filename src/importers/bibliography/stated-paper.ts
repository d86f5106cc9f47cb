import { readVenue } from '../../model/names/conference-names.ts';
import type { Position } from '../../model/problem.ts';
import type { LinkKind, PaperType, SourceRecord, StatedAuthor, StatedLink } from '../../model/source-record.ts';
import { isWebAddress, resolveAddress } from '../markdown/addresses.ts';
import { kindOfAddress } from '../markdown/link-kinds.ts';

/** What a bibliography or a data set says of one paper, whatever its format. What is left out is not said. */
export interface StatedPaper {
  readonly title: string;
  readonly venue?: string | undefined;
  readonly year?: number | undefined;
  readonly authors?: readonly StatedAuthor[];
  readonly institutions?: readonly string[];
  readonly links?: readonly StatedLink[];
  readonly remarks?: readonly string[];
  readonly type?: PaperType | undefined;
  readonly keywords?: readonly string[];
  readonly doi?: string | undefined;
  readonly arxivId?: string | undefined;
  readonly abstract?: string | undefined;
  readonly recordId?: string;
  readonly references?: readonly string[];
}

/** The record of a paper; a thing that is said twice is said once, and an author's institutions are the paper's too. */
export function paperRecord(position: Position, said: StatedPaper): SourceRecord {
  const {
    title,
    venue,
    year,
    authors,
    institutions,
    links,
    remarks,
    type,
    keywords,
    doi,
    arxivId,
    abstract,
    recordId,
    references,
  } = said;
  return {
    position,
    section: [],
    title,
    shortName: null,
    venue: venue ?? null,
    year: year ?? null,
    institutions: distinct([...(institutions ?? []), ...(authors ?? []).flatMap((author) => author.institutions)]),
    institutionsIncomplete: false,
    authors: authors ?? [],
    links: distinctBy(links ?? [], ({ url }) => url),
    remarks: distinct(remarks ?? []),
    awards: [],
    track: null,
    ...(type && { type }),
    ...(keywords && keywords.length > 0 && { keywords: distinct(keywords) }),
    ...(doi && { doi }),
    ...(arxivId && { arxivId }),
    ...(abstract && { abstract }),
    ...(recordId && { recordId }),
    ...(references && references.length > 0 && { references }),
  };
}

/**
 * A link to the web, or null where the address leads to no place there.
 * @param kind - what is at the address, unless a link to the paper is known by its address for something else
 */
export function webLink(written: string, path: string, kind: LinkKind = 'PAPER'): StatedLink | null {
  const url = resolveAddress(written, path);
  if (url === null || !isWebAddress(url)) return null;
  const known = kindOfAddress(url);
  return { kind: kind === 'PAPER' && known !== 'OTHER' ? known : kind, label: null, url };
}

/** Whether an address is a place on somebody's machine, which is nobody else's concern. */
export function isLocal(address: string): boolean {
  return /^(?:file:|internal-pdf:|[a-z]:[\\/]|[~./\\])|\\/iu.test(address.trim());
}

/** The first year in a text such as "2019-05/2019-07", "May 2019" or "c. 1843"; null where there is none. */
export function statedYear(text: string): number | null {
  const year = /(?<![\d.])(?:1[5-9]|20)\d{2}(?!\d)/u.exec(text)?.[0];
  return year === undefined ? null : Number(year);
}

/** Whether a text says that a paper has no year yet, or that nobody knows it. */
export function hasNoYear(text: string): boolean {
  return /press|forthcoming|appear|submitted|review|preparation|^(?:n\.? ?d\.?|undated|\?*)$/iu.test(text.trim());
}

/** The arXiv id that a text states as such: "arXiv:1706.03762v5", "arXiv preprint arXiv:cs/0112017"; undefined where it states none. */
export function statedArxivId(text: string): string | undefined {
  const id = /\barxiv[:.\s/]*(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})/iu.exec(text)?.[1];
  return id?.toLowerCase();
}

/** Whether a place of publication is a preprint server. */
export function isPreprint(venue: string | undefined): boolean {
  return venue !== undefined && readVenue(venue).series[0]?.facts?.kind === 'PREPRINT_SERVER';
}

/** Text without elements of HTML, which people and programs write into titles and abstracts: `<i>`, `<sub>`, `<jats:p>`. */
export function withoutMarkup(text: string): string {
  if (!text.includes('<')) return text;
  return text
    .replace(/<\/?(?:jats:)?(?:p|br|li|ul|ol|title|sec|h\d|blockquote)(?:\s[^<>]{0,200})?\/?>/giu, ' ')
    .replace(/<\/?(?:jats:)?(?:i|b|em|strong|italic|bold|sub|sup|sc|tt|code|span|a)(?:\s[^<>]{0,2000})?\/?>/giu, '');
}

function distinct(items: readonly string[]): readonly string[] {
  return [...new Set(items)];
}

function distinctBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  const seen = new Set<string>();
  return items.filter((item) => seen.size !== seen.add(keyOf(item)).size);
}
