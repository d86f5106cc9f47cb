import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { InputError } from '../../model/errors.ts';
import { limits } from '../limits.ts';

/** What the text of a query says of its size, with each fragment counted wherever it is spread. */
export interface DocumentSize {
  readonly selections: number;
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
}

const nothing: DocumentSize = { selections: 0, depth: 0, aliases: 0, directives: 0 };

const bounds = [
  ['selections', 'TOO_MANY_SELECTIONS', 'fields and fragments', 'Ask in several requests.'],
  ['depth', 'QUERY_TOO_DEEP', 'levels of fields', 'Ask for the inner fields in a request of their own, by key or id.'],
  ['aliases', 'TOO_MANY_ALIASES', 'aliases', 'Ask in several requests, or with a filter that takes a list.'],
  ['directives', 'TOO_MANY_DIRECTIVES', 'directives', 'Leave out what the query does not need instead.'],
] as const;

/**
 * Refuses a query for its size, before it is validated: some rules of validation take time that grows with its square.
 * @throws InputError TOO_MANY_SELECTIONS, QUERY_TOO_DEEP, TOO_MANY_ALIASES, TOO_MANY_DIRECTIVES
 */
export function checkDocumentSize(document: DocumentNode): void {
  const size = documentSize(document);
  for (const [bound, code, what, advice] of bounds) {
    if (size[bound] <= limits[bound]) continue;
    throw new InputError(code, `query: expected at most ${limits[bound]} ${what}, but found ${size[bound]}. ${advice}`);
  }
}

/**
 * The size of the largest operation in each respect. Time grows with the text alone: each fragment is measured once. A
 * fragment within itself, which validation refuses, counts nothing.
 */
export function documentSize({ definitions }: DocumentNode): DocumentSize {
  const fragments = new Map(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
  );
  const known = new Map<string, DocumentSize>();
  let largest = nothing;
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const { directives, variableDefinitions, selectionSet } = definition;
    const onVariables = (variableDefinitions ?? []).reduce((sum, each) => sum + (each.directives?.length ?? 0), 0);
    const size = sizeOfSet(selectionSet, fragments, known);
    largest = maximum(largest, {
      ...size,
      directives: size.directives + onVariables + (directives?.length ?? 0),
    });
  }
  return largest;
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function sizeOfSet(
  { selections }: SelectionSetNode,
  fragments: Fragments,
  known: Map<string, DocumentSize>,
): DocumentSize {
  return selections.map((each) => sizeOfSelection(each, fragments, known)).reduce(sum, nothing);
}

function sizeOfSelection(
  selection: SelectionNode,
  fragments: Fragments,
  known: Map<string, DocumentSize>,
): DocumentSize {
  const own = { ...nothing, selections: 1, directives: selection.directives?.length ?? 0 };
  if (selection.kind === Kind.FRAGMENT_SPREAD) return sum(own, sizeOfFragment(selection.name.value, fragments, known));
  const inner = selection.selectionSet ? sizeOfSet(selection.selectionSet, fragments, known) : nothing;
  if (selection.kind === Kind.INLINE_FRAGMENT) return sum(own, inner);
  const isIntrospection = selection.name.value.startsWith('__');
  const depth = 1 + (isIntrospection ? 0 : inner.depth);
  return { ...sum({ ...own, aliases: selection.alias ? 1 : 0 }, inner), depth };
}

function sizeOfFragment(name: string, fragments: Fragments, known: Map<string, DocumentSize>): DocumentSize {
  const found = known.get(name);
  const fragment = fragments.get(name);
  if (found || !fragment) return found ?? nothing;
  known.set(name, nothing);
  const inner = sizeOfSet(fragment.selectionSet, fragments, known);
  const size = { ...inner, directives: inner.directives + (fragment.directives?.length ?? 0) };
  known.set(name, size);
  return size;
}

function sum(a: DocumentSize, b: DocumentSize): DocumentSize {
  return {
    selections: a.selections + b.selections,
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
  };
}

function maximum(a: DocumentSize, b: DocumentSize): DocumentSize {
  return {
    selections: Math.max(a.selections, b.selections),
    depth: Math.max(a.depth, b.depth),
    aliases: Math.max(a.aliases, b.aliases),
    directives: Math.max(a.directives, b.directives),
  };
}
