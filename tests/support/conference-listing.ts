import type { ConferenceListing, ConferenceRecord } from '../../src/model/graph.ts';

/** A listing about OSDI 2031, or about the series HillConf, that says what is given and nothing else. */
export function conferenceListing(
  sourceKey: string,
  line: number,
  record: Partial<ConferenceRecord>,
): ConferenceListing {
  const position = { path: 'page', line };
  const edition = { about: 'EDITION', name: 'OSDI 2031', dates: null, place: null, url: null, remarks: [], position };
  const series = { about: 'CONFERENCE', acronym: 'HillConf', fullName: null, ranks: [], position };
  const whole = record.about === 'CONFERENCE' ? { ...series, ...record } : { ...edition, ...record };
  return { key: `${sourceKey}#${line}`, sourceKey, pageKey: `${sourceKey}//page`, record: whole as ConferenceRecord };
}
