import type { Problem } from '../model/problem.ts';
import { counted } from './counted.ts';

/** What a command prints of a list's problems. */
export interface ToldProblems {
  readonly told: readonly Problem[];
  /** What is counted instead, for behind the number of pages: " (57 without a list)"; empty where nothing is. */
  readonly counted: string;
}

/** Of a folder's pages many are text, as they should be: these are counted. The graph keeps each. */
export function toldProblems(problems: readonly Problem[], pageCount: number): ToldProblems {
  if (pageCount < 2) return { told: problems, counted: '' };
  const told = problems.filter(({ code, severity }) => code !== 'NO_LIST' || severity !== 'NOTE');
  const count = problems.length - told.length;
  return { told, counted: count === 0 ? '' : ` (${counted(count, 'page')} without a list)` };
}
