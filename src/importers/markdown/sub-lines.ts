import { factsOf, takeFacts } from './facts.ts';
import { areInstitutions, looksLikeInstitution } from './institutions.ts';
import { labelledLine, takeLabelled, takePeopleWithPlace } from './labelled-lines.ts';
import { linksOf, MAX_LINE, type MarkedText, plain } from './marked-text.ts';
import { withoutMarkers } from './markers.ts';
import { isPersonName } from './people.ts';
import { pieceKind, takeBadge, takePiece } from './pieces.ts';
import type { RecordBuilder } from './record-builder.ts';
import { isRunningText } from './running-text.ts';
import { takeLineOfFacts } from './slots.ts';

/**
 * Reads one line below a row's first: a fact where it states one, else a remark.
 *
 * @param isFirst - the list says institutions in its first lines, so that an unknown name there is one
 */
export function takeSubLine(written: MarkedText, builder: RecordBuilder, { isFirst = false } = {}): void {
  const line = withoutMarkers(written);
  if (line.text.length > MAX_LINE) {
    builder.remark(line.text);
    return;
  }
  for (const mark of line.marks) if (mark.kind === 'image') takeBadge(mark.url, builder);
  const labelled = labelledLine(line);
  if (labelled) {
    takeLabelled(labelled, builder);
    return;
  }
  const text = plain(line);
  if (line.marks.length === 0 && isRunningText(text)) {
    builder.remark(plain(written));
    return;
  }
  const { institutions, institutionsIncomplete, venue, authors } = builder.record;
  if (authors.length === 0 && takeAuthorsWithPlaces(line, builder)) return;
  if (institutions.length === 0 && !institutionsIncomplete && isInstitutionLine(line, isFirst)) {
    builder.institutionsFrom([text]);
    return;
  }
  if (takeLineOfFacts(line, builder)) return;
  const kind = pieceKind(line);
  const isNews =
    (kind === 'venue' && venue === null) || (kind === 'authors' && authors.length === 0) || kind === 'links';
  if (isNews || kind === 'standing') takePiece(builder, kind, line);
  else if (kind === 'year' && builder.record.year === null) takePiece(builder, kind, line);
  else if (text !== '') builder.remark(plain(written));
}

/** "A. Lee and B. Chen, NBU", "A. Lee, NBU; B. Chen, Acme", "A. Lee (NBU), B. Chen (Acme)": people with where they are. */
function takeAuthorsWithPlaces(line: MarkedText, builder: RecordBuilder): boolean {
  if (linksOf(line).length > 0) return false;
  const [people, ...others] = factsOf(line) ?? [];
  if (!people) return takePeopleWithPlace(line, builder);
  if (people.kind !== 'authors' || !/[,;(（]|\sand\s/u.test(people.piece.text)) return false;
  takeFacts([people, ...others], builder);
  return true;
}

/** Whether a line names institutions. Emphasis says that words are a remark or an award. */
export function isInstitutionLine(line: MarkedText, isUsual: boolean): boolean {
  if (line.text.length > MAX_LINE) return false;
  const isMarked = line.marks.some(({ kind }) => kind === 'strong' || kind === 'code');
  return !isMarked && areInstitutions(plain(line), { isUsual });
}

function isPerson(text = ''): boolean {
  return /;/u.test(text) || (isPersonName(text) && !looksLikeInstitution(text));
}

/** "A. Lee, NBU": one person with a place, in a list whose rows say authors first. False where the line says another thing. */
export function takeAuthorFirst(line: MarkedText, builder: RecordBuilder): boolean {
  const [name = '', place, ...others] = plain(line).split(/,\s+/u);
  if (!isPersonName(name) || others.length > 1 || [place, ...others].some((part) => isPerson(part))) return false;
  if (place !== undefined && !areInstitutions([place, ...others].join(', '), { isUsual: true })) return false;
  builder.authors([{ name, institutions: place === undefined ? [] : [place] }]);
  if (place !== undefined) builder.institutionsFrom([[place, ...others].join(', ')]);
  return true;
}
