import type { ChildOutcome } from './ingest-child.ts';

/** A line for the log. */
export interface OutcomeLine {
  level: 'info' | 'warn';
  fields: Record<string, unknown>;
  message: string;
}

/** Says how a scheduled ingest went: its counts, and what is first to be looked at. Pure. */
export function describeOutcome({ report, exit, lastWords }: ChildOutcome): OutcomeLine {
  if (report === null) {
    const problem = lastWords === '' ? 'it said nothing' : lastWords;
    return {
      level: 'warn',
      fields: { exit, problem },
      message: 'A scheduled ingest could not be made. The index stays as it was.',
    };
  }
  const { runId, status, added, changed, unchanged, removed, failed, skipped, seconds } = report;
  const [first] = report.problems;
  const fields = {
    ...{ runId, status, added, changed, unchanged, removed, failed, skipped, seconds },
    ...(first === undefined ? {} : { problem: first.reason, problems: report.problems.length }),
  };
  if (status === 'done') return { level: 'info', fields, message: 'A scheduled ingest is done.' };
  return {
    level: 'warn',
    fields,
    message:
      status === 'stopped'
        ? 'A scheduled ingest would have removed too much, and stopped.'
        : 'A scheduled ingest failed. What it could not read stays as it was.',
  };
}
