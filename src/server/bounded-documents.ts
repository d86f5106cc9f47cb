import { validate } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { boundedParse } from '../graphql/bounds/bounded-parse.ts';
import { limits } from '../graphql/limits.ts';
import { withoutSuggestion } from './mask-error.ts';
import { withHint } from './schema-hints.ts';
import { untoldSchema } from './untold-schema.ts';

/** Has queries read and validated within their bounds; where a server is not to tell its schema, errors do not either. */
export function boundedDocuments({ introspection }: { readonly introspection: boolean }): Plugin {
  return {
    onParse: ({ setParseFn }) => setParseFn(boundedParse),
    onValidate: ({ setValidationFn, addValidationRule }) => {
      if (!introspection) addValidationRule(untoldSchema);
      setValidationFn((schema, document, rules, typeInfo) => {
        const errors = validate(schema, document, rules, { maxErrors: limits.validationErrors }, typeInfo);
        return errors.map(introspection ? withHint : withoutSuggestion);
      });
    },
  };
}
