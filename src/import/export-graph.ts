import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ExportFormatName, exportFormats } from '../exporters/export-formats.ts';
import { InputError } from '../model/errors.ts';
import type { PaperFilter } from '../store/filters/filters.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { type GraphLinesOptions, graphLines } from './graph-lines.ts';
import { placeFile } from './placed-file.ts';

export interface ExportSummary {
  readonly paperCount: number;
  /** All that was written is of this one version of the graph. */
  readonly graphVersion: number;
}

export interface ExportOptions {
  readonly format: ExportFormatName;
  readonly filter: PaperFilter | null;
  readonly signal?: AbortSignal | undefined;
}

/** A graph that other programs write to all the time is given up on. */
const attemptCount = 3;

/**
 * Writes papers to a file, some hundred at a time, all of one version of the graph: where it was changed meanwhile, the export
 * starts again. The file gets its name when it is complete.
 * @param path - absolute; a file of that name is replaced
 * @throws InputError GRAPH_CHANGING where the graph changed each time, EXPORT_STOPPED, FOLDER_MISSING, FILE_UNWRITABLE
 */
export function exportGraph(
  store: GraphStore,
  path: string,
  { format, filter, signal }: ExportOptions,
): Promise<ExportSummary> {
  return placeFile(path, (part) => writeOneVersion(store, part, { format, filter, signal }));
}

async function writeOneVersion(
  store: GraphStore,
  part: string,
  { format, filter, signal }: ExportOptions,
): Promise<ExportSummary> {
  const { isOfPapers } = exportFormats[format];
  let graphVersion = await store.version();
  for (let attempt = 1; ; attempt += 1) {
    const before = graphVersion;
    const count = { papers: 0 };
    const texts = textOf(store, format, { filter, isOfPapers, graphVersion, signal }, count);
    await pipeline(Readable.from(texts), createWriteStream(part));
    graphVersion = await store.version();
    if (graphVersion === before) return { paperCount: count.papers, graphVersion };
    if (attempt === attemptCount) {
      throw new InputError(
        'GRAPH_CHANGING',
        `Expected a graph that stays as it is while it is exported, but in each of ${attemptCount} attempts it changed, ` +
          `in the last from version ${before} to ${graphVersion}. Export it again when nothing is imported.`,
      );
    }
  }
}

async function* textOf(
  store: GraphStore,
  format: ExportFormatName,
  options: GraphLinesOptions,
  count: { papers: number },
): AsyncGenerator<string> {
  const { begin, between, end, text } = exportFormats[format];
  yield begin;
  for await (const lines of graphLines(store, options)) {
    let written = '';
    for (const line of lines) {
      if (line.kind === 'paper' && count.papers++ > 0) written += between;
      written += text(line) ?? '';
    }
    yield written;
  }
  yield end;
}
