import type { Logger } from 'pino';
import type { BenchRow } from './table.ts';

/** The groups that a person may ask for. */
export const BENCH_GROUPS = ['answers', 'search', 'service', 'ingest', 'sensitivity'] as const;
/** Those that are run only by name: they take long, and say nothing of one version against another. */
export const ASKED_FOR_GROUPS: readonly BenchGroup[] = ['sensitivity'];

export type BenchGroup = (typeof BENCH_GROUPS)[number];

/** What benchmarks work with. */
export interface BenchContext {
  /** Absolute path of the project. */
  root: string;
  /** Absolute path of the development sets. */
  dataFolder: string;
  /** For child processes and settings; names no database, for each benchmark has one of its own. */
  env: Record<string, string | undefined>;
  logger: Logger;
  /** Ends what is under way, child processes included. */
  signal: AbortSignal;
  /** Told how far a benchmark is; one short line, replaced by the next. */
  onProgress: (message: string) => void;
}

/** A set of figures that are measured together. */
export interface Benchmark {
  group: BenchGroup;
  title: string;
  /** Folder below `dataFolder` that it needs; without it the benchmark is left out, not failed. */
  dataset?: string;
  /**
   * @returns its figures, perhaps with a text to print below them, such as a table in Markdown.
   * @throws when it cannot be run.
   */
  run(context: BenchContext): Promise<BenchRow[] | { rows: BenchRow[]; text: string }>;
}
