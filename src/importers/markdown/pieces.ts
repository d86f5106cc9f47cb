import { remembered } from '../../model/names/remembered.ts';
import { type AffiliatedAuthors, readAffiliatedAuthors, readAuthorPairs, readAuthors } from './authors.ts';
import { partStanding, readStanding } from './awards.ts';
import { areInstitutions } from './institutions.ts';
import { isLinkLabel } from './link-kinds.ts';
import { isWholly, linksOf, type MarkedText, plain, sliceText } from './marked-text.ts';
import { readLinks } from './paper-links.ts';
import { isAuthorList, isPersonName } from './people.ts';
import type { RecordBuilder } from './record-builder.ts';
import { isRunningText } from './running-text.ts';
import { isVenue, statedVenue, textsOfBadge } from './venues.ts';
import { citedYear, isDate, onlyYear } from './years.ts';

/** What a passage of a row says: the fact it states, or `null` where it is part of running text. */
export type PieceKind = 'links' | 'standing' | 'year' | 'date' | 'venue' | 'authors' | 'institutions' | null;

/** Tells what a whole passage is. A passage that is one fact is never taken for another kind of fact by its place alone. */
export function pieceKind(piece: MarkedText): PieceKind {
  const text = trimmed(piece);
  if (isLinks(piece)) return isVenue(text) && !isLinkLabel(text) ? 'venue' : 'links';
  return text === '' || text.length > 600 ? null : kindOfText(text);
}

/** Without signs at its ends, nor the full stop of a sentence. */
function trimmed(piece: MarkedText): string {
  const text = plain(piece);
  // Most texts have none, which costs little to see.
  if (/^[a-z0-9].*[a-z0-9]$/i.test(text)) return text;
  return text
    .replace(/^[(（[【]([^()（）[\]【】]*)[)）\]】]\.?$/u, '$1')
    .replace(/^[\s,.;:|，。；：｜–—-]+|[\s,;:|，。；：｜–—-]+$/gu, '')
    .replace(/(?<=[\p{Ll}\d)]{2}|\p{Lu}{2})(?<!\b(?:Inc|Corp|Ltd|Co|al|Univ))\.$/u, '');
}

/** What a text is that is no links. Lists say the same places and institutions again and again. */
const kindOfText = remembered((text: string): PieceKind => {
  if (/[|｜]/u.test(text)) return null;
  if (readStanding(text).rest === null) return 'standing';
  if (isVenue(text)) return 'venue';
  if (isRunningText(text)) return null;
  if (onlyYear(text) !== null || citedYear(text) !== null) return 'year';
  if (isDate(text)) return 'date';
  if (isAuthorList(text) || isBy(text) || areAffiliatedAuthors(text)) return 'authors';
  return areInstitutions(text) ? 'institutions' : null;
});

/** Whether a line is bold or linked words and nothing else, or with a paper's standing behind them: "**Title** — *Best Paper*". */
export function isMarkedTitle(line: MarkedText): boolean {
  if (isWholly('strong', line) || isWholly('link', line)) return true;
  const [name] = line.marks;
  return name?.kind === 'strong' && name.start === 0 && pieceKind(sliceText(line, name.end)) === 'standing';
}

/** Whether a passage consists of links and what stands between them. */
function isLinks(piece: MarkedText): boolean {
  const links = linksOf(piece);
  if (links.length === 0) return /^[\s.,;]*(?:<?https?:\/\/\S+>?|doi:?\s*10\.\d{4,}\/\S+)$/iu.test(piece.text);
  if (!isWholly('link', piece)) {
    // "GitHub (in Chinese)": a word beside a link whose label says what it is.
    const said = links.reduce((length, { start, end }) => length + end - start, 0);
    return (
      links.every((link) => isLinkLabel(labelOf(piece, link))) &&
      piece.text.length - said <= 30 &&
      !isVenue(plain(piece))
    );
  }
  return links.every((link) => isLinkLabel(labelOf(piece, link)) || labelOf(piece, link).split(' ').length <= 3);
}

export function labelOf(piece: MarkedText, { start, end }: { readonly start: number; readonly end: number }): string {
  return plain(sliceText(piece, start, end)).replace(/^[[(（【]([^[\]()（）【】]*)[\])）】]$/u, '$1');
}

/** "A. Lee (NBU), B. Chen (Acme)", "A. Lee and B. Chen, NBU; C. Diaz, Acme" */
function areAffiliatedAuthors(text: string): boolean {
  const places = [...text.matchAll(BRACKETED)].map(([, place = '']) => place);
  if (places.length === 0) return text.includes(';') && (readAuthorPairs(text)?.institutions.length ?? 0) > 0;
  const names = text.replace(BRACKETED, '').replace(/[\s,.;]+$/u, '');
  return (
    (isPersonName(names) || isAuthorList(names)) &&
    places.every((place) => !isVenue(place) && areInstitutions(place, { isUsual: true }))
  );
}

const BRACKETED = /\s*[(（]([^()（）]*)[)）]/gu;

function isBy(text: string): boolean {
  const name = /^by\s+(.+?)\.?$/iu.exec(text)?.[1];
  return name !== undefined && (isPersonName(name) || isAuthorList(name));
}

/** Adds what a passage of a known kind says. */
export function takePiece(builder: RecordBuilder, kind: Exclude<PieceKind, null>, piece: MarkedText): void {
  const text = trimmed(piece);
  if (kind === 'links') builder.links(readLinks(piece, builder.record.position));
  else if (kind === 'standing') builder.remark(text);
  else if (kind === 'year') builder.year(onlyYear(text) ?? citedYear(text));
  else if (kind === 'venue') takeVenue(builder, piece, text);
  else if (kind === 'institutions') builder.institutionsFrom([text]);
  else if (kind === 'authors') {
    const { authors, institutions, placeholders } = readPeople(text);
    builder.authors(authors);
    builder.institutions({ names: institutions, placeholders });
  }
}

/** Authors, with their institutions where the text says them. */
function readPeople(text: string): AffiliatedAuthors {
  if (/[(（]/u.test(text)) return readAffiliatedAuthors(text);
  return readAuthorPairs(text) ?? { authors: readAuthors(text), institutions: [], placeholders: [] };
}

/** What a badge says: a place of publication ("CVPR 2023"), or an award. */
export function takeBadge(address: string, builder: RecordBuilder): void {
  const texts = textsOfBadge(address);
  const venue = texts.find(isVenue);
  if (venue !== undefined) takeStatedVenue(builder, venue);
  const award = texts.find((text) => text !== venue && readStanding(text).rest === null);
  if (venue === undefined && award !== undefined) builder.remark(award);
}

/** A place of publication, with the track or award that may stand behind it. */
export function takeStatedVenue(builder: RecordBuilder, text: string): void {
  const parted = partStanding(statedVenue(text));
  builder.venue(parted?.place ?? statedVenue(text));
  if (parted) builder.remark(parted.standing);
}

/** A venue's own link leads to the conference; where it leads to a paper, that is the row's paper. */
function takeVenue(builder: RecordBuilder, piece: MarkedText, text: string): void {
  takeStatedVenue(builder, text);
  const { links } = readLinks(piece, builder.record.position);
  builder.links({ links: links.filter(({ kind }) => kind === 'PAPER' || kind === 'PDF') });
}
