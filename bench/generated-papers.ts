/**
 * Papers in the shape of OpenAlex, as many as are wanted, drawn like those of a real file: how many authors, institutions, topics and
 * words a paper has, which year, place of publication, topics, institutions and words, and how often it is cited, each as often as in that
 * file. Authors are many times as many where papers are: each institution has its own, and few of them write most.
 *
 * `npm run bench -- generated-papers 2700000 works.jsonl.gz [references]`; with references each paper cites about as many, most of
 * them papers that others cite too. The same number and seed give the same file.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { textOf } from '../src/import/data-set-files.ts';

export interface GeneratedPapers {
  readonly count: number;
  /** The mean; none where it is left out. */
  readonly referenceCount?: number;
  readonly seed?: number;
}

const host = 'https://generated.example';

/** Writes the papers, packed, one a line. */
export async function writeGeneratedPapers(
  file: string,
  { count, referenceCount = 0, seed = 1 }: GeneratedPapers,
): Promise<void> {
  const drawn = await distributionsOf(realFile());
  const random = sequence(seed);
  const out = createGzip({ level: 1 });
  const written = createWriteStream(file);
  out.pipe(written);
  for (let start = 0; start < count; start += 500) {
    let text = '';
    for (let place = start; place < Math.min(count, start + 500); place += 1) {
      text += `${JSON.stringify(paper(place, { drawn, random, growth: count / drawn.paperCount, referenceCount }))}\n`;
    }
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await finished(written);
}

/** The real papers that everything is drawn like. */
export function realFile(): string {
  const shared = resolve(process.env.PAPERGRAPH_SHARED ?? join(process.cwd(), '..', 'shared'));
  return join(shared, 'data', 'papers', 'works-2007-2016.jsonl.gz');
}

interface RealWork {
  readonly title: string;
  readonly publication_year: number;
  readonly cited_by_count: number;
  readonly primary_location: { readonly source: Named };
  readonly authorships: readonly { readonly author: Named; readonly institutions: readonly Named[] }[];
  readonly topics: readonly Named[];
}

interface Named {
  readonly id: string;
}

interface Distributions {
  readonly paperCount: number;
  readonly years: Drawn<number>;
  readonly citations: Drawn<number>;
  readonly wordCounts: Drawn<number>;
  readonly words: Drawn<string>;
  readonly sources: Drawn<Named>;
  readonly topicCounts: Drawn<number>;
  readonly topics: Drawn<Named>;
  readonly institutionCounts: Drawn<number>;
  readonly institutions: Drawn<Named>;
  readonly authorCounts: Drawn<number>;
  /** Different authors of a paper of the file, for each at which it names an institution. */
  readonly authorsOfInstitution: ReadonlyMap<string, number>;
}

async function distributionsOf(file: string): Promise<Distributions> {
  const counted = {
    years: new Counted<number>(),
    citations: new Counted<number>(),
    wordCounts: new Counted<number>(),
    words: new Counted<string>(),
    sources: new Counted<Named>(({ id }) => id),
    topicCounts: new Counted<number>(),
    topics: new Counted<Named>(({ id }) => id),
    institutionCounts: new Counted<number>(),
    institutions: new Counted<Named>(({ id }) => id),
    authorCounts: new Counted<number>(),
  };
  const authors = new Map<string, Set<string>>();
  let paperCount = 0;
  for await (const work of worksOf(file)) {
    paperCount += 1;
    const words = work.title.split(' ');
    const institutions = new Map(work.authorships.flatMap((each) => each.institutions.map((at) => [at.id, at])));
    counted.years.add(work.publication_year);
    counted.citations.add(work.cited_by_count);
    counted.wordCounts.add(words.length);
    for (const word of words) counted.words.add(word);
    counted.sources.add(work.primary_location.source);
    counted.topicCounts.add(work.topics.length);
    for (const topic of work.topics) counted.topics.add(topic);
    counted.institutionCounts.add(institutions.size);
    for (const institution of institutions.values()) counted.institutions.add(institution);
    counted.authorCounts.add(work.authorships.length);
    for (const { author, institutions: at } of work.authorships) {
      const of = at[0]?.id ?? '';
      authors.set(of, (authors.get(of) ?? new Set()).add(author.id));
    }
  }
  return {
    paperCount,
    years: counted.years.drawn(),
    citations: counted.citations.drawn(),
    wordCounts: counted.wordCounts.drawn(),
    words: counted.words.drawn(),
    sources: counted.sources.drawn(),
    topicCounts: counted.topicCounts.drawn(),
    topics: counted.topics.drawn(),
    institutionCounts: counted.institutionCounts.drawn(),
    institutions: counted.institutions.drawn(),
    authorCounts: counted.authorCounts.drawn(),
    authorsOfInstitution: new Map([...authors].map(([id, each]) => [id, each.size])),
  };
}

async function* worksOf(file: string): AsyncGenerator<RealWork> {
  let rest = '';
  for await (const text of textOf(file)) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as RealWork;
  }
}

interface Drawing {
  readonly drawn: Distributions;
  readonly random: () => number;
  /** How many times as many papers there are as in the file. */
  readonly growth: number;
  readonly referenceCount: number;
}

function paper(place: number, { drawn, random, growth, referenceCount }: Drawing) {
  const institutions = several(drawn.institutions, drawn.institutionCounts.draw(random), random);
  const title = repeated(drawn.wordCounts.draw(random), () => drawn.words.draw(random)).join(' ');
  return {
    id: `${host}/works/W${place}`,
    title,
    publication_year: drawn.years.draw(random),
    type: 'article',
    cited_by_count: drawn.citations.draw(random),
    primary_location: { source: drawn.sources.draw(random) },
    authorships: repeated(Math.max(drawn.authorCounts.draw(random), institutions.length), (position) => {
      const institution = institutions[position % Math.max(1, institutions.length)];
      const pool = Math.max(1, Math.round((drawn.authorsOfInstitution.get(institution?.id ?? '') ?? 1) * growth));
      const number = `${lastPart(institution?.id ?? 'nowhere')}-${heavyTailed(pool, random)}`;
      const author = { id: `${host}/authors/A-${number}`, display_name: `Author ${number}` };
      return { author, institutions: institution ? [institution] : [] };
    }),
    topics: several(drawn.topics, drawn.topicCounts.draw(random), random),
    ...(referenceCount > 0 && {
      referenced_works: repeated(
        Math.floor(random() * 2 * referenceCount),
        () => `${host}/works/W${heavyTailed(place + 1, random)}`,
      ),
    }),
  };
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** A number below another; the first tenth is drawn about half of the time. */
function heavyTailed(count: number, random: () => number): number {
  return Math.floor(count * random() ** 3);
}

function repeated<T>(count: number, of: (place: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, place) => of(place));
}

/** Different ones, where there are as many. */
function several<T>(drawn: Drawn<T>, count: number, random: () => number): readonly T[] {
  const found = new Set<T>();
  for (let tries = 0; found.size < count && tries < 10 * count; tries += 1) found.add(drawn.draw(random));
  return [...found];
}

/** Counts values while a file is read. */
class Counted<T> {
  readonly #counts = new Map<unknown, { readonly value: T; count: number }>();
  readonly #nameOf: (value: T) => unknown;

  constructor(nameOf: (value: T) => unknown = (value) => value) {
    this.#nameOf = nameOf;
  }

  add(value: T): void {
    const name = this.#nameOf(value);
    const known = this.#counts.get(name);
    if (known) known.count += 1;
    else this.#counts.set(name, { value, count: 1 });
  }

  drawn(): Drawn<T> {
    return new Drawn([...this.#counts.values()]);
  }
}

/** Draws values as often as they were counted. */
class Drawn<T> {
  readonly #values: readonly T[];
  readonly #ends: Float64Array;

  constructor(counts: readonly { readonly value: T; readonly count: number }[]) {
    this.#values = counts.map(({ value }) => value);
    this.#ends = new Float64Array(counts.length);
    let end = 0;
    for (const [place, { count }] of counts.entries()) {
      end += count;
      this.#ends[place] = end;
    }
  }

  draw(random: () => number): T {
    const wanted = random() * (this.#ends.at(-1) ?? 0);
    let low = 0;
    let high = this.#ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    const value = this.#values[low];
    if (value === undefined) throw new Error('The real file holds no papers.');
    return value;
  }
}

/** Numbers from 0 to 1 that follow from the seed alone. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const [count, file, referenceCount] = process.argv.slice(2);
if (process.argv[1]?.includes('generated-papers') && count !== undefined && file !== undefined) {
  await writeGeneratedPapers(file, { count: Number(count), referenceCount: Number(referenceCount ?? 0) });
}
