import { readAuthors } from './authors.ts';
import { linksOf, type MarkedText, plain, sliceText } from './marked-text.ts';
import { isAuthorList, isKnownPlace, isPersonName } from './people.ts';
import { type PieceKind, pieceKind, takePiece } from './pieces.ts';
import type { RecordBuilder } from './record-builder.ts';

/** A part of a passage that states one fact. */
export interface Fact {
  readonly kind: Exclude<PieceKind, null>;
  readonly piece: MarkedText;
}

/** Passages that state facts are short; what is longer is running text. */
const MAX_LENGTH = 600;
const MAX_PARTS = 60;
/** A place with a society, a track, a city and a date has about as many commas. */
const MAX_PARTS_OF_FACT = 5;

/**
 * The facts that a passage beside a title states one after another between commas: "A. Lee, B. Chen, NBU, OSDI 2020",
 * "Lee et al. OSDI 2020", "ACM Transactions on Things, Vol. 2, No. 4, May 1984". Null where a part of it states none, so
 * that running text stays whole.
 */
export function factsOf(passage: MarkedText): readonly Fact[] | null {
  if (passage.text.length > MAX_LENGTH) return null;
  const whole = pieceKind(passage);
  if (whole) return [{ kind: whole, piece: passage }];
  const parts = partsBetweenCommas(passage);
  if (parts.length < 2 || parts.length > MAX_PARTS) return null;
  const facts: Fact[] = [];
  for (let at = 0; at < parts.length; ) {
    const found = peopleAt(passage, parts, at) ?? factAt(passage, parts, at);
    if (!found) return null;
    facts.push(found.fact);
    at = found.next;
  }
  return facts;
}

/** Whether a passage names one person or several, and nothing else. */
export function isPeople(passage: MarkedText): boolean {
  const text = plain(passage).replace(/[\s,.;]+$/u, '');
  // Two Chinese characters alone may be anybody's or anything's name.
  return (isPersonName(text) && !/^\p{Script=Han}{2}$/u.test(text)) || isAuthorList(text);
}

/** Adds what the facts say. */
export function takeFacts(facts: readonly Fact[], builder: RecordBuilder): void {
  for (const { kind, piece } of facts) takePiece(builder, kind, piece);
}

interface Part {
  readonly start: number;
  readonly end: number;
}

interface Found {
  readonly fact: Fact;
  readonly next: number;
}

/** A comma outside of brackets and links, or the end of "et al.". */
const COMMA =
  /\s*[,，](?:\s+|(?=[\p{Script=Han}\p{Script=Hangul}]))(?:and\s+|&\s+)?|\s*、\s*|(?<=\bet al)\*?\.?\s+(?=\S)/gu;

/** Where the parts of a passage between its commas stand. */
function partsBetweenCommas(passage: MarkedText): readonly Part[] {
  const closed = [...linksOf(passage), ...bracketSpans(passage.text)];
  const parts: Part[] = [];
  let start = 0;
  for (const { index, 0: comma } of passage.text.matchAll(COMMA)) {
    if (closed.some((span) => span.start <= index && index < span.end)) continue;
    if (index > start) parts.push({ start, end: index });
    start = index + comma.length;
  }
  if (start < passage.text.length) parts.push({ start, end: passage.text.length });
  return parts;
}

function bracketSpans(text: string): Part[] {
  return [...text.matchAll(/[(（][^()（）]*[)）]|\[[^[\]]*\]/gu)].map(({ index, 0: bracket }) => ({
    start: index,
    end: index + bracket.length,
  }));
}

/** The longest run of people that begins at a part. One person alone is taken for one among other facts only. */
function peopleAt(passage: MarkedText, parts: readonly Part[], at: number): Found | null {
  let next = at;
  // "et al." ends a list of people.
  const isOpen = () => next === at || !/\bet al\*?\.?$/u.test(plain(pieceOf(passage, parts, next - 1, next)));
  while (next < parts.length && isOpen() && couldBePeople(textOf(passage, parts, next, next + 1))) next += 1;
  const pair = textOf(passage, parts, at, at + 1);
  const isLast = parts.length === at + 1;
  if (!isLast && /^\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+$/u.test(pair) && !isKnownPlace(pair))
    return { fact: { kind: 'authors', piece: pieceOf(passage, parts, at, at + 1) }, next: at + 1 };
  if (SURNAMES.test(pair) && parts.length > at + 1 && !pair.split(/ (?:&|and) /u).some(isKnownPlace))
    return { fact: { kind: 'authors', piece: pieceOf(passage, parts, at, at + 1) }, next: at + 1 };
  // A place may look like one more name, and no more than a few stand behind people.
  for (const least = Math.max(at, next - MAX_PARTS_OF_FACT); next > least; next -= 1) {
    const text = textOf(passage, parts, at, next);
    const isOne = next === at + 1 && isPersonName(text);
    if (isOne || isAuthorList(text))
      return { fact: { kind: 'authors', piece: pieceOf(passage, parts, at, next) }, next };
  }
  return null;
}

/** "Frankle & Carbin": surnames alone are people's where a place follows them. */
const SURNAMES =
  /^(?:\p{Ll}{2,3} )?\p{Lu}['’]?\p{L}?\p{Ll}[\p{L}'’-]+ (?:&|and) (?:\p{Ll}{2,3} )?\p{Lu}['’]?\p{L}?\p{Ll}[\p{L}'’-]+$/u;

function couldBePeople(text: string): boolean {
  return (
    isPersonName(text) ||
    isAuthorList(text) ||
    /^(?:(?:\p{Lu}\.[ -]?){0,3}\p{Lu}\.?|(?:… ?)?\p{Lu}\p{Ll}[\p{L}'’-]*|et al\.?)$/u.test(text)
  );
}

/** The fact that begins at a part, with as many of the parts behind it as it takes in. */
function factAt(passage: MarkedText, parts: readonly Part[], at: number): Found | null {
  for (let next = Math.min(parts.length, at + MAX_PARTS_OF_FACT); next > at; next -= 1) {
    const piece = pieceOf(passage, parts, at, next);
    const kind = pieceKind(piece);
    if (kind) return { fact: { kind, piece }, next };
  }
  return null;
}

function pieceOf(passage: MarkedText, parts: readonly Part[], from: number, to: number): MarkedText {
  return sliceText(passage, parts[from]?.start ?? 0, parts[to - 1]?.end ?? 0);
}

function textOf(passage: MarkedText, parts: readonly Part[], from: number, to: number): string {
  return plain(pieceOf(passage, parts, from, to)).replace(/^by\s+|[\s.]+$/giu, '');
}

/** Where the facts behind a title begin ("Title, A. Lee, B. Chen, OSDI 2020"), or null where none stand there. */
export function startOfFacts(passage: MarkedText): number | null {
  const parts = partsBetweenCommas(passage);
  if (parts.length > MAX_PARTS) return null;
  for (let at = 1; at < parts.length; at += 1) {
    const facts = factsOf(pieceOf(passage, parts, at, parts.length));
    if (facts && standBehindTitle(facts)) return parts[at]?.start ?? null;
  }
  return null;
}

/** A title can end in words that look like one person's name; several facts, or a place or time, do not. */
function standBehindTitle(facts: readonly Fact[]): boolean {
  if (facts.length > 1 || facts.some(({ kind }) => kind !== 'authors')) return true;
  const names = facts.flatMap(({ piece }) => readAuthors(plain(piece)));
  return names.length > 1 && names.every(({ name }) => isPersonName(name));
}
