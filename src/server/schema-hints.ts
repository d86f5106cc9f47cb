import { type GraphQLError, type GraphQLNamedType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { schema } from '../graphql/schema.ts';
import { reworded } from './reworded.ts';

/**
 * A mistake against the schema with what stands there instead: the fields of an input object, the arguments of a field.
 * graphql-js proposes a name only where one looks like what was written, and not the form of a value.
 */
export function withHint(error: GraphQLError): GraphQLError {
  const hint = error.message.includes('Did you mean') ? null : hintFor(error.message);
  return hint === null ? error : reworded(error, `${error.message} ${hint}`);
}

function hintFor(message: string): string | null {
  const [, wanted] =
    /Expected value of type "(\w+)!?", found (?!\{)/.exec(message) ??
    /Expected type "(\w+)!?" to be an object/.exec(message) ??
    [];
  if (wanted !== undefined) return fieldsHint(schema.getType(wanted), 'It is an object with');
  const [, holder] = /is not defined by type "(\w+)"/.exec(message) ?? [];
  if (holder !== undefined) return fieldsHint(schema.getType(holder), 'It has');
  const [, typeName = '', fieldName = ''] = /Unknown argument "\w+" on field "(\w+)\.(\w+)"/.exec(message) ?? [];
  const type = schema.getType(typeName);
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
  if (!field) return null;
  return field.args.length === 0 ? 'It has none.' : `It has ${listed(field.args.map(({ name }) => name))}.`;
}

function fieldsHint(type: GraphQLNamedType | undefined, begin: string): string | null {
  return isInputObjectType(type) ? `${begin} ${listed(Object.keys(type.getFields()))}.` : null;
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}
