import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from '../model/errors.ts';
import { packageRoot } from './package-root.ts';

/** A file of `cypher/`: what its header says of it, and its text without comments. */
export interface CypherFile {
  /** Path below `cypher/` without the ending, such as `paper/topics`. */
  readonly path: string;
  /** Header lines of the form `name: value`, such as `from: paper`. */
  readonly header: ReadonlyMap<string, string>;
  /** Names that the header explains, `$` kept: parameters and columns. */
  readonly documented: readonly string[];
  readonly text: string;
  /** The `$names` in the text, in order of first appearance, without `$`. */
  readonly parameters: readonly string[];
}

const cache = new Map<string, CypherFile>();

/**
 * Reads `cypher/<path>.cypher` once.
 * @throws StoreError CYPHER_FILE_MISSING
 */
export function cypherFile(path: string): CypherFile {
  const known = cache.get(path);
  if (known) return known;
  const file = parse(path, readSource(path));
  cache.set(path, file);
  return file;
}

/** Every path below `cypher/`, in alphabetical order, without the schema folder. */
export function cypherPaths(): readonly string[] {
  return readdirSync(join(packageRoot(), 'cypher'), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.cypher') && !name.startsWith('schema/'))
    .map((name) => name.slice(0, -'.cypher'.length))
    .sort();
}

function readSource(path: string): string {
  try {
    return readFileSync(join(packageRoot(), 'cypher', `${path}.cypher`), 'utf8');
  } catch (error) {
    throw new StoreError('CYPHER_FILE_MISSING', `cypher/${path}.cypher cannot be read. Is the installation whole?`, {
      cause: error,
    });
  }
}

function parse(path: string, source: string): CypherFile {
  const lines = source.split('\n');
  const comments = lines.filter((line) => line.startsWith('//')).map((line) => line.slice(2).trim());
  const text = lines
    .filter((line) => !line.startsWith('//'))
    .join('\n')
    .trim();
  return {
    path,
    header: new Map(comments.flatMap((line) => headerEntry(line))),
    documented: comments.flatMap((line) => /^(\$?[a-z]\w*)(?: {2,}|$)/.exec(line)?.[1] ?? []),
    text,
    parameters: [...new Set([...text.matchAll(/\$(\w+)/g)].map(([, name]) => name ?? ''))],
  };
}

function headerEntry(line: string): [string, string][] {
  const match = /^(from|to|extra|order|filters|carries|each): +(.+)$/.exec(line);
  return match?.[1] && match[2] ? [[match[1], match[2].trim()]] : [];
}
