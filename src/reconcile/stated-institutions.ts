import { type CanonicalInstitution, canonicalInstitution } from '../model/names/institution-names.ts';
import { builtInNames, type Names } from '../model/names/names.ts';
import type { SourceRecord } from '../model/source-record.ts';
import { collapse } from '../model/text.ts';

/** An institution as a row names it, and which one that is. */
export interface StatedInstitution extends CanonicalInstitution {
  readonly statedAs: string;
}

/** The institutions of a row in the order stated; its other institutions settle a name that several go by. */
export function institutionsStatedIn(record: SourceRecord, names: Names = builtInNames): readonly StatedInstitution[] {
  return [...describedIn(record, names), ...namedIn(record, names)];
}

/** Those that the row names by id, each once: its authors' in their order, then the paper's own. */
function describedIn(
  { authors, institutionIds = [] }: SourceRecord,
  { described }: Names,
): readonly StatedInstitution[] {
  const ids = [...authors.flatMap((author) => author.institutionIds ?? []), ...institutionIds];
  return [...new Set(ids)].flatMap((id) => {
    const found = described.institutions.get(id);
    return found
      ? [{ key: found.facts.key, name: found.facts.name, facts: found.facts, statedAs: found.statedAs }]
      : [];
  });
}

function namedIn({ institutions }: SourceRecord, { readInstitution: read }: Names): readonly StatedInstitution[] {
  return institutions
    .map((stated, index) => {
      const alongside = institutions.filter((_, place) => place !== index);
      return { ...canonicalInstitution(stated, { alongside, read }), statedAs: collapse(stated) };
    })
    .filter(({ key }) => key !== '');
}
