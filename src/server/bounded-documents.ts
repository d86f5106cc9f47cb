import { NoSchemaIntrospectionCustomRule, validate } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { boundedParse } from '../graphql/bounds/bounded-parse.ts';
import { limits } from '../graphql/limits.ts';

/** Has queries read and validated within their bounds; without introspection, if the server is not to tell its schema. */
export function boundedDocuments({ introspection }: { readonly introspection: boolean }): Plugin {
  return {
    onParse: ({ setParseFn }) => setParseFn(boundedParse),
    onValidate: ({ setValidationFn, addValidationRule }) => {
      if (!introspection) addValidationRule(NoSchemaIntrospectionCustomRule);
      setValidationFn((schema, document, rules, typeInfo) =>
        validate(schema, document, rules, { maxErrors: limits.validationErrors }, typeInfo),
      );
    },
  };
}
