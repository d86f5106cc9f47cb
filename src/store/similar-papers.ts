import { type PaperThing, rarestThings, type ScoredPaper, type SharedKind, scored } from '../model/similarity.ts';
import { defineQuery } from './define-query.ts';
import type { GraphStore } from './graph-store.ts';
import { int, list, text, word } from './values.ts';

const texts = list(text);
const kind = word('AUTHOR', 'REFERENCE', 'TOPIC', 'INSTITUTION');
const things = { authors: texts, references: texts, topics: texts, institutions: texts };
const thingsOfPaper = defineQuery('similar/things', { params: { key: text }, row: { kind, key: text, degree: int } });
const papersByThing = defineQuery('similar/candidates', { params: things, row: { kind, key: text, paperKeys: texts } });
const sharedThings = defineQuery('similar/shared', {
  params: { keys: texts, ...things },
  row: { kind, paperKey: text, keys: texts },
});

/** Papers that are compared in all that they share, of those that share something rare. */
const mostCompared = 100;

/**
 * The papers most like one, with all that each shares with it. They are looked for by what few papers have; what many have
 * counts where it is shared, and leads nowhere.
 *
 * @param limit - at most 100
 */
export async function similarPapers(store: GraphStore, key: string, limit: number): Promise<readonly ScoredPaper[]> {
  const own = await store.run(thingsOfPaper, { key });
  const byName = new Map(own.map((thing) => [nameOf(thing), thing]));
  const known = (found: { readonly kind: SharedKind; readonly key: string }) => byName.get(nameOf(found));
  const candidates = new Map<string, PaperThing[]>();
  for (const { paperKeys, ...thing } of await store.run(papersByThing, keysOf(rarestThings(own)))) {
    for (const paperKey of paperKeys) if (paperKey !== key) add(candidates, paperKey, known(thing));
  }
  const compared = scored(candidates).slice(0, mostCompared);
  const shared = new Map<string, PaperThing[]>();
  const rows = await store.run(sharedThings, { keys: compared.map((paper) => paper.key), ...keysOf(own) });
  for (const { kind: sharedKind, paperKey, keys } of rows) {
    for (const each of keys) add(shared, paperKey, known({ kind: sharedKind, key: each }));
  }
  return scored(shared).slice(0, limit);
}

function nameOf(thing: { readonly kind: SharedKind; readonly key: string }): string {
  return `${thing.kind} ${thing.key}`;
}

function keysOf(some: readonly PaperThing[]) {
  const of = (wanted: SharedKind) => some.filter((thing) => thing.kind === wanted).map(({ key }) => key);
  return { authors: of('AUTHOR'), references: of('REFERENCE'), topics: of('TOPIC'), institutions: of('INSTITUTION') };
}

function add(to: Map<string, PaperThing[]>, paperKey: string, thing: PaperThing | undefined): void {
  const things = to.get(paperKey) ?? [];
  if (thing) things.push(thing);
  to.set(paperKey, things);
}
