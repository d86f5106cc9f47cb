import { type CanonicalInstitution, canonicalInstitution } from '../model/names/institution-names.ts';
import { builtInNames, type Names } from '../model/names/names.ts';
import type { SourceRecord } from '../model/source-record.ts';
import { collapse } from '../model/text.ts';

/** An institution as a row names it, and which one that is. */
export interface StatedInstitution extends CanonicalInstitution {
  readonly statedAs: string;
}

/** The institutions of a row in the order stated; its other institutions settle a name that several go by. */
export function institutionsStatedIn(
  { institutions }: SourceRecord,
  { readInstitution: read }: Names = builtInNames,
): readonly StatedInstitution[] {
  return institutions
    .map((stated, index) => {
      const alongside = institutions.filter((_, place) => place !== index);
      return { ...canonicalInstitution(stated, { alongside, read }), statedAs: collapse(stated) };
    })
    .filter(({ key }) => key !== '');
}
