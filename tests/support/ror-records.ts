/** A record of ROR in schema 2, shortened to what is read. */
export function rorRecord({
  id,
  name,
  country = 'US',
  countryName = 'United States',
  aliases = [],
  acronyms = [],
  type = 'education',
  parents = [],
  successors = [],
  status = 'active',
}: {
  readonly id: string;
  readonly name: string;
  readonly country?: string;
  readonly countryName?: string;
  readonly aliases?: readonly string[];
  readonly acronyms?: readonly string[];
  readonly type?: string;
  readonly parents?: readonly string[];
  readonly successors?: readonly string[];
  readonly status?: string;
}) {
  const related = (kind: string, ids: readonly string[]) =>
    ids.map((other) => ({ type: kind, id: `https://ror.org/${other}`, label: other }));
  return {
    id: `https://ror.org/${id}`,
    status,
    types: [type],
    links: [{ type: 'website', value: `https://${id}.example` }],
    locations: [{ geonames_details: { country_code: country, country_name: countryName } }],
    names: [
      { value: name, types: ['ror_display', 'label'], lang: 'en' },
      ...aliases.map((value) => ({ value, types: ['alias'], lang: null })),
      ...acronyms.map((value) => ({ value, types: ['acronym'], lang: null })),
    ],
    relationships: [...related('parent', parents), ...related('successor', successors)],
    admin: { last_modified: { date: '2026-01-02' } },
  };
}

/** The same record in schema 1. */
export function rorRecordOfSchema1(record: ReturnType<typeof rorRecord>) {
  const named = (type: string) => record.names.filter(({ types }) => types.includes(type)).map(({ value }) => value);
  const [place] = record.locations;
  return {
    id: record.id,
    status: record.status,
    types: record.types.map((type) => `${type.slice(0, 1).toUpperCase()}${type.slice(1)}`),
    links: record.links.map(({ value }) => value),
    country: place?.geonames_details,
    name: named('ror_display')[0],
    aliases: named('alias'),
    acronyms: named('acronym'),
    labels: [],
    relationships: record.relationships.map(({ type, ...rest }) => ({
      ...rest,
      type: `${type.slice(0, 1).toUpperCase()}${type.slice(1)}`,
    })),
  };
}
