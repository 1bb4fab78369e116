import { embeddingCost } from '../embedding/embedding-cost.ts';
import type { EmbeddingModel } from '../embedding/embedding-model.ts';
import { withoutSecrets } from '../safe-fetch/without-secrets.ts';
import type { SourceSpec } from './source-spec.ts';

/** Why a page is not in the index, or not as it should be. */
export interface RunProblem {
  url: string;
  /** Where it was stopped: `fetch`, `extract`, `robots`, `noindex`, `duplicate`, …; `safety` where it gives orders to a model. */
  stage: string;
  reason: string;
}

/** How the text of one document changes. */
export interface DocumentDiff {
  url: string;
  title: string;
  /** `- ` what leaves, `+ ` what comes, `~ ` what cannot be shown as lines. */
  lines: string[];
  /** Lines beyond those. */
  more: number;
}

/** What a dry run would do. */
export interface IngestPlan {
  add: string[];
  change: string[];
  keep: string[];
  remove: string[];
  /** Of the documents in `change`. */
  diffs: DocumentDiff[];
  pages: number;
  passages: number;
  embeddings: number;
  tokens: number;
  /** Null where the model's price is not known. */
  costUsd: number | null;
}

/** How one ingest of one source went. */
export interface RunReport {
  runId: string;
  store: string;
  source: string;
  status: 'done' | 'failed' | 'stopped';
  /** Whether all of the source was seen, so that what is missing is gone. */
  complete: boolean;
  /** The interrupted run that this one went on with, and how many pages that one had read; null when there was none. */
  resumes: { runId: string; pages: number } | null;
  /** Documents. */
  added: number;
  changed: number;
  unchanged: number;
  removed: number;
  /** Could not be read; what was known of them stays. */
  failed: number;
  /** Left out on purpose. */
  skipped: number;
  /** Of the documents that were found. */
  passages: number;
  /** Texts that the model was asked for. */
  embedded: number;
  /** Passages whose vector was there already. */
  reused: number;
  /** That were embedded. */
  tokens: number;
  /** Null where the model's price is not known. */
  costUsd: number | null;
  seconds: number;
  problems: RunProblem[];
  /** Of a dry run, which does none of it. */
  plan?: IngestPlan;
}

/** A site with a trap has problems without end; these are enough to see what they are. */
const MAX_PROBLEMS = 1000;

/** Collects a run's counts. */
export interface RunTally {
  readonly counts: Pick<
    RunReport,
    'added' | 'changed' | 'unchanged' | 'removed' | 'failed' | 'skipped' | 'passages' | 'embedded' | 'tokens'
  >;
  /** Documents that could not be fetched. */
  readonly unfetched: number;
  readonly firstProblem: string | null;
  /** The reason of the first page that was left out; it is the cause where nothing else was found. */
  readonly firstLeftOut: string | null;
  /** Something could not be read. */
  fail(problem: RunProblem): void;
  /** Something was left out on purpose. */
  skip(problem: RunProblem): void;
  /** Something that concerns the run as a whole. */
  note(problem: RunProblem): void;
  /** Something in a document that is in the index, and that people have to look at. */
  flag(problem: RunProblem): void;
  report(run: {
    runId: string;
    store: string;
    source: SourceSpec;
    embeddingModel: EmbeddingModel;
  }): RunReport;
}

/** Makes a tally at zero; its clock starts now. */
export function makeRunTally(): RunTally {
  const started = performance.now();
  const notes: RunProblem[] = [];
  const flags: RunProblem[] = [];
  const failures: RunProblem[] = [];
  const leftOut: RunProblem[] = [];
  let dropped = 0;
  let unfetched = 0;
  let firstProblem: string | null = null;
  const counts = {
    added: 0,
    changed: 0,
    unchanged: 0,
    removed: 0,
    failed: 0,
    skipped: 0,
    passages: 0,
    embedded: 0,
    tokens: 0,
  };
  const keep = (list: RunProblem[], problem: RunProblem) => {
    const { url, reason } = problem;
    if (list.length < MAX_PROBLEMS)
      list.push({ ...problem, url: withoutSecrets(url), reason: withoutSecrets(reason) });
    else dropped += 1;
  };

  return {
    counts,
    get unfetched() {
      return unfetched;
    },
    get firstProblem() {
      return firstProblem;
    },
    get firstLeftOut() {
      return leftOut[0]?.reason ?? null;
    },
    note({ url, stage, reason }) {
      firstProblem ??= reason;
      keep(notes, { url, stage, reason });
    },
    flag({ url, stage, reason }) {
      keep(flags, { url, stage, reason });
    },
    fail({ url, stage, reason }) {
      counts.failed += 1;
      if (stage === 'fetch') unfetched += 1;
      firstProblem ??= reason;
      keep(failures, { url, stage, reason });
    },
    skip({ url, stage, reason }) {
      counts.skipped += 1;
      keep(leftOut, { url, stage, reason });
    },
    report({ runId, store, source, embeddingModel }) {
      const problems = [...notes, ...flags, ...failures, ...leftOut];
      const unlisted = dropped + Math.max(0, problems.length - MAX_PROBLEMS);
      const more = {
        url: source.location,
        stage: 'report',
        reason: `${unlisted} more problems are not listed`,
      };
      return {
        runId,
        store,
        source: source.id,
        status: 'done',
        complete: true,
        resumes: null,
        ...counts,
        reused: Math.max(0, counts.passages - counts.embedded),
        costUsd: embeddingCost(embeddingModel, counts.tokens),
        seconds: Math.round(performance.now() - started) / 1000,
        problems: unlisted === 0 ? problems : [...problems.slice(0, MAX_PROBLEMS), more],
      };
    },
  };
}
