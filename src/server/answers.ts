import {
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  getOperationAST,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { checkCost } from '../graphql/bounds/check-cost.ts';
import type { Question } from '../graphql/bounds/query-cost.ts';
import { type Context, createContext } from '../graphql/context.ts';
import { plainAnswer } from '../graphql/execution/run-plans.ts';
import { limits } from '../graphql/limits.ts';
import { schema } from '../graphql/schema.ts';
import type { ToldName } from '../graphql/unknown-names.ts';
import { deadlineExceeded } from '../store/deadline.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { KeptRows } from '../store/kept-rows.ts';
import { answerTag, type KeptAnswer, KeptAnswers } from './kept-answers.ts';

/** What an answer tells of itself beside its data. */
type Told = {
  readonly cost: {
    readonly cost: number;
    readonly limit: number;
    /** Statements that were sent to the store for this answer; 0 for one that was kept. */
    readonly storeStatements: number;
  };
  /** Moves with every write; left out where the store did not say. */
  readonly graphVersion?: string;
  /** Names that the query asks by and that nothing has, with what they may have meant; left out where there are none. */
  readonly unknownNames?: readonly ToldName[];
  readonly http?: { readonly headers: Readonly<Record<string, string>> };
};

/** An answer with its text, so that kept ones are not made anew. */
export type Answer = ExecutionResult & {
  readonly stringify?: (answer: ExecutionResult) => string;
};

/** The caller has this very answer already: 304. */
export interface NotModified {
  readonly notModified: true;
  readonly headers: Readonly<Record<string, string>>;
}

export interface AnswerOptions {
  readonly deadlineMs: number;
  /** Tags of answers that the caller has; see `answerTag`. */
  readonly knownTags: readonly string[];
}

/** Answers queries over a store: bounded before a statement is sent, kept as long as the graph stands, and in time. */
export class Answers {
  readonly #store: GraphStore;
  readonly #kept = new KeptAnswers();
  readonly #rows = new KeptRows();

  constructor(store: GraphStore) {
    this.#store = store;
  }

  /** Answers a validated query. */
  async answer(args: ExecutionArgs, { deadlineMs, knownTags }: AnswerOptions): Promise<Answer | NotModified> {
    const operation = getOperationAST(args.document, args.operationName);
    if (!operation || operation.operation !== OperationTypeNode.QUERY)
      return (await this.#execute(args, null, null, deadlineMs)).result;
    const asked = askedOf(args, operation);
    if (asked === null) return (await this.#execute(args, null, null, deadlineMs)).result;
    const cost = costOf(asked);
    if (cost instanceof GraphQLError) return { errors: [cost] };
    // Read before the data, so that what is kept is never older than the version that it is kept under.
    const graphVersion = await this.#graphVersion();
    const tag = graphVersion === null ? null : answerTag({ graphVersion, ...requestOf(args) });
    if (tag !== null && knownTags.includes(tag)) return { notModified: true, headers: headersOf(tag) };
    const found = tag === null ? undefined : this.#kept.get(tag);
    if (found) return asAnswer(found, told({ ...found, storeStatements: 0, graphVersion, tag }));
    const { result, storeStatements, unknownNames } = await this.#execute(args, asked, graphVersion, deadlineMs);
    const { data, errors } = result;
    if (errors || !data)
      return { ...result, extensions: told({ cost, unknownNames, storeStatements, graphVersion, tag: null }) };
    const made = { data: JSON.stringify(data), cost, unknownNames };
    if (tag !== null) this.#kept.keep(tag, made);
    return asAnswer(made, told({ cost, unknownNames, storeStatements, graphVersion, tag }));
  }

  /** Null where the store does not say: the answer's own statements then tell what is wrong. */
  #graphVersion(): Promise<number | null> {
    return this.#store.recentVersion(limits.versionAgeMs).catch(() => null);
  }

  async #execute(args: ExecutionArgs, asked: Question | null, version: number | null, deadlineMs: number) {
    let storeStatements = 0;
    const observed = this.#store.observed(() => {
      storeStatements += 1;
    });
    const kept = version === null ? null : { rows: this.#rows, version };
    const store = observed.until(performance.now() + deadlineMs).remembering(kept);
    let unknownNames: readonly ToldName[] = [];
    const execution = executed(args, asked, store).then(async ({ result, context }) => {
      // Proposals are no reason to lose an answer that is there.
      if (!result.errors) unknownNames = await context.unknownNames.told(store).catch(() => []);
      return result;
    });
    const result = await within(deadlineMs, execution);
    return { result, storeStatements, unknownNames };
  }
}

/** By the plain way where it can, else by graphql-js, which is given what the store has answered already. */
async function executed(
  args: ExecutionArgs,
  asked: Question | null,
  store: GraphStore,
): Promise<{ readonly result: ExecutionResult; readonly context: Context }> {
  let context = createContext(store, { schema });
  const data = asked === null ? null : await plainAnswer(asked, { ...args, contextValue: context });
  if (data !== null) return { result: { data }, context };
  context = createContext(store, { schema });
  return { result: await execute({ ...args, contextValue: context }), context };
}

/** Null where the values of variables are wrong, which execution says best. */
function askedOf({ schema, document, variableValues }: ExecutionArgs, operation: OperationDefinitionNode) {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {});
  return coerced ? { schema, document, operation, variables: coerced } : null;
}

/** Costs of operations without variables, which are the same each time. */
const knownCosts = new WeakMap<OperationDefinitionNode, number>();

function costOf(asked: Question): number | GraphQLError {
  const { operation } = asked;
  const known = knownCosts.get(operation);
  if (known !== undefined) return known;
  try {
    const cost = checkCost(asked);
    if ((operation.variableDefinitions ?? []).length === 0) knownCosts.set(operation, cost);
    return cost;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function requestOf({ document, operationName, variableValues }: ExecutionArgs) {
  return {
    query: document.loc?.source.body ?? '',
    operationName: operationName ?? null,
    variables: variableValues,
  };
}

/** Ends the waiting, whatever the store does: not every engine can be stopped. */
async function within(limitMs: number, execution: Promise<ExecutionResult>): Promise<ExecutionResult> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<ExecutionResult>((resolve) => {
    const { message, code } = deadlineExceeded();
    timer = setTimeout(() => resolve({ errors: [new GraphQLError(message, { extensions: { code } })] }), limitMs);
  });
  try {
    return await Promise.race([execution, end]);
  } finally {
    clearTimeout(timer);
  }
}

interface ToTell {
  readonly cost: number;
  readonly storeStatements: number;
  readonly graphVersion: number | null;
  readonly tag: string | null;
  readonly unknownNames: readonly ToldName[];
}

function told({ cost, storeStatements, graphVersion, tag, unknownNames }: ToTell): Told {
  return {
    cost: { cost, limit: limits.cost, storeStatements },
    ...(graphVersion !== null && { graphVersion: String(graphVersion) }),
    ...(unknownNames.length > 0 && { unknownNames }),
    ...(tag !== null && { http: { headers: headersOf(tag) } }),
  };
}

/** A browser or proxy may keep the answer, but asks each time whether it still stands. */
function headersOf(tag: string): Readonly<Record<string, string>> {
  return { etag: `"${tag}"`, 'cache-control': 'no-cache', vary: 'accept' };
}

function asAnswer({ data }: KeptAnswer, extensions: Told): Answer {
  return {
    data: {},
    extensions,
    stringify: (answer) => `{"data":${data},"extensions":${JSON.stringify(answer.extensions)}}`,
  };
}
