import { GraphQLError } from 'graphql';
import type { InputError } from '../../model/errors.ts';

/** The status of a request that is not run: 400, except where a caller asks for plain JSON, which old clients expect with 200. */
export const badRequest = { status: 400, spec: true } as const;

/** A whole request that is refused, as its answer tells it. */
export function refusal({ code, message }: InputError): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: badRequest } });
}
