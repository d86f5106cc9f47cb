import { readVenue } from '../../model/names/conference-names.ts';
import { arxivIdOf, doiOf } from '../../model/paper-ids.ts';
import type { Position } from '../../model/problem.ts';
import type { LinkKind, PaperType, SourceRecord, StatedLink } from '../../model/source-record.ts';
import { malformedAddress } from '../markdown/problems.ts';
import { unexpectedField, untitled } from './bibliography-problems.ts';
import { bibtexAuthors } from './bibtex-authors.ts';
import type { BibtexItem } from './bibtex-file.ts';
import { bibtexTypes } from './bibtex-types.ts';
import type { LatexReader } from './latex-text.ts';
import type { BibliographyPlace } from './read-bibliography.ts';
import { institutionsOfAddresses } from './stated-names.ts';
import { hasNoYear, isLocal, isPreprint, paperRecord, statedArxivId, statedYear, webLink } from './stated-paper.ts';

/** Fields that lead to the web, where they do; those of files on somebody's machine are left out. */
const LINK_FIELDS: readonly (readonly [field: string, kind: LinkKind])[] = [
  ['url', 'PAPER'],
  ['bdsk-url-1', 'PAPER'],
  ['bdsk-url-2', 'PAPER'],
  ['pdf', 'PDF'],
  ['code', 'CODE'],
  ['slides', 'SLIDES'],
  ['video', 'VIDEO'],
  ['poster', 'POSTER'],
  ['website', 'HOMEPAGE'],
  ['blog', 'BLOG'],
];

const REMARK_FIELDS = ['note', 'annote', 'annotation', 'addendum', 'comment'];
const KEYWORD_FIELDS = ['keywords', 'keyword', 'groups', 'mendeley-tags'];

interface Reading {
  readonly place: BibliographyPlace;
  readonly latex: LatexReader;
  /** Groups of the reference manager, by the citation keys in lower case of what is in them. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

/** The record of one item, or null where it has no title, which is told. */
export function bibtexRecord(item: BibtexItem, reading: Reading): SourceRecord | null {
  return new ItemReader(item, reading).read();
}

class ItemReader {
  readonly #item: BibtexItem;
  readonly #reading: Reading;

  constructor(item: BibtexItem, reading: Reading) {
    this.#item = item;
    this.#reading = reading;
  }

  read(): SourceRecord | null {
    const { problems } = this.#reading.place;
    const { key, type, line } = this.#item;
    const name = this.#text('title') ?? this.#text('maintitle');
    if (name === undefined) {
      problems.add(untitled(this.#at(line), `@${type}{${key}}`, 'title'));
      return null;
    }
    const subtitle = this.#text('subtitle');
    const title = subtitle === undefined ? name : `${name}: ${subtitle}`;
    const arxivId = this.#arxivId();
    const venue = this.#venue() ?? (arxivId && `arXiv:${arxivId}`);
    return paperRecord(this.#at(line), {
      title,
      venue,
      year: this.#year(),
      authors: bibtexAuthors(this.#item, title, this.#reading),
      institutions: this.#institutions(),
      links: this.#links(),
      remarks: this.#remarks(),
      type: this.#type(venue, arxivId),
      keywords: this.#keywords(),
      doi: this.#doi(),
      arxivId,
      abstract: this.#text('abstract'),
    });
  }

  #at(line: number): Position {
    return { path: this.#reading.place.path, line };
  }

  #text(name: string): string | undefined {
    const field = this.#item.fields.get(name);
    return (field && this.#reading.latex.text(field.value)) || undefined;
  }

  /** A field in which nothing is LaTeX, such as an address. */
  #verbatim(name: string): string | undefined {
    const written = this.#item.fields.get(name)?.value;
    const bare = written?.replace(/\\(?:url|path|textunderscore)\b|[{}]/gu, '').replace(/\\([%&_#$~^\\])/gu, '$1');
    return bare?.replace(/\s+/gu, ' ').trim() || undefined;
  }

  #reject(name: string, expected: string, found: string): void {
    const line = this.#item.fields.get(name)?.line ?? this.#item.line;
    this.#reading.place.problems.add(unexpectedField(this.#at(line), name, { expected, found }));
  }

  /** Of a paper in a volume, the name that the tables know: some volumes' titles are those of their series' issues. */
  #venue(): string | undefined {
    const isArticle = this.#item.type === 'article';
    const names = isArticle ? ['journaltitle', 'journal', 'booktitle'] : ['booktitle', 'journaltitle', 'journal'];
    const stated = names.flatMap((name) => this.#text(name) ?? []);
    const beside = isArticle ? [] : ['series', 'eventtitle'].flatMap((name) => this.#text(name) ?? []);
    const isVolume = bibtexTypes.get(this.#item.type) === 'BOOK';
    if (isVolume) return stated[0];
    const known = [...stated.slice(0, 1), ...beside].find((text) => readVenue(text).series.some(({ facts }) => facts));
    return known ?? stated[0] ?? this.#text('eventtitle');
  }

  #year(): number | undefined {
    for (const name of ['date', 'year']) {
      const text = this.#text(name);
      if (text === undefined) continue;
      const year = statedYear(text);
      if (year !== null) return year;
      if (!hasNoYear(text)) this.#reject(name, 'a year of four digits or a date', text);
    }
    return undefined;
  }

  /** A thesis is of its school and a report of its institution; else only affiliations are the authors'. */
  #institutions(): readonly string[] {
    const type = bibtexTypes.get(this.#item.type);
    const own = type === 'THESIS' || type === 'REPORT' ? ['school', 'institution'] : [];
    return [...own, 'affiliation'].flatMap((name) => {
      const text = this.#text(name);
      return text === undefined ? [] : institutionsOfAddresses(text);
    });
  }

  #links(): readonly StatedLink[] {
    const { path, problems } = this.#reading.place;
    const links = LINK_FIELDS.flatMap(([field, kind]) => {
      const address = this.#verbatim(field);
      if (address === undefined) return [];
      const link = webLink(/^10\.\d{4,9}\//u.test(address) ? `https://doi.org/${address}` : address, path, kind);
      const isStated = field === 'url' && link === null && !isLocal(address);
      if (isStated) {
        const line = this.#item.fields.get(field)?.line ?? this.#item.line;
        problems.add(malformedAddress(this.#at(line), field, address));
      }
      return link ?? [];
    });
    const published = this.#addressPublished();
    return published === null ? links : [...links, published];
  }

  #addressPublished(): StatedLink | null {
    const address = /(?:https?:\/\/|www\.)[^\s,;]+/iu.exec(this.#verbatim('howpublished') ?? '')?.[0];
    return address === undefined ? null : webLink(address.replace(/[.)]+$/u, ''), this.#reading.place.path);
  }

  #remarks(): readonly string[] {
    const published = this.#text('howpublished');
    const isLink = this.#addressPublished() !== null;
    const remarks = REMARK_FIELDS.flatMap((name) => this.#text(name) ?? []);
    return published === undefined || isLink || statedArxivId(published) ? remarks : [published, ...remarks];
  }

  #keywords(): readonly string[] {
    const stated = KEYWORD_FIELDS.flatMap((name) => this.#text(name)?.split(/\s*[,;]\s*/u) ?? []);
    const { key } = this.#item;
    return [...stated, ...(this.#reading.groups.get(key.toLowerCase()) ?? [])].filter((word) => word !== '');
  }

  #doi(): string | undefined {
    const text = this.#verbatim('doi');
    if (text === undefined) return undefined;
    const doi = doiOf(text);
    if (doi === null && arxivIdOf(text) === null) this.#reject('doi', 'a DOI such as 10.1145/1', text);
    return doi ?? undefined;
  }

  #arxivId(): string | undefined {
    const eprint = this.#verbatim('eprint') ?? this.#verbatim('arxivid') ?? '';
    const archive = ['archiveprefix', 'eprinttype', 'archive'].flatMap((name) => this.#verbatim(name) ?? [])[0];
    const isArxiv = archive === undefined ? /^\d{4}\.\d{4,5}(?:v\d+)?$/u.test(eprint) : /^arxiv$/iu.test(archive);
    const group = /^\d{7}/u.test(eprint) ? `${this.#verbatim('primaryclass') ?? ''}/` : '';
    const own = statedArxivId(eprint) ?? (isArxiv ? statedArxivId(`arxiv:${group}${eprint}`) : undefined);
    const elsewhere = ['journal', 'journaltitle', 'howpublished', 'note', 'number'].flatMap(
      (name) => statedArxivId(this.#verbatim(name) ?? '') ?? [],
    );
    return own ?? arxivIdOf(this.#verbatim('doi') ?? '') ?? elsewhere[0];
  }

  #type(venue: string | undefined, arxivId: string | undefined): PaperType | undefined {
    const type = bibtexTypes.get(this.#item.type) ?? undefined;
    if (type !== undefined && type !== 'ARTICLE') return type;
    return isPreprint(venue) || (type === undefined && arxivId !== undefined) ? 'PREPRINT' : type;
  }
}
