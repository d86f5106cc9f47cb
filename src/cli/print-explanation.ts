import type { NodeExplanation } from '../import/explain-node.ts';
import type { ExplainedFact, ExplainedLine } from '../model/explanation.ts';

/** Lines shown of one fact; `--json` has them all. */
const shownLineCount = 5;

/** An explanation for a terminal: a fact a paragraph, with its rule and its lines as `source path:line`. */
export function formatExplanation(explanation: NodeExplanation): string {
  const { kind, key, name, facts, joins, keptApart, pageUrls } = explanation;
  const place = placeWith(pageUrls);
  const apart = keptApart.map(({ key: other, name: called, rule, line, otherLine }) => [
    `kept apart from ${other} (${called})`,
    `  ${rule}`,
    `  ${place(line)}`,
    `  ${place(otherLine)}`,
  ]);
  return [
    [`${kind} ${key}${name === key ? '' : `: ${name}`}`],
    ...facts.map((fact) => formatFact(fact, place)),
    ...joins.map(({ rule, lines }) => ['joined', `  ${rule}`, ...shown(lines, place)]),
    ...apart,
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

type Place = (line: ExplainedLine) => string;

function formatFact({ fact, value, rule, lines, notTaken }: ExplainedFact, place: Place): readonly string[] {
  return [
    `${fact}: ${value}`,
    `  ${rule}`,
    ...shown(lines, place),
    ...notTaken.map((other) => `  not taken: ${other.value} - ${place(other.line)}`),
  ];
}

function shown(lines: readonly ExplainedLine[], place: Place): readonly string[] {
  const more = lines.length - shownLineCount;
  const first = lines.slice(0, shownLineCount).map((line) => `  ${place(line)}`);
  return more > 0 ? [...first, `  and ${more} more`] : first;
}

function placeWith(pageUrls: NodeExplanation['pageUrls']): Place {
  return ({ sourceKey, pageKey, path, line, statedAs }) => {
    const page = pageUrls[pageKey];
    const url = page === undefined ? '' : ` ${page}?plain=1#L${line}`;
    const said = statedAs === null ? '' : `, as "${statedAs}"`;
    return `${sourceKey} ${path}:${line}${said}${url}`;
  };
}
