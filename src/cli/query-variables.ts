import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isScalarType,
  type OperationDefinitionNode,
  parseValue,
  print,
  typeFromAST,
  valueFromASTUntyped,
} from 'graphql';
import { InputError } from '../model/errors.ts';
import { didYouMean } from './nearest.ts';

/**
 * Values of variables as stated, `name=value`, each read as its declared type asks: texts as they are; numbers; true and
 * false; filters as JSON or as GraphQL writes them; a list as its items one by one, or whole in brackets. `null` is null,
 * except for a text.
 * @throws InputError BAD_VARIABLE
 */
export function readVariables(
  stated: readonly string[],
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
): Record<string, unknown> {
  const declared = new Map(
    (operation.variableDefinitions ?? []).map(({ variable, type }) => [variable.name.value, type] as const),
  );
  const values: Record<string, unknown> = {};
  for (const text of stated) {
    const [, name = '', value = ''] = /^\$?(\w+)=(.*)$/s.exec(text) ?? [];
    const typeNode = declared.get(name);
    if (!typeNode) throw undeclared(name || text, [...declared.keys()]);
    const type = typeFromAST(schema, typeNode);
    // What the schema does not know, the server tells with its place in the query.
    if (!type || !isInputType(type)) values[name] = value;
    else values[name] = joined(values[name], read(value, getNullableType(type), name, print(typeNode)));
  }
  return values;
}

/** Items of a list that are stated one by one. */
function joined(former: unknown, latter: unknown): unknown {
  return Array.isArray(former) && Array.isArray(latter) ? [...former, ...latter] : latter;
}

function read(text: string, type: GraphQLInputType, name: string, declared: string): unknown {
  const bad = () =>
    new InputError('BAD_VARIABLE', `--var ${name}: expected a value of the type ${declared}, but found "${text}".`);
  if (isListType(type)) {
    if (text === 'null') return null;
    return text.trimStart().startsWith('[')
      ? literal(text, bad)
      : [read(text, getNullableType(type.ofType), name, declared)];
  }
  if (isScalarType(type) && !['Int', 'Float', 'Boolean'].includes(type.name)) return text;
  if (text === 'null') return null;
  if (isEnumType(type)) return text;
  if (isInputObjectType(type)) return literal(text, bad);
  const value = literal(text, bad);
  if (typeof value !== (isScalarType(type) && type.name === 'Boolean' ? 'boolean' : 'number')) throw bad();
  return value;
}

/** JSON, or a value as GraphQL writes it. */
function literal(text: string, bad: () => InputError): unknown {
  try {
    return JSON.parse(text);
  } catch {
    try {
      return valueFromASTUntyped(parseValue(text));
    } catch {
      throw bad();
    }
  }
}

function undeclared(name: string, declared: readonly string[]): InputError {
  const expected = declared.length > 0 ? `one of ${declared.join(', ')}` : 'none, since the query has no variables';
  return new InputError('BAD_VARIABLE', `--var ${name}: expected ${expected}.${didYouMean(name, declared)}`);
}
