/** What stands behind one node of the graph: its facts, each with the lines that state it and the rule that chose. */
export interface Explanation {
  readonly kind: NodeKind;
  readonly key: string;
  readonly name: string;
  readonly facts: readonly ExplainedFact[];
  /** Of a paper: why its listings are held to be about one paper. */
  readonly joins: readonly ExplainedJoin[];
  /** Of a paper: others that share something with it and are kept apart all the same. */
  readonly keptApart: readonly ExplainedApart[];
}

export const nodeKinds = ['paper', 'institution', 'conference', 'edition', 'topic'] as const;

export type NodeKind = (typeof nodeKinds)[number];

export interface ExplainedFact {
  readonly fact: string;
  /** Null where the fact is not known. */
  readonly value: string | null;
  /** A sentence. */
  readonly rule: string;
  readonly lines: readonly ExplainedLine[];
  /** What other lines state, which the rule did not choose. */
  readonly notTaken: readonly { readonly value: string; readonly line: ExplainedLine }[];
}

/** A line of a source; `statedAs` where the line writes the fact otherwise. */
export interface ExplainedLine {
  readonly sourceKey: string;
  readonly pageKey: string;
  readonly path: string;
  readonly line: number;
  readonly statedAs: string | null;
}

export interface ExplainedJoin {
  readonly rule: string;
  readonly lines: readonly ExplainedLine[];
}

export interface ExplainedApart {
  readonly key: string;
  readonly name: string;
  readonly rule: string;
  readonly line: ExplainedLine;
  readonly otherLine: ExplainedLine;
}
