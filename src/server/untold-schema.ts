import { type ASTVisitor, GraphQLError, getNamedType, isIntrospectionType, type ValidationContext } from 'graphql';

/** Refuses to tell the schema, in one error that says what goes on working; graphql-js has one for each field that is asked for. */
export function untoldSchema(context: ValidationContext): ASTVisitor {
  let isReported = false;
  return {
    Field(node) {
      const type = getNamedType(context.getType());
      if (isReported || !type || !isIntrospectionType(type)) return;
      isReported = true;
      context.reportError(
        new GraphQLError(
          'This server does not tell its schema (--no-introspection), so GraphiQL has no documentation, explorer or completion. ' +
            'Queries work: those in the tabs, and those that schema/schema.graphql of Papergraph allows.',
          { nodes: node },
        ),
      );
    },
  };
}
