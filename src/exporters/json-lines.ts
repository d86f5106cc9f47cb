import { type GraphLine, graphLineVersion } from '../model/graph-line.ts';

/** JSON Lines (https://jsonlines.org): one object a line, each with the version of the format and its kind first. */
export function jsonLine({ kind, ...rest }: GraphLine): string {
  return `${JSON.stringify({ papergraph: graphLineVersion, kind, ...rest })}\n`;
}
