// Compares the schema with that of the last release, `schema/released.graphql`, whose first line says which release. What
// would break a caller is an error, unless the version has moved in the number that may break (0.1 to 0.2, 1 to 2).
import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql';

const [released = 'schema/released.graphql', current = 'schema/schema.graphql'] = process.argv.slice(2);
if (!existsSync(released)) {
  console.log('schema: no release to compare with');
  process.exit(0);
}

const breakingPart = (version) => /^(0\.\d+|[1-9]\d*)/.exec(version)?.[0];
const before = readFileSync(released, 'utf8');
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const releasedVersion = /^# (\S+)/.exec(before)?.[1] ?? '';
const schemas = [buildSchema(before), buildSchema(readFileSync(current, 'utf8'))];
const breaking = findBreakingChanges(...schemas);
const mayBreak = breakingPart(releasedVersion) !== breakingPart(version);

for (const { type, description } of breaking) console.error(`${type}: ${description}`);
for (const { type, description } of findDangerousChanges(...schemas)) console.log(`note, ${type}: ${description}`);
console.log(`schema: ${breaking.length} breaking changes since ${releasedVersion || 'the last release'}`);
if (breaking.length > 0 && !mayBreak) {
  console.error(
    `Expected nothing that breaks callers of ${releasedVersion}. Keep what was there (deprecate it), or move the version.`,
  );
  process.exit(1);
}
