import type { Logger } from 'pino';
import type { BenchRow } from './table.ts';

/** The groups that a person may ask for. */
export const BENCH_GROUPS = [
  'answers',
  'retrieval',
  'peers',
  'search',
  'service',
  'ingest',
  'sensitivity',
] as const;
/** Those that are run only by name: they take long, or repeat what others measure beside other systems. */
export const ASKED_FOR_GROUPS: readonly BenchGroup[] = ['retrieval', 'peers', 'sensitivity'];

export type BenchGroup = (typeof BENCH_GROUPS)[number];

/** Files of public sets that a person has named; null: from `dataFolder`, where it is there. */
export interface NamedSets {
  /** In XQuAD's or SQuAD's format. */
  xquad: string | null;
  squad: string | null;
  /** The folder with both of its files. */
  clapnq: string | null;
  semipqa: string | null;
}

/** What benchmarks work with. */
export interface BenchContext {
  /** Absolute path of the project. */
  root: string;
  /** Absolute path of the development sets. */
  dataFolder: string;
  sets: NamedSets;
  /** Most questions of a set that are asked by `retrieval`, `peers` and `sensitivity`, evenly spread. */
  questions: number;
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
   * @returns its figures, perhaps with a text to print below them, such as a table in Markdown, or a table to print
   * instead of theirs.
   * @throws when it cannot be run.
   */
  run(context: BenchContext): Promise<BenchRow[] | { rows: BenchRow[]; text?: string; table?: string }>;
}
