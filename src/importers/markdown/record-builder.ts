import type { Position, Problem } from '../../model/problem.ts';
import type { LinkKind, SourceRecord, StatedAuthor, StatedLink } from '../../model/source-record.ts';
import { readStanding } from './awards.ts';
import { readInstitutions, type StatedInstitutions } from './institutions.ts';
import { institutionsIncomplete } from './problems.ts';

type Stated = { -readonly [Field in keyof SourceRecord]: SourceRecord[Field] };

/** A record that states nothing yet. */
export function emptyRecord(position: Position, section: readonly string[]): SourceRecord {
  return {
    position,
    section,
    title: null,
    shortName: null,
    venue: null,
    year: null,
    institutions: [],
    institutionsIncomplete: false,
    authors: [],
    links: [],
    remarks: [],
    awards: [],
    track: null,
  };
}

/** Gathers what the parts of a row say about its paper. What was said first stands; lists grow in the order said. */
export class RecordBuilder {
  readonly #record: Stated;
  readonly #problems: Problem[] = [];
  readonly #placeholders: string[] = [];
  readonly #titleAddresses = new Set<string>();

  constructor(position: Position, section: readonly string[]) {
    this.#record = { ...emptyRecord(position, section) };
  }

  get record(): SourceRecord {
    return this.#record;
  }

  name({ title, shortName }: { readonly title: string | null; readonly shortName: string | null }): void {
    this.#record.title ??= title;
    this.#record.shortName ??= shortName;
  }

  venue(venue: string | null): void {
    this.#record.venue ??= venue || null;
  }

  year(year: number | null): void {
    this.#record.year ??= year;
  }

  authors(authors: readonly StatedAuthor[]): void {
    const known = new Set(this.#record.authors.map(({ name }) => name));
    this.#record.authors = [...this.#record.authors, ...authors.filter(({ name }) => !known.has(name))];
  }

  /** @param items - texts that name institutions and nothing else */
  institutionsFrom(items: readonly string[]): void {
    this.institutions(readInstitutions(items));
  }

  institutions({ names, placeholders }: StatedInstitutions): void {
    this.#record.institutions = [...new Set([...this.#record.institutions, ...names])];
    this.#placeholders.push(...placeholders);
  }

  /** The row names only some of the institutions, by its form ("First institution"). */
  institutionsMissing(): void {
    this.#record.institutionsIncomplete = true;
  }

  /** A remark, which may hold awards and the track beside or instead of text. */
  remark(remark: string): void {
    // "resources_;_": signs of emphasis that Markdown did not take for such.
    const { awards, track, rest } = readStanding(remark.replace(/(\*{1,2}|_)([.,;:!?]+)\1/gu, '$2'));
    this.awards(awards);
    this.track(track);
    if (rest !== null) this.#record.remarks = [...this.#record.remarks, rest];
  }

  awards(awards: readonly string[]): void {
    this.#record.awards = [...new Set([...this.#record.awards, ...awards])];
  }

  track(track: string | null): void {
    this.#record.track ??= track || null;
  }

  links({ links, problems = [] }: { links: readonly StatedLink[]; problems?: readonly Problem[] }): void {
    const known = new Set(this.#record.links.map(linkKey));
    this.#record.links = [...this.#record.links, ...links.filter((link) => !known.has(linkKey(link)))];
    this.#problems.push(...problems);
  }

  keywords(keywords: readonly string[]): void {
    if (keywords.length > 0) this.#record.keywords = [...new Set([...(this.#record.keywords ?? []), ...keywords])];
  }

  /** Links on the title itself; where nothing else is known of one, `titleLeadsToPaper` settles its kind. */
  titleLinks(read: { links: readonly StatedLink[]; problems?: readonly Problem[] }): void {
    for (const { url } of read.links) this.#titleAddresses.add(url);
    this.links(read);
  }

  /** The row is about a published work, so the link on its title leads to that work. */
  titleLeadsToPaper(): void {
    this.#record.links = this.#record.links.map((link) =>
      link.kind === 'OTHER' && link.label === null && this.#titleAddresses.has(link.url)
        ? { ...link, kind: 'PAPER' }
        : link,
    );
  }

  essay(): void {
    this.#record.type = 'ESSAY';
  }

  hasLink(...kinds: readonly LinkKind[]): boolean {
    return this.#record.links.some(({ kind }) => kinds.includes(kind));
  }

  finish(): { readonly record: SourceRecord; readonly problems: readonly Problem[] } {
    if (this.#placeholders.length > 0) {
      this.#record.institutionsIncomplete = true;
      const placeholder = this.#placeholders.join(', ');
      this.#problems.push(institutionsIncomplete(this.#record.position, nameOf(this.#record), placeholder));
    }
    return { record: this.#record, problems: this.#problems };
  }
}

/** What a message calls the paper. */
export function nameOf({ title, shortName }: Pick<SourceRecord, 'title' | 'shortName'>): string {
  return shortName ?? title ?? '';
}

function linkKey({ label, url }: StatedLink): string {
  return `${label ?? ''} ${url}`;
}
