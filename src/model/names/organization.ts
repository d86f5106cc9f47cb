import type { InstitutionKind } from './facts.ts';

/**
 * An organisation of a registry (ROR, https://ror.org). It extends the table of names and is no institution of the graph
 * until a listing names it.
 */
export interface Organization {
  /** Full ROR address. */
  readonly ror: string;
  /** The name that the registry shows, without the country that it puts behind companies' names. */
  readonly name: string;
  /**
   * The register shows it with its country ("Example Works (Australia)"): others of its name may be elsewhere, so that
   * the name alone does not mean it.
   */
  readonly isBranch: boolean;
  /** Other full names: labels and aliases. */
  readonly aliases: readonly string[];
  readonly acronyms: readonly string[];
  readonly kind: InstitutionKind | null;
  readonly countryCode: string | null;
  readonly homepage: string | null;
  /** ROR addresses of the organisations that it belongs to, sorted. */
  readonly parents: readonly string[];
  /** Inactive organisations that became no other one keep their names. */
  readonly status: 'ACTIVE' | 'INACTIVE' | 'WITHDRAWN';
  /** The one organisation that it became, to which its names lead, or null. */
  readonly successor: string | null;
  /** When the registry last changed it, ISO 8601, "" where it does not say: of two registers the later is right. */
  readonly modified: string;
}

/** A name under which an organisation is looked up. */
export interface OrganizationName {
  /** As `comparableName` gives it. */
  readonly name: string;
  readonly ror: string;
  /** Acronyms never name an organisation alone. */
  readonly isAcronym: boolean;
}

const acronym = /^[\p{Lu}\d][\p{Lu}\d&.-]{0,5}$/u;

/** Whether a name is written as an acronym, such as "ICT" or "U.S.": such names are shared by too many. */
export function isWrittenAsAcronym(name: string): boolean {
  return acronym.test(name.trim());
}
