import { Cron } from 'croner';
import type { ScheduledSource } from '../../ingest/run/plan-jobs.ts';

/** A source whose schedule has come. */
export interface DueSource {
  source: ScheduledSource;
  /** The last time that its schedule came. */
  dueAt: Date;
}

export interface Agenda {
  /** Longest overdue first. */
  due: DueSource[];
  /** When a schedule comes next; null when none does. */
  nextAt: Date | null;
}

/**
 * Says which sources have to be ingested now: those that were not since their schedule last came. However many times
 * were missed, each is due once. Pure.
 * @param doneAt when a source was last ingested to an end; null: never, so that it is due if its schedule ever came.
 */
export function makeAgenda(
  sources: readonly ScheduledSource[],
  doneAt: (source: ScheduledSource) => Date | null,
  now: Date,
): Agenda {
  // What comes exactly now has come.
  const afterNow = new Date(now.getTime() + 1);
  const due = sources.flatMap((source) => {
    const [dueAt] = cronOf(source).previousRuns(1, afterNow);
    return dueAt !== undefined && dueAt > (doneAt(source) ?? NEVER) ? [{ source, dueAt }] : [];
  });
  const next = sources.map((source) => nextRun(source, now)?.getTime() ?? Number.POSITIVE_INFINITY);
  const nextAt = Math.min(...next);
  return {
    due: due.sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime()),
    nextAt: Number.isFinite(nextAt) ? new Date(nextAt) : null,
  };
}

const NEVER = new Date(-8.64e15);

/** When the source's schedule comes next after `now`; null when it never does. Pure. */
export function nextRun(source: ScheduledSource, now: Date): Date | null {
  return cronOf(source).nextRun(now);
}

function cronOf({ schedule, timezone }: ScheduledSource): Cron {
  return new Cron(schedule, { paused: true, ...(timezone === null ? {} : { timezone }) });
}
