import type { Described } from '../../model/described.ts';
import { arxivIdOf, doiOf } from '../../model/paper-ids.ts';
import type { Position } from '../../model/problem.ts';
import type { PaperType, SourceRecord, StatedAuthor, StatedLink } from '../../model/source-record.ts';
import { collapse } from '../../model/text.ts';
import { conferenceIn, type DescribedPlace, institutionIn, orcidOf, topicsIn } from './described-things.ts';
import type { Fields } from './fields.ts';

export interface WorkReading {
  readonly record: SourceRecord;
  readonly described: readonly Described[];
}

/**
 * The record of an OpenAlex work, and what it describes in passing; null where it has no id.
 *
 * @param known - ids of institutions and sources that works of the same file described; those of this one are added, and
 *   what describes them again is passed over, since of one file the first description stands
 *
 * https://docs.openalex.org/api-entities/works/work-object
 */
export function readWork(fields: Fields, position: Position, known: Set<string>): WorkReading | null {
  const recordId = fields.text('id');
  return recordId === null ? null : new WorkReader(fields, position, known).read(recordId);
}

/** What a work describes in passing, without its record, which costs more to make; `known` as for `readWork`. */
export function describedByWork(fields: Fields, position: Position, known: Set<string>): readonly Described[] {
  return fields.text('id') === null ? [] : new WorkReader(fields, position, known).describe();
}

class WorkReader {
  readonly #fields: Fields;
  readonly #position: Position;
  readonly #authorships: readonly Fields[];
  /** Institutions of the paper that belong to no author. */
  readonly #institutions: readonly Fields[];
  readonly #described: Described[] = [];
  readonly #known: Set<string>;

  constructor(fields: Fields, position: Position, known: Set<string>) {
    this.#fields = fields;
    this.#authorships = fields.objects('authorships');
    this.#institutions = fields.objects('institutions');
    this.#position = position;
    this.#known = known;
  }

  read(recordId: string): WorkReading {
    const fields = this.#fields;
    const title = fields.text('title') ?? fields.text('display_name');
    const location = fields.object('primary_location');
    const type = paperType(fields.text('type'));
    const optional = {
      doi: doiOf(fields.text('doi') ?? fields.object('ids')?.text('doi') ?? ''),
      arxivId: this.#arxivId(location),
      abstract: abstractIn(fields),
      citedByCount: fields.int('cited_by_count'),
      conferenceId: this.#conferenceId(location),
    };
    const record: SourceRecord = {
      position: this.#position,
      section: [],
      title: title === null ? null : plain(title),
      shortName: null,
      venue:
        location?.object('source')?.text('abbreviated_title') ??
        location?.object('source')?.text('display_name') ??
        null,
      year: fields.int('publication_year'),
      institutions: this.#institutionNames(),
      institutionsIncomplete: false,
      authors: this.#authors(),
      links: linksIn(fields, location),
      remarks: fields.flag('is_retracted') ? ['retracted'] : [],
      awards: [],
      track: null,
      recordId,
      ...(type && { type }),
      ...stated(optional),
      ...filled({
        institutionIds: this.#institutions.flatMap((each) => this.#institutionId(each) ?? []),
        topicIds: this.#topicIds(),
        keywords: fields.objects('keywords').flatMap((each) => each.text('display_name') ?? []),
        references: fields.texts('referenced_works'),
      }),
    };
    return { record, described: this.#described };
  }

  describe(): readonly Described[] {
    this.#conferenceId(this.#fields.object('primary_location'));
    for (const authorship of this.#authorships) {
      if (nameIn(authorship) === null) continue;
      for (const institution of authorship.objects('institutions')) this.#institutionId(institution);
    }
    for (const institution of this.#institutions) this.#institutionId(institution);
    this.#topicIds();
    return this.#described;
  }

  #authors(): readonly StatedAuthor[] {
    return this.#authorships.flatMap((authorship) => {
      const author = authorship.object('author');
      const name = nameIn(authorship);
      if (name === null) return [];
      const id = author?.text('id') ?? null;
      const orcid = orcidOf(author?.text('orcid') ?? null);
      const described = authorship.objects('institutions');
      const institutionIds = described.flatMap((each) => this.#institutionId(each) ?? []);
      // One without an id is known by its name alone.
      const institutions = described.flatMap((each) =>
        each.text('id') === null ? (each.text('display_name') ?? []) : [],
      );
      return [{ name: collapse(name), institutions, ...stated({ id, orcid }), ...filled({ institutionIds }) }];
    });
  }

  /** Those without an id, which are known by their names alone. */
  #institutionNames(): readonly string[] {
    const all = [...this.#institutions, ...this.#authorships.flatMap((each) => each.objects('institutions'))];
    const names = all.flatMap((each) => (each.text('id') === null ? (each.text('display_name') ?? []) : []));
    return [...new Set(names)];
  }

  #institutionId(fields: Fields): string | null {
    return this.#idOf(fields, institutionIn);
  }

  #conferenceId(location: Fields | null): string | null {
    const source = location?.object('source');
    return source ? this.#idOf(source, conferenceIn) : null;
  }

  #topicIds(): readonly string[] {
    return this.#fields.objects('topics').flatMap((topic) => {
      const chain = topicsIn(topic, this.#place);
      for (const each of chain) this.#described.push(each);
      return topic.text('id') ?? [];
    });
  }

  #arxivId(location: Fields | null): string | null {
    const places = [location, ...this.#fields.objects('locations')];
    for (const place of places) {
      const id = arxivIdOf(place?.text('landing_page_url') ?? '');
      if (id !== null) return id;
    }
    return null;
  }

  #idOf(fields: Fields, describedIn: (fields: Fields, place: DescribedPlace) => Described | null): string | null {
    const id = fields.text('id');
    if (id === null || this.#known.has(id)) return id;
    const described = describedIn(fields, this.#place);
    if (described) {
      this.#known.add(id);
      this.#described.push(described);
    }
    return id;
  }

  get #place() {
    return { position: this.#position, isOwnRecord: false };
  }
}

/** Null for one that no author is named by. */
function nameIn(authorship: Fields): string | null {
  return authorship.object('author')?.text('display_name') ?? authorship.text('raw_author_name');
}

/** Words with their places, as OpenAlex gives abstracts. Null where there is none. */
function abstractIn(fields: Fields): string | null {
  const words: string[] = [];
  for (const [word, places] of fields.entries('abstract_inverted_index')) {
    if (!Array.isArray(places)) continue;
    for (const place of places)
      if (Number.isInteger(place) && place >= 0 && place < longestAbstract) words[place] = word;
  }
  // Places that no word has are holes, which `filter` passes over.
  const text = collapse(words.filter((word) => word !== undefined).join(' '));
  return text === '' ? null : text;
}

/** Words; more is a whole book by mistake, or an attempt to have memory filled. */
const longestAbstract = 20_000;

function linksIn(fields: Fields, location: Fields | null): readonly StatedLink[] {
  const pages = [location?.text('landing_page_url') ?? null];
  const files = [location?.text('pdf_url') ?? null, fields.object('best_oa_location')?.text('pdf_url') ?? null];
  const isAddress = (url: string | null): url is string =>
    url !== null && /^https?:\/\//i.test(url) && URL.canParse(url);
  return [
    ...pages.filter(isAddress).map((url) => ({ kind: 'PAPER' as const, label: null, url })),
    ...[...new Set(files.filter(isAddress))].map((url) => ({ kind: 'PDF' as const, label: null, url })),
  ];
}

/** Tags of HTML and MathML that titles carry; other words between such brackets are a part of the title ("Uncertain<T>"). */
const titleTags =
  /<\/?(?:[biupq]|em|strong|su[bp]|inf|code|tt|small|span|br|scp|italic|bold|math|semantics|annotation|(?:mml:)?m(?:ath|[ion]|row|su[bp]|subsup|text|frac|sqrt|root|over|under|space|fenced|style|stack))(?:\s[^<>]{0,200})?\/?>/gi;

function plain(title: string): string {
  const text = collapse(title.replace(titleTags, ''));
  return text === '' ? collapse(title) : text;
}

/** Null where nothing is stated; kinds that are none of ours are OTHER. */
function paperType(type: string | null): PaperType | null {
  return type === null ? null : (paperTypesByName.get(type) ?? 'OTHER');
}

const paperTypesByName: ReadonlyMap<string, PaperType> = new Map([
  ['article', 'ARTICLE'],
  ['review', 'ARTICLE'],
  ['letter', 'ARTICLE'],
  ['editorial', 'ARTICLE'],
  ['conference-paper', 'ARTICLE'],
  ['preprint', 'PREPRINT'],
  ['report', 'REPORT'],
  ['dissertation', 'THESIS'],
  ['book', 'BOOK'],
  ['book-chapter', 'CHAPTER'],
  ['dataset', 'DATASET'],
]);

type Stated<T> = { readonly [Name in keyof T]?: NonNullable<T[Name]> };

/** Only what is there, since a record leaves out what it does not state. */
function stated<T extends object>(fields: T): Stated<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Stated<T>;
}

function filled<T extends Readonly<Record<string, readonly string[]>>>(lists: T): Partial<T> {
  return Object.fromEntries(Object.entries(lists).filter(([, items]) => items.length > 0)) as Partial<T>;
}
