import SchemaBuilder from '@pothos/core';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import RelayPlugin from '@pothos/plugin-relay';
import { InputError } from '../model/errors.ts';
import type { Context } from './context.ts';

export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    URL: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    ID: { Input: string; Output: string };
  };
}>({
  plugins: [RelayPlugin, DataloaderPlugin],
  defaultFieldNullability: false,
  relay: {
    idFieldOptions: { description: 'An opaque id, for `node` and for caches.' },
    nodeQueryOptions: {
      description: 'Any node by its id; null for an id that nothing has.',
      args: { id: { description: "A node's id." } },
    },
    nodesQueryOptions: {
      description: 'Nodes by their ids, in that order; null for an id that nothing has.',
      args: { ids: { description: "Nodes' ids." } },
      extensions: { sizeArgument: 'ids' },
    },
    hasNextPageFieldOptions: { description: 'There is more behind this page.' },
    hasPreviousPageFieldOptions: { description: 'There is more before this page.' },
    startCursorFieldOptions: { description: 'The first cursor of the page, for `before`; null on an empty page.' },
    endCursorFieldOptions: { description: 'The last cursor of the page, for `after`; null on an empty page.' },
    nodeTypeOptions: { description: 'Anything that has an id.' },
    pageInfoTypeOptions: { description: 'Where a page lies in its list.' },
    decodeGlobalID: decodeNodeId,
  },
});

builder.queryType({ description: 'Questions to the graph of papers.' });
builder.scalarType('URL', {
  description: 'An absolute address, or a relative one as written.',
  serialize: (value) => value,
});
builder.scalarType('Date', { description: 'A day, as YYYY-MM-DD.', serialize: (value) => value });

/** Names of the types that have ids; `nodeRef` adds them. */
export const nodeTypes = new Set<string>();

/**
 * The type and key of a node's id.
 * @throws InputError BAD_ID
 */
export function decodeNodeId(id: string): { typename: string; id: string } {
  const [, typename, key] = /^(\w+):(.+)$/s.exec(Buffer.from(id, 'base64').toString('utf8')) ?? [];
  if (typename !== undefined && key !== undefined && nodeTypes.has(typename)) return { typename, id: key };
  throw new InputError(
    'BAD_ID',
    `id: expected an id as a node's \`id\` field gives it, but found "${id.slice(0, 60)}".`,
  );
}
