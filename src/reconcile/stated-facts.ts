import { byHostAndId, type Described, type DescribedInstitution } from '../model/described.ts';
import type { DescribedIds } from '../model/names/described-names.ts';
import type { StatedFacts } from '../model/names/facts.ts';
import { grouped } from '../model/names/grouped.ts';
import { builtInNames } from '../model/names/names.ts';

/**
 * What data sets state of institutions of the built-in table, by key and in the order of keys: those of which they say something
 * else than it, or what it leaves open. Where data sets differ, OpenAlex goes first, then the first by id.
 *
 * @param descriptions - one an id; see `mergedDescriptions`
 */
export function statedByDataSets(
  descriptions: readonly Described[],
  { institutions }: Pick<DescribedIds, 'institutions'>,
): ReadonlyMap<string, StatedFacts> {
  const described = descriptions.filter((each): each is DescribedInstitution => each.about === 'INSTITUTION');
  const groups = grouped([...described].sort(byHostAndId), ({ id }) => institutions.get(id)?.facts.key ?? '');
  const stated = [...groups].flatMap(([key, group]): readonly (readonly [string, StatedFacts])[] => {
    const builtIn = builtInNames.institutionByKey(key);
    // That it is of some other kind than those with a name says less than the table does.
    const kind = group.find((each) => each.kind !== null && each.kind !== 'OTHER')?.kind ?? null;
    const countryCode = group.find((each) => each.countryCode !== null)?.countryCode ?? null;
    const isOther =
      (kind !== null && kind !== builtIn?.kind) || (countryCode !== null && countryCode !== builtIn?.countryCode);
    return builtIn && isOther ? [[key, { kind, countryCode }]] : [];
  });
  return new Map(stated.sort(([a], [b]) => (a < b ? -1 : 1)));
}
