import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  print,
  visit,
} from 'graphql';
import { type CountedField, dearestField, type Page, type QueryCost, type Question, queryCost } from './query-cost.ts';

/** Each step measures the query again, so a query that needs more is told no smaller one. */
const maxSteps = 40;

/**
 * The text of a query like this one that costs at most the limit, for the same variables: step by step, pages as
 * large as the largest above the dearest field are halved, and where that has none to be smaller, it is left out. Undefined where that
 * takes too many steps, or leaves nothing.
 */
export function smallerQuery(question: Question, limit: number): string | undefined {
  let { document } = question;
  for (let step = 0; step < maxSteps; step += 1) {
    const operation = operationOf(document, question.operation);
    if (!operation) return undefined;
    const cost = queryCost({ ...question, document, operation });
    if (cost.total <= limit) return print(withoutUnused(document, operation));
    const dearest = dearestField(cost);
    if (!dearest) return undefined;
    document = changed(document, cost, dearest);
  }
  return undefined;
}

function operationOf({ definitions }: DocumentNode, { name }: OperationDefinitionNode) {
  return definitions.find(
    (each): each is OperationDefinitionNode =>
      each.kind === Kind.OPERATION_DEFINITION && each.name?.value === name?.value,
  );
}

function changed(document: DocumentNode, { fields }: QueryCost, { node, pages }: CountedField): DocumentNode {
  const largest = Math.max(...pages.map(({ size }) => size), 1);
  if (largest === 1) return replaced(document, new Map([[node, null]]));
  const asLarge = fields.flatMap((field) => field.pages).filter(({ size }) => size >= largest);
  return replaced(document, new Map(asLarge.map((page) => [page.node, withPageSize(page)])));
}

/** Fields give way to others, or to none; a selection that would be empty asks for the type's name instead. */
function replaced(document: DocumentNode, latter: ReadonlyMap<FieldNode, FieldNode | null>): DocumentNode {
  return visit(document, {
    Field: (node) => latter.get(node),
    SelectionSet: {
      leave: (set) => (set.selections.length > 0 ? undefined : { ...set, selections: [typeName] }),
    },
  });
}

const typeName: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

function withPageSize({ node, size }: Page): FieldNode {
  const stated = node.arguments ?? [];
  const name = stated.some((argument) => argument.name.value === 'last') ? 'last' : 'first';
  const argument: ArgumentNode = {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: name },
    value: { kind: Kind.INT, value: String(Math.floor(size / 2)) },
  };
  return { ...node, arguments: [...stated.filter((each) => !['first', 'last'].includes(each.name.value)), argument] };
}

/** Leaves out what nothing uses any more, which validation would refuse: fragments, variables, other operations. */
function withoutUnused(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const spread = new Set<string>();
  const variables = new Set<string>();
  const look = (node: Parameters<typeof visit>[0]) =>
    visit(node, {
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (!fragment || spread.has(name.value)) return;
        spread.add(name.value);
        look(fragment);
      },
      Variable: ({ name }) => void variables.add(name.value),
      VariableDefinition: () => false,
    });
  look(operation);
  const definitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    variables.has(variable.name.value),
  );
  return {
    ...document,
    definitions: [
      { ...operation, variableDefinitions: definitions },
      ...[...fragments.values()].filter(({ name }) => spread.has(name.value)),
    ],
  };
}
