import type { RecordText } from '../importers/names/json-records.ts';
import { type RorRecord, readRorRecord } from '../importers/names/ror-record.ts';
import { cyclesIn } from '../model/cycles.ts';
import { FewProblems } from '../model/few-problems.ts';
import { comparableName } from '../model/names/institution-index.ts';
import { nearKey } from '../model/names/near-names.ts';
import type { Organization } from '../model/names/organization.ts';
import type { Problem, ProblemSeverity } from '../model/problem.ts';
import type { OrganizationToWrite } from '../store/name-table-queries.ts';

interface Place {
  readonly number: number;
  readonly line: number;
}

/**
 * Reads the records of a register one by one, and at the end tells what they show together. Of each record it keeps its
 * id, its place and what it points to.
 */
export class RegisterReading {
  readonly #path: string;
  readonly #seen = new Map<string, Place>();
  readonly #parents = new Map<string, readonly string[]>();
  readonly #successors = new Map<string, string>();
  readonly #problems = new FewProblems();
  recordCount = 0;
  organizationCount = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** The organisation of a record, with the names that it is looked up by; null where the record gives none. */
  read({ text, number, line }: RecordText): OrganizationToWrite | null {
    this.recordCount += 1;
    const place = { number, line };
    const record = this.#parse(text, place);
    if (record === null) return null;
    const { organization, successors, defects } = record;
    const { ror } = organization;
    const first = this.#seen.get(ror);
    if (first) {
      this.#tell(
        place,
        'ROR_DUPLICATE_ID',
        'WARNING',
        `${ror} stands a second time; record ${first.number} was taken`,
        [first],
      );
      return null;
    }
    this.#seen.set(ror, place);
    for (const defect of defects)
      this.#tell(place, 'ROR_FIELD_UNREADABLE', 'WARNING', `${ror}: ${defect}; the rest was taken`);
    this.#tellStatus(organization, successors, place);
    if (organization.status === 'WITHDRAWN' && organization.successor === null) return null;
    if (organization.parents.length > 0) this.#parents.set(ror, organization.parents);
    if (organization.successor !== null) this.#successors.set(ror, organization.successor);
    this.organizationCount += 1;
    return { organization, names: namesOf(organization), line };
  }

  /** Parents that are to be written again: those that lie on a cycle are left out. */
  endParents(): readonly { readonly ror: string; readonly parents: readonly string[] }[] {
    this.#tellOutside();
    this.#tellSuccessors();
    return cyclesIn(this.#parents).flatMap((knot) => {
      const places = knot.flatMap((ror) => this.#seen.get(ror) ?? []);
      const [first, ...others] = places;
      if (first) {
        const message = `${knot.join(', ')} belong to each other in a circle; none of these memberships was taken`;
        this.#tell(first, 'ROR_PARENT_CYCLE', 'WARNING', message, others);
      }
      return knot.map((ror) => ({
        ror,
        parents: (this.#parents.get(ror) ?? []).filter((parent) => !knot.includes(parent)),
      }));
    });
  }

  /** Everything that was told, in the order of lines. */
  problems(): readonly Problem[] {
    return [...this.#problems.asFound()].sort(
      (a, b) => a.position.line - b.position.line || (a.message < b.message ? -1 : 1),
    );
  }

  #parse(text: string, place: Place): RorRecord | null {
    const read = parsed(text);
    if (typeof read !== 'string') return read;
    this.#tell(place, 'ROR_RECORD_UNREADABLE', 'ERROR', `${read}; the record was left out`);
    return null;
  }

  #tellStatus({ ror, name, status, successor }: Organization, successors: readonly string[], place: Place): void {
    if (status === 'ACTIVE' && successors.length === 0) return;
    const became =
      successor === null
        ? successors.length === 0
          ? 'without a successor'
          : `and became several: ${successors.join(', ')}`
        : `and became ${successor}`;
    const then =
      successor !== null
        ? 'its names lead there'
        : status === 'WITHDRAWN'
          ? 'it was left out'
          : 'its names stay its own';
    const code = status === 'WITHDRAWN' ? 'ROR_WITHDRAWN' : 'ROR_INACTIVE';
    const said = status === 'ACTIVE' ? 'is active' : `is ${status.toLowerCase()}`;
    this.#tell(place, code, 'NOTE', `"${name}" (${ror}) ${said} ${became}; ${then}`);
  }

  #tellOutside(): void {
    const outside = [...this.#parents].filter(([, parents]) => parents.some((ror) => !this.#seen.has(ror)));
    const [first] = outside;
    const place = first && this.#seen.get(first[0]);
    if (!place) return;
    const message = `${outside.length} records belong to organisations that the file does not have, this one to ${first[1].find((ror) => !this.#seen.has(ror))}; these memberships are left out`;
    this.#tell(place, 'ROR_PARENT_UNKNOWN', 'NOTE', message);
  }

  #tellSuccessors(): void {
    const outside = [...this.#successors].filter(([, successor]) => !this.#seen.has(successor));
    const [first] = outside;
    const place = first && this.#seen.get(first[0]);
    if (place) {
      const message = `${outside.length} records became organisations that the file does not have, this one ${first[1]}; the names of withdrawn ones lead nowhere, inactive ones keep theirs`;
      this.#tell(place, 'ROR_SUCCESSOR_UNKNOWN', 'NOTE', message);
    }
    for (const knot of cyclesIn(new Map([...this.#successors].map(([ror, successor]) => [ror, [successor]])))) {
      const [first, ...others] = knot.flatMap((ror) => this.#seen.get(ror) ?? []);
      if (first)
        this.#tell(
          first,
          'ROR_SUCCESSOR_CYCLE',
          'WARNING',
          `${knot.join(', ')} became each other in a circle; each keeps its names`,
          others,
        );
    }
  }

  #tell(
    { number, line }: Place,
    code: string,
    severity: ProblemSeverity,
    said: string,
    others: readonly Place[] = [],
  ): void {
    this.#problems.add({
      code,
      severity,
      message: `record ${number}: ${said}`,
      suggestion: null,
      position: { path: this.#path, line },
      related: others.map((other) => ({ path: this.#path, line: other.line })),
    });
  }
}

function parsed(text: string): RorRecord | string {
  try {
    return readRorRecord(JSON.parse(text));
  } catch (error) {
    return `expected a record in JSON, but it does not parse (${error instanceof Error ? error.message : error})`;
  }
}

/** Longer names are sentences; nothing that a list says is compared with them. */
const longestName = 200;

/** Each name once; a full name that is an acronym too is a full name. */
function namesOf({ ror, name, aliases, acronyms }: Organization): OrganizationToWrite['names'] {
  const full = comparables([name, ...aliases]);
  const short = comparables(acronyms).filter((each) => !full.includes(each));
  return [
    ...full.map((each) => ({ name: each, ror, isAcronym: false, nearKey: nearKey(each) })),
    ...short.map((each) => ({ name: each, ror, isAcronym: true, nearKey: null })),
  ];
}

function comparables(names: readonly string[]): readonly string[] {
  const short = names.filter((name) => name.length <= longestName).map(comparableName);
  return [...new Set(short)].filter((name) => name !== '');
}
