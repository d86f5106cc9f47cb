import { slug } from '../text.ts';
import type { ConferenceAliases } from './alias-table.ts';
import { conferenceIndex } from './conference-index.ts';
import { findConference } from './conference-names.ts';
import type { ConferenceFacts } from './facts.ts';
import { comparableName } from './institution-index.ts';

/** The built-in series as alias files change them, and those that only the files know; none where no file names any. */
export function conferencesWith(stated: readonly ConferenceAliases[]): readonly ConferenceFacts[] {
  if (stated.length === 0) return [];
  const byKey = new Map(conferenceIndex().byKey);
  const changed = new Map<string, ConferenceFacts>();
  for (const { acronym, name, aliases, kind } of stated) {
    const found = findConference(acronym);
    const base = (found && changed.get(found.key)) ?? found ?? changed.get(slug(acronym));
    const key = base?.key ?? slug(acronym);
    changed.set(key, {
      key,
      acronym,
      name: name ?? base?.name ?? null,
      aliases: [
        ...new Set([...(base && base.acronym !== acronym ? [base.acronym] : []), ...aliases, ...(base?.aliases ?? [])]),
      ],
      kind: kind ?? base?.kind ?? 'CONFERENCE',
      parentKey: base?.parentKey ?? null,
    });
    byKey.delete(key);
  }
  const settled = new Set(
    [...changed.values()].flatMap((facts) => [facts.acronym, ...facts.aliases]).map(comparableName),
  );
  // The later of two with one name is found, so what the files say comes last.
  const others = [...byKey.values()].map((facts) => ({
    ...facts,
    aliases: facts.aliases.filter((alias) => !settled.has(comparableName(alias))),
  }));
  return [...others, ...changed.values()];
}
