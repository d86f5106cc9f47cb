// Checks the layers with dependency-cruiser, and that it looked at every module: a rule over no files never fails.
import { readdirSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import configuration from './.dependency-cruiser.mjs';

const written = readdirSync('src', { recursive: true }).filter((name) => name.endsWith('.ts')).length;
const { forbidden, options } = configuration;
const { output } = await cruise(['src'], { ...options, ruleSet: { forbidden }, validate: true }, undefined, {
  tsConfig: extractTSConfig('tsconfig.json'),
});
const seen = output.modules.filter(({ source }) => source.startsWith('src/')).length;
for (const { rule, from, to } of output.summary.violations) console.error(`${from} -> ${to} [${rule.name}]`);
if (seen < written) console.error(`Expected ${written} modules of src, but dependency-cruiser saw ${seen}.`);
if (output.summary.error > 0 || seen < written) process.exit(1);
console.log(`layers: ${seen} modules, ${output.summary.totalDependenciesCruised} imports, no violation`);
