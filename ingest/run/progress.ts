import { Presets, SingleBar } from 'cli-progress';
import type { RunProgress } from './progress-state.ts';

/** A quiet line is written so often, in milliseconds. */
const LINE_EVERY_MS = 5000;

/** Shows a person how far a run is. */
export interface ProgressDisplay {
  update(progress: RunProgress): void;
  /** One line above the display, or in its place. */
  message(text: string): void;
  stop(): void;
}

/**
 * Makes the display that suits the stream: a bar on a terminal, else a quiet line every few seconds.
 * @param stream standard error; null to show nothing.
 */
export function makeProgressDisplay(stream: NodeJS.WriteStream | null): ProgressDisplay {
  if (stream === null) return { update() {}, message() {}, stop() {} };
  return stream.isTTY ? makeBar(stream) : makeLines((line) => stream.write(line));
}

/** Documents that a run will have read when it is over, as far as can be told. Pure. */
export function expectedTotal({ read, queued, known }: RunProgress): number {
  return Math.max(read + queued, known, read);
}

function makeBar(stream: NodeJS.WriteStream): ProgressDisplay {
  let bar: SingleBar | null = null;
  let source = '';
  let started = 0;
  const stop = () => {
    bar?.stop();
    bar = null;
  };
  return {
    stop,
    message(text) {
      stop();
      stream.write(`${text}\n`);
    },
    update(progress) {
      if (bar === null || source !== progress.source) {
        stop();
        source = progress.source;
        started = performance.now();
        bar = new SingleBar(
          {
            stream,
            format: '{bar} {value}/{total} | {rate}/s | {waiting} queued | {eta_formatted} left | {source}',
            hideCursor: true,
            barsize: 24,
            etaBuffer: 50,
            gracefulExit: false,
          },
          Presets.shades_classic,
        );
        bar.start(expectedTotal(progress), 0, { rate: '–', waiting: 0, source: short(source) });
      }
      const seconds = (performance.now() - started) / 1000;
      bar.setTotal(expectedTotal(progress));
      bar.update(progress.read, {
        rate: (progress.read / Math.max(seconds, 0.1)).toFixed(1),
        waiting: progress.queued,
        source: short(source),
      });
    },
  };
}

/** @param now milliseconds, for tests. */
export function makeLines(
  write: (line: string) => void,
  now: () => number = performance.now.bind(performance),
): ProgressDisplay {
  // From the first page on: to open the database may take longer than a line waits.
  let last: number | null = null;
  return {
    stop() {},
    message: (text) => write(`${text}\n`),
    update(progress) {
      last ??= now();
      if (now() - last < LINE_EVERY_MS) return;
      last = now();
      const { read, queued, source } = progress;
      write(`${source}: ${read} of ${expectedTotal(progress)} read, ${queued} queued\n`);
    },
  };
}

function short(text: string): string {
  return text.length <= 40 ? text : `…${text.slice(-39)}`;
}
