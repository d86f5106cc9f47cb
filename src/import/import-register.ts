import { InputError } from '../model/errors.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { addOrganizations, changeParents, type OrganizationToWrite } from '../store/name-table-queries.ts';
import { storedPages } from '../store/source-queries.ts';
import {
  type NamesImportOptions,
  type NamesSummary,
  namesSource,
  putTable,
  requireNamesSource,
  tablePageOf,
} from './name-sources.ts';
import { hashOfFile, recordsOfFile } from './register-file.ts';
import { RegisterReading } from './register-reading.ts';
import {
  finishSettling,
  forgetLeftRegisters,
  nothingSettled,
  settledCounts,
  settleNamesAgain,
} from './settle-names-again.ts';
import { sourceKinds } from './source-kinds.ts';

/** The source that a register is where nothing else is said; a later dump takes its place. */
const defaultRegisterSource = 'ror';

/** Moves when the reading of registers changes, so that they are read again. */
const registerVersion = 'ror 2';
/** Organisations that are written in one transaction. */
const batchCount = 2_000;

/**
 * Takes a dump of ROR in: its organisations extend the table of names, and become institutions where a listing names them.
 * What is in the graph is read again with them. The organisations count from one transaction on, after all are written;
 * interrupted or stopped before it, nothing has changed.
 *
 * @throws InputError those of `recordsOfFile`, and NO_ORGANISATIONS for a file that has none
 */
export async function importRegister(
  store: GraphStore,
  named: string,
  { sourceKey = defaultRegisterSource, dryRun = false, signal }: NamesImportOptions = {},
): Promise<NamesSummary> {
  await requireNamesSource(store, sourceKey, sourceKinds.register);
  const page = tablePageOf(named, sourceKey);
  const hash = await hashOfFile(named, registerVersion);
  const stored = await storedPages(store, sourceKey);
  const source = namesSource(sourceKey, sourceKinds.register);
  const reading = new RegisterReading(page.path);
  const left = dryRun ? nothingSettled : await finishSettling(store, source, signal);
  const isUnchanged = stored.length === 1 && stored[0]?.pageKey === page.key && stored[0].hash === hash;
  const register = `${page.key}#${hash.slice(0, 16)}`;
  const summaryOf = (counts: Pick<NamesSummary, 'changedListingCount' | 'paperCount' | 'isStopped'>): NamesSummary => ({
    ...counts,
    source: sourceKey,
    dryRun,
    isUnchanged,
    recordCount: reading.recordCount,
    nameCount: reading.organizationCount,
    problems: reading.problems(),
  });
  if (isUnchanged || signal?.aborted) {
    return summaryOf({ ...settledCounts(left), isStopped: left.isStopped || !isUnchanged });
  }
  if (!dryRun) await forgetLeftRegisters(store);
  try {
    await readAll(store, named, { reading, register, dryRun, signal });
  } catch (error) {
    if (!dryRun) await forgetLeftRegisters(store);
    throw error;
  }
  if (signal?.aborted) {
    if (!dryRun) await forgetLeftRegisters(store);
    return summaryOf({ ...settledCounts(left), isStopped: true });
  }
  if (dryRun) return summaryOf({ changedListingCount: null, paperCount: 0, isStopped: false });
  await store.write((transaction) =>
    putTable(transaction, source, {
      page: { ...page, hash, problems: reading.problems() },
      table: { pageKey: page.key, register, aliases: null, stated: null },
      replaced: stored,
    }),
  );
  return summaryOf(settledCounts(await settleNamesAgain(store, source, signal)));
}

async function readAll(
  store: GraphStore,
  named: string,
  {
    reading,
    register,
    dryRun,
    signal,
  }: {
    readonly reading: RegisterReading;
    readonly register: string;
    readonly dryRun: boolean;
    readonly signal: AbortSignal | undefined;
  },
): Promise<void> {
  const write = async (batch: readonly OrganizationToWrite[]) => {
    if (!dryRun) await store.write((transaction) => addOrganizations(transaction, register, batch));
  };
  let batch: OrganizationToWrite[] = [];
  for await (const text of recordsOfFile(named)) {
    const organization = reading.read(text);
    if (organization) batch.push(organization);
    if (batch.length < batchCount) continue;
    await write(batch);
    batch = [];
    if (signal?.aborted) return;
  }
  if (batch.length > 0) await write(batch);
  if (reading.organizationCount === 0) {
    throw new InputError(
      'NO_ORGANISATIONS',
      `${named}: expected records of ROR organisations (schema 1 or 2), but found none in ${reading.recordCount} records. ` +
        'Dumps are at https://ror.readme.io/docs/data-dump; nothing was changed.',
    );
  }
  const changes = reading.endParents();
  if (!dryRun) await store.write((transaction) => changeParents(transaction, register, changes));
}
