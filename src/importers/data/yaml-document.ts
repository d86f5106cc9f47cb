import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  Scalar,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import type { Problem } from '../../model/problem.ts';
import { pageTooDeep } from '../markdown/problems.ts';
import { badSyntax, duplicateKey, problemsAt } from './data-problems.ts';
import { MAX_DEPTH, type Value } from './value.ts';

/** What a document holds, or what keeps it from being read. */
export interface ReadDocument {
  readonly value: Value | null;
  readonly problems: readonly Problem[];
  /** The document was refused, so that `value` is null for want of reading it. */
  readonly isRefused: boolean;
}

/** Characters that aliases may repeat: far more than a list needs, far less than a bomb of ten lines asks for. */
const MAX_REPEATED = 5_000_000;

/**
 * Reads one YAML 1.2 document (https://yaml.org/spec/1.2.2/), of which JSON is a part. Aliases and merge keys (`<<`)
 * are followed; a document whose aliases repeat more than 5 million characters, or which nests over 100 levels
 * deep, is refused with one problem.
 */
export function readYaml(text: string, path: string): ReadDocument {
  const lineCounter = new LineCounter();
  // Failsafe: every scalar is a text as written. The library's own check of keys compares each with each.
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, lineCounter });
  const lineAt = (offset: number) => Math.max(lineCounter.linePos(offset).line, 1);
  const [error] = document.errors;
  if (error) return refused(syntaxProblem(error, { path, line: lineAt(error.pos[0]) }));
  return new Walk(path, lineAt).read(document.contents);
}

function refused(problem: Problem): ReadDocument {
  return { value: null, problems: [problem], isRefused: true };
}

function syntaxProblem({ code, message }: YAMLError, position: Problem['position']): Problem {
  if (message.includes('call stack')) return pageTooDeep(position, MAX_DEPTH);
  if (code === 'MULTIPLE_DOCS') {
    return badSyntax(position, 'expected one document, found a second one below "---"; nothing was read');
  }
  return badSyntax(
    position,
    `the document does not parse here: ${message}; nothing was read`,
    'Mend the line. In YAML, a text that holds ": " or " #", or begins with a sign, stands in quotation marks.',
  );
}

/** One walk over the nodes of a document in the order written, which is the order in which anchors are given. */
class Walk {
  readonly #path: string;
  readonly #lineAt: (offset: number) => number;
  readonly #anchors = new Map<string, unknown>();
  readonly #repeatedKeys: { readonly name: string; readonly line: number }[] = [];
  #refusal: Problem | null = null;
  #aliasDepth = 0;
  #repeated = 0;

  constructor(path: string, lineAt: (offset: number) => number) {
    this.#path = path;
    this.#lineAt = lineAt;
  }

  read(contents: unknown): ReadDocument {
    const value = this.#value(contents, { line: 1, depth: 0 });
    if (this.#refusal) return refused(this.#refusal);
    const problems = problemsAt(this.#repeatedKeys, ({ name, line }) => duplicateKey({ path: this.#path, line }, name));
    return { value, problems, isRefused: false };
  }

  /** @param at - `line` is that of the value around, for nodes that have no place of their own */
  #value(node: unknown, at: { readonly line: number; readonly depth: number }): Value | null {
    if (this.#refusal) return null;
    const line = this.#lineOf(node) ?? at.line;
    const inside = { line, depth: at.depth + 1 };
    if (at.depth > MAX_DEPTH) return this.#refuse(pageTooDeep({ path: this.#path, line }, MAX_DEPTH));
    if (isAlias(node)) return this.#aliased(node.source, inside);
    if (!isScalar(node) && !isSeq(node) && !isMap(node)) return null;
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (this.#aliasDepth > 0) this.#repeat(isScalar(node) ? node : null, line);
    if (isScalar(node)) {
      const text = textOf(node);
      return text === null ? null : { kind: 'text', text, line };
    }
    if (isMap(node)) return { kind: 'object', entries: this.#entries(node, inside), line };
    return { kind: 'list', items: node.items.flatMap((item) => this.#value(item, inside) ?? []), line };
  }

  #entries(node: YAMLMap<unknown, unknown>, inside: { line: number; depth: number }): ReadonlyMap<string, Value> {
    const entries = new Map<string, Value>();
    const merged: Value[] = [];
    for (const { key, value: written } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      const line = this.#lineOf(key) ?? inside.line;
      const value = this.#value(written, { ...inside, line });
      if (value === null) continue;
      if (name === '<<') merged.push(value);
      else if (entries.has(name)) this.#repeatedKeys.push({ name, line });
      else entries.set(name, value);
    }
    for (const value of merged.flatMap((each) => (each.kind === 'list' ? each.items : [each]))) {
      if (value.kind !== 'object') continue;
      for (const [name, entry] of value.entries) if (!entries.has(name)) entries.set(name, entry);
    }
    return entries;
  }

  /** The value of an anchor, on the line of its alias. */
  #aliased(name: string, at: { line: number; depth: number }): Value | null {
    this.#aliasDepth += 1;
    const value = this.#value(this.#anchors.get(name), at);
    this.#aliasDepth -= 1;
    return value && { ...value, line: at.line };
  }

  /** Counts what is read again through an alias. */
  #repeat(scalar: Scalar<unknown> | null, line: number): void {
    this.#repeated += 16 + (scalar ? String(scalar.value).length : 0);
    if (this.#repeated <= MAX_REPEATED) return;
    this.#refuse(
      badSyntax(
        { path: this.#path, line },
        `the aliases of the document repeat more than ${MAX_REPEATED / 1e6} million characters; nothing was read`,
        'Write what the aliases stand for, or use fewer.',
      ),
    );
  }

  #refuse(problem: Problem): null {
    this.#refusal ??= problem;
    return null;
  }

  #lineOf(node: unknown): number | null {
    const offset = isAlias(node) || isScalar(node) || isSeq(node) || isMap(node) ? node.range?.[0] : undefined;
    return offset === undefined ? null : this.#lineAt(offset);
  }
}

/** A scalar as written; null where it says that there is nothing. */
function textOf({ value, type }: Scalar<unknown>): string | null {
  const text = String(value);
  return type === Scalar.PLAIN && /^(?:|~|null|Null|NULL)$/u.test(text) ? null : text;
}
