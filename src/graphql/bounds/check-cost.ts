import { GraphQLError } from 'graphql';
import { limits } from '../limits.ts';
import { dearestField, type Question, queryCost } from './query-cost.ts';
import { badRequest } from './refusal.ts';
import { smallerQuery } from './smaller-query.ts';

/**
 * The cost of a query that may be answered.
 * @throws GraphQLError QUERY_TOO_EXPENSIVE, with the cost, the limit, the dearest field and, where there is one, a smaller
 * query that would pass
 */
export function checkCost(question: Question): number {
  const cost = queryCost(question);
  if (cost.total <= limits.cost) return cost.total;
  const dearest = dearestField(cost);
  const smaller = smallerQuery(question, limits.cost);
  throw new GraphQLError(
    `query: expected a cost of at most ${limits.cost}, but this query could cost ${cost.total}` +
      `${dearest ? `, and ${dearest.cost} of it at ${dearest.path}` : ''}. Ask for smaller pages or fewer fields` +
      `${smaller ? '; extensions.smallerQuery would pass' : ''}.`,
    {
      nodes: dearest?.node ?? null,
      extensions: {
        code: 'QUERY_TOO_EXPENSIVE',
        cost: cost.total,
        limit: limits.cost,
        ...(dearest && { dearestField: { path: dearest.path, cost: dearest.cost } }),
        ...(smaller !== undefined && { smallerQuery: smaller }),
        http: badRequest,
      },
    },
  );
}
