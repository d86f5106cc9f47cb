import type { Problem } from '../model/problem.ts';

/** More problems of one kind are counted, not told one by one: a data set of millions may have one in each record. */
const toldOfOneKind = 1_000;

/** Problems of an import of any size, in bounded memory. */
export class ToldProblems {
  readonly #problems: Problem[] = [];
  readonly #counts = new Map<string, number>();

  /** Takes problems in, and gives those of them that are told. */
  add(problems: readonly Problem[]): readonly Problem[] {
    const told = problems.filter(({ code }) => {
      const count = (this.#counts.get(code) ?? 0) + 1;
      this.#counts.set(code, count);
      return count <= toldOfOneKind;
    });
    for (const problem of told) this.#problems.push(problem);
    return told;
  }

  /** Those that were told, in their order, and one for each kind of which there are more. */
  all(): readonly Problem[] {
    const more = [...this.#counts].flatMap(([code, count]): readonly Problem[] => {
      const first = this.#problems.find((problem) => problem.code === code);
      if (!first || count <= toldOfOneKind) return [];
      const message = `${count - toldOfOneKind} more records have this problem`;
      return [{ ...first, severity: 'NOTE', message, suggestion: null, related: [] }];
    });
    return [...this.#problems, ...more];
  }
}
