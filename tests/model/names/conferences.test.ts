import { describe, expect, test } from 'vitest';
import { distinguishingWords } from '../../../src/model/names/conference-index.ts';
import { conferenceByKey, findConference, readVenue, seriesNamed } from '../../../src/model/names/conference-names.ts';
import { conferences } from '../../../src/model/names/conferences.ts';
import { fold, slug } from '../../../src/model/text.ts';

describe('the table of conferences', () => {
  test('has keys that are slugs of acronyms, each once, in their order', () => {
    const keys = conferences.map(({ key }) => key);
    expect(keys).toEqual(conferences.map(({ acronym }) => slug(acronym)));
    expect(keys).toEqual([...new Set(keys)].sort());
  });

  test('gives no name to two series, and knows every parent', () => {
    const owners = new Map<string, string>();
    for (const { key, acronym, name, aliases, parentKey } of conferences) {
      const names = [acronym, ...(name ? [name] : []), ...aliases];
      for (const folded of new Set(names.map(fold))) {
        expect(owners.get(folded) ?? key).toBe(key);
        owners.set(folded, key);
      }
      if (parentKey !== null) expect(conferenceByKey(parentKey)?.key).toBe(parentKey);
    }
  });

  test('has one pair of series that words alone do not tell apart, so that those words name neither', () => {
    const owners = new Map<string, Set<string>>();
    for (const { key, acronym, name, aliases } of conferences) {
      for (const words of [acronym, name ?? '', ...aliases].map(distinguishingWords)) {
        owners.set(words, (owners.get(words) ?? new Set()).add(key));
      }
    }
    owners.delete('');
    expect([...owners].filter(([, keys]) => keys.size > 1).map(([words, keys]) => [words, ...keys])).toEqual([
      ['information security conference', 'ifip-sec', 'information-security-conference'],
    ]);
    expect(findConference('13th Annual Information Security Conference')).toBeUndefined();
  });

  test('an acronym that is a word names its series where a place of publication stands, and nowhere else', () => {
    expect(['Networking', 'SAT', 'Performance'].map(findConference)).toEqual([undefined, undefined, undefined]);
    const keysOf = (venue: string) => readVenue(venue).series.map(({ key, facts }) => [key, facts?.kind]);
    expect(['Networking 2020', 'SAT', 'IFIP Networking 2021', 'ACM GROUP 2020'].map(keysOf)).toEqual([
      [['networking', 'CONFERENCE']],
      [['sat', 'CONFERENCE']],
      [['networking', 'CONFERENCE']],
      [['group', 'CONFERENCE']],
    ]);
  });

  test('of two series with one acronym the full name tells which is meant', () => {
    const keyOf = (acronym: string, name: string | null) => seriesNamed(acronym, name)?.key;
    expect(keyOf('FSE', 'Fast Software Encryption')).toBe('iacr-fse');
    expect(keyOf('FSE', 'ACM International Conference on the Foundations of Software Engineering')).toBe('fse');
    expect(keyOf('TCC', 'Theory of Cryptography Conference')).toBe('iacr-tcc');
    expect(keyOf('TCC', null)).toBe('tcc');
    expect(keyOf('HillConf', 'Conference on Hills')).toBe('hillconf');
    expect(keyOf('—', null)).toBeUndefined();
  });
});
