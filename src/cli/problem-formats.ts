import { formatProblem, type Problem, type ProblemSeverity } from '../model/problem.ts';

/** Problems as the programs that show them take them. */
export type ProblemFormat = 'text' | 'github' | 'sarif';

/** One text for all problems, lines joined. */
export function formatProblems(problems: readonly Problem[], format: ProblemFormat): string {
  if (format === 'github') return problems.map(githubCommand).join('\n');
  if (format === 'sarif') return JSON.stringify(sarifLog(problems), null, 2);
  return problems.map(formatWithSuggestion).join('\n');
}

function formatWithSuggestion(problem: Problem): string {
  const { suggestion, related } = problem;
  const lines = related.map(({ path, line }) => `    see ${path}:${line}`);
  return [formatProblem(problem), ...(suggestion === null ? [] : [`    ${suggestion}`]), ...lines].join('\n');
}

/** https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions */
function githubCommand({ severity, code, message, suggestion, position }: Problem): string {
  const level = { ERROR: 'error', WARNING: 'warning', NOTE: 'notice' }[severity];
  const place = `file=${escapedProperty(position.path)},line=${position.line},title=${code}`;
  return `::${level} ${place}::${escapedMessage(suggestion === null ? message : `${message}\n${suggestion}`)}`;
}

function escapedMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

const levels: Readonly<Record<ProblemSeverity, string>> = { ERROR: 'error', WARNING: 'warning', NOTE: 'note' };

/** https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
function sarifLog(problems: readonly Problem[]): object {
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Papergraph', rules: codes.map((id) => ({ id })) } },
        results: problems.map(({ code, severity, message, suggestion, position, related }) => ({
          ruleId: code,
          level: levels[severity],
          message: { text: suggestion === null ? message : `${message}. ${suggestion}` },
          locations: [sarifLocation(position)],
          relatedLocations: related.map(sarifLocation),
        })),
      },
    ],
  };
}

function sarifLocation({ path, line }: Problem['position']): object {
  return { physicalLocation: { artifactLocation: { uri: encodeURI(path) }, region: { startLine: line } } };
}
