import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../store/package-root.ts';

/** The operation that opens first; the others follow by name. */
const firstOperation = 'collaborations-about';

/** The named operations with their comments, as GraphiQL opens on them. */
export function exampleTabs(): readonly { readonly query: string }[] {
  const folder = join(packageRoot(), 'schema', 'operations');
  const names = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  const first = `${firstOperation}.graphql`;
  const order = [first, ...names.filter((name) => name !== first).sort()];
  return order.map((name) => ({ query: readFileSync(join(folder, name), 'utf8') }));
}
