import type { Problem } from './problem.ts';

/** More than anyone mends by hand; what follows is counted, so that what is wrong in each of millions of records stays small. */
const mostOfOneCode = 1_000;

/** Problems as they are found: of each code the first thousand, and one that says how many more there are. */
export class FewProblems {
  readonly #kept: Problem[] = [];
  readonly #counts = new Map<string, number>();
  /** Of each code the first that is not kept. */
  readonly #next = new Map<string, Problem>();

  /** Whether it is told, and not counted alone. */
  add(problem: Problem): boolean {
    const { code } = problem;
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count <= mostOfOneCode) this.#kept.push(problem);
    else if (count === mostOfOneCode + 1) this.#next.set(code, problem);
    return count <= mostOfOneCode;
  }

  /** Those kept so far in the order in which they were found, and behind them one for each code of which there are more. */
  asFound(): readonly Problem[] {
    const last = [...this.#next].map(([code, problem]): Problem => {
      const count = (this.#counts.get(code) ?? 0) - mostOfOneCode;
      return { ...problem, message: `${problem.message} (${count} like this from here on)` };
    });
    return [...this.#kept, ...last];
  }

  /** The same in the order of lines, for problems of one page. */
  inOrder(): readonly Problem[] {
    return [...this.asFound()].sort((a, b) => a.position.line - b.position.line);
  }
}
