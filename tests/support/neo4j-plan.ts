import neo4j, { type Driver } from 'neo4j-driver';
import type { Statement } from '../../src/store/engine.ts';

/** A step of Neo4j's own account of a statement. */
export interface Step {
  /** Such as `NodeUniqueIndexSeek@neo4j`. */
  readonly operatorType: string;
  readonly dbHits: number;
  readonly children: readonly Step[];
}

/** The steps behind some statements, run again to be told of. */
export async function stepsBehind(
  driver: Driver,
  database: string,
  statements: readonly Statement[],
): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for (const { text, parameters } of statements) {
    const whole = Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [name, typeof value === 'number' ? neo4j.int(value) : value]),
    );
    const { summary } = await driver.executeQuery(`PROFILE ${text}`, whole, { database });
    collect(summary.profile as unknown as Step, steps);
  }
  return steps;
}

/** What all steps looked at in the store. */
export function hitsOf(steps: readonly Step[]): number {
  return steps.reduce((sum, { dbHits }) => sum + Number(dbHits), 0);
}

function collect(step: Step, into: Step[]): void {
  into.push(step);
  for (const child of step.children) collect(child, into);
}
