import type {
  Described,
  DescribedAuthor,
  DescribedConference,
  DescribedInstitution,
  DescribedTopic,
} from '../../model/described.ts';
import { type ConferenceKind, type InstitutionKind, institutionKinds } from '../../model/names/facts.ts';
import type { Position } from '../../model/problem.ts';
import { collapse } from '../../model/text.ts';
import type { Fields } from './fields.ts';

/**
 * What OpenAlex says of institutions, sources, topics and authors, whether a record of its own says it or a work in passing.
 * https://docs.openalex.org/api-entities/institutions/institution-object and the pages beside it
 */

/** How a description is read: where it stands, and whether the record is about it. */
export interface DescribedPlace {
  readonly position: Position;
  readonly isOwnRecord: boolean;
}

/** Null where the object gives no id or no name. */
export function institutionIn(fields: Fields, place: DescribedPlace): DescribedInstitution | null {
  const named = namedIn(fields);
  if (!named) return null;
  const alternatives = [...fields.texts('display_name_alternatives'), ...fields.texts('display_name_acronyms')];
  return {
    about: 'INSTITUTION',
    ...named,
    ...place,
    aliases: distinct(alternatives, named.name),
    kind: institutionKind(fields.text('type')),
    countryCode: countryCode(fields.text('country_code')),
    ror: rorOf(fields.text('ror')),
    homepage: fields.text('homepage_url'),
  };
}

export function conferenceIn(fields: Fields, place: DescribedPlace): DescribedConference | null {
  const named = namedIn(fields);
  if (!named) return null;
  return {
    about: 'CONFERENCE',
    ...named,
    ...place,
    acronym: fields.text('abbreviated_title'),
    aliases: distinct(fields.texts('alternate_titles'), named.name),
    kind: conferenceKind(fields.text('type'), named.name),
  };
}

/** A topic with those that it is part of, the narrowest first: topic, subfield, field, domain. */
export function topicsIn(fields: Fields, place: DescribedPlace): readonly DescribedTopic[] {
  const chain = [fields, ...['subfield', 'field', 'domain'].flatMap((level) => fields.object(level) ?? [])];
  const named = chain.map(namedIn);
  return named.flatMap((each, index) => {
    if (!each) return [];
    const isOwnRecord = place.isOwnRecord && index === 0;
    return [{ about: 'TOPIC', ...each, ...place, isOwnRecord, broaderId: named[index + 1]?.id ?? null }];
  });
}

function authorIn(fields: Fields, place: DescribedPlace): DescribedAuthor | null {
  const named = namedIn(fields);
  return named && { about: 'AUTHOR', ...named, ...place, orcid: orcidOf(fields.text('orcid')) };
}

/** What a record of an institutions, sources, topics or authors file describes; the letter of its id tells which. */
export function describedBy(fields: Fields, position: Position): readonly Described[] {
  const place = { position, isOwnRecord: true };
  const one = (described: Described | null) => (described ? [described] : []);
  const kind = /\/(?:([ISTAV])\d+|(institutions|sources|venues|topics|authors)\/[^/]+)$/i.exec(fields.text('id') ?? '');
  const letter = (kind?.[1] ?? kind?.[2]?.charAt(0) ?? '').toUpperCase();
  if (letter === 'I') return one(institutionIn(fields, place));
  if (letter === 'S' || letter === 'V') return one(conferenceIn(fields, place));
  if (letter === 'T') return topicsIn(fields, place);
  return letter === 'A' ? one(authorIn(fields, place)) : [];
}

export function orcidOf(text: string | null): string | null {
  return /(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])/.exec(text ?? '')?.[1]?.toUpperCase() ?? null;
}

function namedIn(fields: Fields): { readonly id: string; readonly name: string } | null {
  const id = fields.text('id');
  const name = fields.text('display_name');
  return id === null || name === null ? null : { id, name: collapse(name) };
}

function distinct(names: readonly string[], own: string): readonly string[] {
  return [...new Set(names.map(collapse))].filter((name) => name !== own && name !== '');
}

const knownInstitutionKinds: ReadonlyMap<string, InstitutionKind> = new Map(
  institutionKinds.map((kind) => [kind.toLowerCase(), kind]),
);

function institutionKind(type: string | null): InstitutionKind | null {
  return type === null ? null : (knownInstitutionKinds.get(type.toLowerCase()) ?? 'OTHER');
}

function conferenceKind(type: string | null, name: string): ConferenceKind {
  const kind = conferenceKinds.get(type?.toLowerCase() ?? '') ?? 'OTHER';
  if (kind === 'CONFERENCE' && /\bworkshops?\b/i.test(name)) return 'WORKSHOP';
  // Repositories of universities and of data are called the same there.
  return type === 'repository' && /rxiv|preprint|\bssrn\b|research square/i.test(name) ? 'PREPRINT_SERVER' : kind;
}

const conferenceKinds: ReadonlyMap<string, ConferenceKind> = new Map([
  ['journal', 'JOURNAL'],
  ['conference', 'CONFERENCE'],
  ['book series', 'BOOK_SERIES'],
]);

function countryCode(code: string | null): string | null {
  return code !== null && /^[a-z]{2}$/i.test(code) ? code.toUpperCase() : null;
}

function rorOf(text: string | null): string | null {
  const id = /(0[a-z0-9]{6}\d{2})$/i.exec(text ?? '')?.[1];
  return id === undefined ? null : `https://ror.org/${id.toLowerCase()}`;
}
