import { grouped } from './grouped.ts';
import { comparableName } from './institution-index.ts';
import { isWrittenAsAcronym, type Organization, type OrganizationName } from './organization.ts';

/** Organisations as they were looked up. */
export class Registry {
  readonly #byRor = new Map<string, Organization>();
  readonly #named: ReadonlyMap<string, readonly OrganizationName[]>;

  constructor(organizations: readonly Organization[], names: readonly OrganizationName[]) {
    for (const each of organizations) {
      const other = this.#byRor.get(each.ror);
      if (!other || isLater(each, other)) this.#byRor.set(each.ror, each);
    }
    this.#named = grouped(names, ({ name }) => name);
  }

  get organizations(): readonly Organization[] {
    return [...this.#byRor.values()];
  }

  /** The organisation that an id stands for now; undefined where it is not there, or was withdrawn without a successor. */
  standing(ror: string): Organization | undefined {
    const visited = new Set<string>();
    let organization = this.#byRor.get(ror);
    while (organization?.successor && !visited.has(organization.ror)) {
      visited.add(organization.ror);
      const next = this.#byRor.get(organization.successor);
      if (next === undefined) break;
      organization = next;
    }
    return organization?.status === 'WITHDRAWN' ? undefined : organization;
  }

  /** The organisations whose full name this is; of one name that to which all others belong. */
  named(comparable: string): readonly Organization[] {
    return this.#headOf(comparable) ?? this.#allNamed(comparable);
  }

  /** Whether a full name means one organisation that could be one of several branches. */
  namesBranch(comparable: string): boolean {
    const [only, ...others] = this.#allNamed(comparable);
    return only !== undefined && others.length === 0 && only.isBranch;
  }

  #allNamed(comparable: string): readonly Organization[] {
    const rors = (this.#named.get(comparable) ?? []).filter(({ isAcronym }) => !isAcronym).map(({ ror }) => ror);
    return this.#standing(rors).filter((organization) => isNamed(organization, comparable));
  }

  #headOf(comparable: string): readonly Organization[] | undefined {
    const found = this.#allNamed(comparable);
    if (found.length < 2) return undefined;
    const head = found.filter(
      ({ name, ror }) =>
        comparableName(name) === comparable && found.every((other) => other.ror === ror || other.parents.includes(ror)),
    );
    return head.length === 1 ? head : undefined;
  }

  withAcronym(comparable: string): readonly Organization[] {
    const rows = (this.#named.get(comparable) ?? []).filter(({ isAcronym }) => isAcronym);
    return this.#standing(rows.map(({ ror }) => ror));
  }

  #standing(rors: readonly string[]): readonly Organization[] {
    const found = new Set(rors.flatMap((ror) => this.standing(ror) ?? []));
    return [...found].sort((a, b) => (a.ror < b.ror ? -1 : 1));
  }
}

function isLater(one: Organization, other: Organization): boolean {
  if (one.modified !== other.modified) return one.modified > other.modified;
  return JSON.stringify(one) < JSON.stringify(other);
}

/** One word names an organisation only where the registry shows it under that word, and not as an acronym. */
function isNamed({ name }: Organization, comparable: string): boolean {
  return comparable.includes(' ') || (comparableName(name) === comparable && !isWrittenAsAcronym(name));
}
