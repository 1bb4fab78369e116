import type { CrawlEvent, DoneEvent } from './crawl-event.ts';

/** Counts the events of a crawl. */
export interface Tally {
  count(event: CrawlEvent): void;
  /** The last event: complete unless something was a problem or the crawl was stopped. */
  done(stopped: boolean): DoneEvent;
}

/** Makes a tally at zero. */
export function makeTally(): Tally {
  const counts = { page: 0, file: 0, unchanged: 0, gone: 0, skipped: 0, problem: 0, done: 0 };
  let firstProblem: string | null = null;
  return {
    count(event) {
      if (event.type !== 'unchanged' || event.isDocument) counts[event.type] += 1;
      if (event.type === 'problem') firstProblem ??= event.reason;
    },
    done: (stopped) => ({
      type: 'done',
      complete: !stopped && firstProblem === null,
      reason: stopped ? 'stopped by the caller' : firstProblem,
      pages: counts.page,
      files: counts.file,
      unchanged: counts.unchanged,
      gone: counts.gone,
      skipped: counts.skipped,
      problems: counts.problem,
    }),
  };
}
