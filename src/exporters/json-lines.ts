import { type GraphLine, graphLineVersion } from '../model/graph-line.ts';

/** JSON Lines (https://jsonlines.org): one object a line, each with the version of the format and its kind first. */
export function jsonLine({ kind, ...rest }: GraphLine): string {
  const json = JSON.stringify({ papergraph: graphLineVersion, kind, ...rest });
  // JSON takes Unicode's own ends of lines as they stand, and many readers of lines end a line there.
  return `${json.replace(/\u2028/g, '\\u2028').replace(/\u2029/g, '\\u2029')}\n`;
}
