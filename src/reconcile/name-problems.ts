import type { Listing, PaperProblem } from '../model/graph.ts';
import { settleInstitution } from '../model/names/institution-names.ts';
import type { Names } from '../model/names/names.ts';
import type { Problem } from '../model/problem.ts';
import { collapse } from '../model/text.ts';

/**
 * What of a row's institutions is not sure: a name that no table knows, one that looks misspelt, one that several go by.
 * It follows from the row and the tables alone. Each name once, in the order stated.
 */
export function nameProblemsOf({ pageKey, record }: Listing, names: Names): readonly PaperProblem[] {
  const { institutions, position, shortName, title } = record;
  const paper = shortName ?? title;
  return institutions.flatMap((stated, index) => {
    if (institutions.indexOf(stated) < index) return [];
    const said = problemOf(
      stated,
      institutions.filter((_, place) => place !== index),
      names,
    );
    if (!said) return [];
    const message = paper === null ? said.message : `"${paper}": ${said.message}`;
    return [{ pageKey, problem: { ...said, message, position, related: [] } }];
  });
}

type Said = Omit<Problem, 'position' | 'related'>;

function problemOf(stated: string, alongside: readonly string[], names: Names): Said | null {
  const { candidates, isBranch = false } = names.readInstitution(stated);
  const name = collapse(stated);
  if (candidates.length === 0) return unknownName(name, names);
  const { facts, by } = settleInstitution(stated, { alongside, read: names.readInstitution });
  if (by === 'NAME' || by === 'COUNTRY') return null;
  const meanings = joined(
    candidates.map((each) => `${each.name}${each.countryCode === null ? '' : ` (${each.countryCode})`}`),
  );
  if (isBranch) return newName(name, meanings);
  const code = 'AMBIGUOUS_INSTITUTION';
  const suggestion = 'Write the full name; or say what it means in an alias file, and import that with --aliases.';
  return facts
    ? { code, severity: 'NOTE', message: `"${name}" can mean ${meanings}; it was taken as ${facts.name}`, suggestion }
    : {
        code,
        severity: 'WARNING',
        message: `"${name}" can mean ${meanings}; nothing in the row says which, so it stays as written`,
        suggestion,
      };
}

function unknownName(name: string, names: Names): Said | null {
  // Nothing is left of it that could be a key, so it is no institution either.
  if (!/[\p{L}\p{N}]/u.test(name)) return null;
  const { typoOf, nearest } = names.institutionsNear(name);
  if (typoOf !== null) {
    return {
      code: 'MISSPELT_INSTITUTION',
      severity: 'WARNING',
      message: `no table of names knows "${name}", which looks like a misspelling of "${typoOf}"; it stays as written`,
      suggestion: `Write "${typoOf}" if that is meant.`,
    };
  }
  return newName(name, joined(nearest));
}

function newName(name: string, nearest: string): Said {
  const near = nearest === '' ? '' : `; the nearest known names are ${nearest}`;
  return {
    code: 'NEW_INSTITUTION',
    severity: 'NOTE',
    message: `no table of names knows "${name}", so it is an institution of its own${near}`,
    suggestion:
      'Nothing needs to change if the name is right. If it is another name of a known institution, write that, or use an alias file.',
  };
}

function joined(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
