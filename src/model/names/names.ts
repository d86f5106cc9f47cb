import {
  conferenceByKey,
  type FindConference,
  findConference,
  readVenue,
  type VenueReading,
} from './conference-names.ts';
import { type DescribedNames, noDescribedNames } from './described-names.ts';
import type { ConferenceFacts, InstitutionFacts, StatedFacts } from './facts.ts';
import { comparableName, institutionIndex, type NameReading, readInstitutionName } from './institution-index.ts';
import { institutionByKey } from './institution-names.ts';
import { type KnownName, type NearNames, namesNear } from './near-names.ts';
import { remembered } from './remembered.ts';

/** What names mean: the built-in tables, and what users and registries add to them. A value, so that what uses it is pure. */
export interface Names {
  readonly readInstitution: (statedAs: string) => NameReading;
  readonly institutionByKey: (key: string) => InstitutionFacts | undefined;
  /** @param ror - a full ROR address */
  readonly institutionByRor: (ror: string) => InstitutionFacts | undefined;
  readonly readVenue: (stated: string) => VenueReading;
  readonly findConference: FindConference;
  readonly conferenceByKey: (key: string) => ConferenceFacts | undefined;
  /** What a text that names no known institution may mean. */
  readonly institutionsNear: (statedAs: string) => NearNames;
  /**
   * What alias files, registers and data sets state of an institution of the built-in table, which it only fills in. Of the node,
   * not of what names mean: those are read by the tables' own countries, so that no data set changes how lists are read.
   */
  readonly statedOf: (key: string) => StatedFacts | undefined;
  /** Things that data sets name by id. */
  readonly described: DescribedNames;
}

/** The built-in tables alone. */
export const builtInNames: Names = {
  readInstitution: readInstitutionName,
  institutionByKey,
  institutionByRor: (ror) => institutionIndex().byRor.get(ror),
  readVenue,
  findConference,
  conferenceByKey,
  institutionsNear: remembered((statedAs) => namesNear(comparableName(statedAs), builtInKnownNames())),
  statedOf: () => undefined,
  described: noDescribedNames,
};

let known: readonly KnownName[] | undefined;

/** Every name and alias of the built-in tables that means one institution. */
export function builtInKnownNames(): readonly KnownName[] {
  known ??= [...institutionIndex().byName].flatMap(([comparable, { candidates }]) => {
    const [only] = candidates;
    return only && candidates.length === 1 ? [{ comparable, means: only.name }] : [];
  });
  return known;
}
