import type { Problem } from '../../model/problem.ts';

/** More than anyone mends by hand; what follows is counted, so that a broken file of millions of lines stays small. */
const MOST_OF_ONE_CODE = 1000;

/** Problems as they are found: of each code the first thousand, and one that says how many more there are. */
export class FewProblems {
  readonly #kept: Problem[] = [];
  readonly #counts = new Map<string, number>();
  readonly #next = new Map<string, Problem>();

  add(problem: Problem): void {
    const { code } = problem;
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count <= MOST_OF_ONE_CODE) this.#kept.push(problem);
    else if (count === MOST_OF_ONE_CODE + 1) this.#next.set(code, problem);
  }

  /** Those kept so far, in the order of lines. */
  inOrder(): readonly Problem[] {
    const last = [...this.#next].map(([code, problem]) => {
      const count = (this.#counts.get(code) ?? 0) - MOST_OF_ONE_CODE;
      return { ...problem, message: `${problem.message} (${count} like this from here on)` };
    });
    return [...this.#kept, ...last].sort((a, b) => a.position.line - b.position.line);
  }
}
