import { Presets, SingleBar } from 'cli-progress';
import type { ImportProgress } from '../import/import-data-set.ts';

/** Shows how far an import is. */
export interface Progress {
  readonly on: (progress: ImportProgress) => void;
  /** Takes the bar away, so that what is printed next stands alone. */
  readonly end: () => void;
}

/** Seconds between two lines where there is no terminal. */
const lineSeconds = 10;

/**
 * A bar with rate and time left on a terminal; elsewhere a line every ten seconds, as JSON where that is asked for. All of it
 * goes to stderr, since stdout has the summary.
 */
export function showProgress({ isJson }: { readonly isJson: boolean }): Progress {
  return process.stderr.isTTY && !isJson ? bar() : lines(isJson);
}

function bar(): Progress {
  let shown: SingleBar | null = null;
  let step: ImportProgress['step'] | null = null;
  let started = Date.now();
  const end = () => {
    shown?.stop();
    shown = null;
    step = null;
  };
  return {
    on: (progress) => {
      if (progress.step !== step) {
        end();
        step = progress.step;
        shown = new SingleBar(
          { format: formatOf(progress), stream: process.stderr, hideCursor: true, etaBuffer: 100, fps: 5 },
          Presets.shades_classic,
        );
        started = Date.now();
        shown.start(progress.wholeCount, 0, payloadOf(progress, started));
      }
      shown?.update(progress.readCount, payloadOf(progress, started));
    },
    end,
  };
}

function formatOf({ step }: ImportProgress): string {
  return step === 'DESCRIBED'
    ? 'Reading what is described: {bar} {percentage}% | {eta_formatted} left'
    : '{bar} {percentage}% | {records} papers | {rate} papers/s | {eta_formatted} left';
}

function payloadOf({ recordCount }: ImportProgress, since: number) {
  const seconds = Math.max(1, (Date.now() - since) / 1000);
  return { records: recordCount, rate: Math.round(recordCount / seconds) };
}

function lines(isJson: boolean): Progress {
  let last = Date.now();
  return {
    on: (progress) => {
      if (Date.now() - last < lineSeconds * 1000) return;
      last = Date.now();
      console.error(isJson ? JSON.stringify({ progress }) : lineOf(progress));
    },
    end: () => {},
  };
}

function lineOf({ step, readCount, wholeCount, recordCount }: ImportProgress): string {
  const percentage = `${Math.floor((100 * readCount) / Math.max(1, wholeCount))}%`;
  return step === 'DESCRIBED' ? `Reading what is described: ${percentage}.` : `${recordCount} papers, ${percentage}.`;
}
