import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
import './types/author.ts';
import './types/co-authorship.ts';
import './types/collaboration.ts';
import './types/conference.ts';
import './types/facets.ts';
import './types/institution.ts';
import './types/links.ts';
import './types/paper.ts';
import './types/problem.ts';
import './types/search.ts';
import './types/similar-papers.ts';
import './types/source.ts';
import './types/stats.ts';
import './types/suggestions.ts';
import './types/topic.ts';

/** The whole API. `schema/schema.graphql` is printed from it. */
export const schema: GraphQLSchema = builder.toSchema();
