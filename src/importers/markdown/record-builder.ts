import { readVenue } from '../../model/names/conference-names.ts';
import type { Position, Problem } from '../../model/problem.ts';
import type { SourceRecord, StatedAuthor, StatedLink } from '../../model/source-record.ts';
import { readStanding } from './awards.ts';
import { readInstitutions, type StatedInstitutions } from './institutions.ts';
import { linkConflicts } from './link-conflicts.ts';
import { isEmptyLabel } from './paper-links.ts';
import { institutionsIncomplete } from './problems.ts';

/** A record in the making: its lists grow. */
type Stated = { -readonly [Field in keyof SourceRecord]: SourceRecord[Field] } & {
  institutions: string[];
  authors: StatedAuthor[];
  links: StatedLink[];
  remarks: string[];
  awards: string[];
};

/** Gathers what the parts of a row say about its paper. What was said first stands; lists grow in the order said. */
export class RecordBuilder {
  readonly #record: Stated;
  readonly #problems: Problem[] = [];
  readonly #placeholders: string[] = [];
  readonly #titleAddresses = new Set<string>();
  /** Items of lists that are stated already, by list and item: saying a thing twice adds nothing. */
  readonly #known = new Set<string>();

  constructor(position: Position, section: readonly string[]) {
    this.#record = {
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

  get record(): SourceRecord {
    return this.#record;
  }

  name({ title, shortName }: { readonly title: string | null; readonly shortName: string | null }): void {
    this.#record.title ??= title;
    this.#record.shortName ??= shortName;
  }

  /** The title on a line of its own: one or two words that stood before it are the short name. */
  fullTitle(name: { readonly title: string | null; readonly shortName: string | null }): void {
    const { title } = this.#record;
    if (title !== null && title.split(' ').length <= 3 && name.title !== null) {
      this.#record.shortName ??= title;
      this.#record.title = null;
    }
    this.name(name);
  }

  /** Where a venue is stated twice, the one with its year says more: "Advances in … Systems 30 (NIPS 2017)". */
  venue(venue: string | null): void {
    const { venue: stated } = this.#record;
    if (venue !== null && NO_VENUE.test(venue)) return;
    if (venue && stated !== null && this.#record.year === null && isWithoutYear(stated, venue))
      this.#record.venue = venue;
    else this.#record.venue ??= venue || null;
  }

  year(year: number | null): void {
    this.#record.year ??= year;
  }

  authors(authors: readonly StatedAuthor[]): void {
    for (const author of authors) if (this.#isNew(`author ${author.name}`)) this.#record.authors.push(author);
  }

  /** @param items - texts that name institutions and nothing else */
  institutionsFrom(items: readonly string[]): void {
    this.institutions(readInstitutions(items));
  }

  institutions({ names, placeholders }: StatedInstitutions): void {
    for (const name of names) if (this.#isNew(`institution ${name}`)) this.#record.institutions.push(name);
    for (const placeholder of placeholders) this.#placeholders.push(placeholder);
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
    // A paper is in one track: what looks like a second one is a remark.
    if (track !== null && this.#record.track !== null && track !== this.#record.track) this.#record.remarks.push(track);
    this.track(track);
    if (rest !== null) this.#record.remarks.push(rest);
  }

  awards(awards: readonly string[]): void {
    for (const award of awards) if (this.#isNew(`award ${award}`)) this.#record.awards.push(award);
  }

  track(track: string | null): void {
    this.#record.track ??= track || null;
  }

  links({ links, problems = [] }: { links: readonly StatedLink[]; problems?: readonly Problem[] }): void {
    for (const link of links) {
      if (this.#labels(link)) continue;
      if (this.#isNew(`link ${link.label ?? ''} ${link.url}`)) this.#record.links.push(link);
    }
    for (const problem of problems) this.#problems.push(problem);
  }

  /** "[Title](url) [[Paper](url)]" is one link, which has a label. */
  #labels(link: StatedLink): boolean {
    const stated = this.#record.links.findIndex(({ url, kind }) => url === link.url && kind === link.kind);
    const known = this.#record.links[stated];
    if (!known) return false;
    if (known.label === null && link.label !== null) this.#record.links[stated] = { ...known, label: link.label };
    return true;
  }

  keywords(keywords: readonly string[]): void {
    if (keywords.length > 0) this.#record.keywords = [...new Set([...(this.#record.keywords ?? []), ...keywords])];
  }

  /** Links on the title itself; where nothing else is known of one, `titleLeadsToPaper` settles its kind. */
  titleLinks(read: { links: readonly StatedLink[]; problems?: readonly Problem[] }): void {
    for (const { url } of read.links) this.#titleAddresses.add(url);
    this.links(read);
  }

  /** The row is about a published work, so the link on its title, or one that is called "link", leads to that work. */
  titleLeadsToPaper(): void {
    this.#record.links = this.#record.links.map((link) =>
      link.kind === 'OTHER' && (link.label === null ? this.#titleAddresses.has(link.url) : isEmptyLabel(link.label))
        ? { ...link, kind: 'PAPER' }
        : link,
    );
  }

  essay(): void {
    this.#record.type = 'ESSAY';
  }

  finish(): { readonly record: SourceRecord; readonly problems: readonly Problem[] } {
    if (this.#placeholders.length > 0) {
      this.#record.institutionsIncomplete = true;
      const placeholder = this.#placeholders.join(', ');
      this.#problems.push(institutionsIncomplete(this.#record.position, nameOf(this.#record), placeholder));
    }
    return { record: this.#record, problems: [...this.#problems, ...linkConflicts(this.#record)] };
  }

  #isNew(item: string): boolean {
    const isNew = !this.#known.has(item);
    this.#known.add(item);
    return isNew;
  }
}

const NO_VENUE = /^(?:n\/?a|none|unknown|tb[da]|[-–—?]+)$/iu;

function isWithoutYear(stated: string, other: string): boolean {
  const [one, two] = [readVenue(stated), readVenue(other)];
  return (
    one.year === null && two.year !== null && one.series.some(({ key }) => two.series.some((each) => each.key === key))
  );
}

/** What a message calls the paper. */
export function nameOf({ title, shortName }: Pick<SourceRecord, 'title' | 'shortName'>): string {
  return shortName ?? title ?? '';
}
