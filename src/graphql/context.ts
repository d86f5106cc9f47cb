import type DataLoader from 'dataloader';
import type { GraphQLSchema } from 'graphql';
import type { PaperFilter } from '../store/filters/filters.ts';
import { lookUpNames, type NameLookup } from '../store/filters/name-lookup.ts';
import type { GraphStore } from '../store/graph-store.ts';
import type { RelatedResult } from '../store/read/selection.ts';
import { UnknownNames } from './unknown-names.ts';

/** What one request works with. */
export interface Context {
  readonly store: GraphStore;
  /** The schema that the request is answered by; a function, since types of the schema refer to it. */
  readonly schema: () => GraphQLSchema;
  /** Relations are read inside their parent's statement; switched off, each is batched by keys instead. */
  readonly isInlined: boolean;
  /** One loader for each place in the request where a relation is batched. */
  readonly relationLoaders: Map<string, DataLoader<string, RelatedResult | undefined>>;
  /** Names that the request asks by and that nothing has, as far as it was answered. */
  readonly unknownNames: UnknownNames;
  /** Keys that the names in some filters stand for; the same filters are looked up once a request. */
  lookUp(filters: readonly PaperFilter[]): Promise<NameLookup>;
}

export function createContext(
  store: GraphStore,
  { schema, isInlined = true }: { schema: GraphQLSchema; isInlined?: boolean },
): Context {
  const lookups = new Map<string, Promise<NameLookup>>();
  const unknownNames = new UnknownNames();
  const lookUp = async (filters: readonly PaperFilter[]) => {
    const lookup = await lookUpNames(store, filters);
    for (const unknown of lookup.unknown) unknownNames.add(unknown);
    return lookup;
  };
  return {
    store,
    schema: () => schema,
    isInlined,
    relationLoaders: new Map(),
    unknownNames,
    lookUp: (filters) => {
      const said = JSON.stringify(filters);
      const known = lookups.get(said) ?? lookUp(filters);
      lookups.set(said, known);
      return known;
    },
  };
}
