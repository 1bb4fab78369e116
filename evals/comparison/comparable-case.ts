import { z } from 'zod';
import type { CaseResult, CaseScores, Check } from '../score/case-result.ts';
import { amountsOf } from '../score/measure-suite.ts';

/** What a comparison needs of a case, in either run. */
export interface ComparableCase {
  id: string;
  /** Every turn; the last one was scored. */
  questions: string[];
  /** Of the case as its suite states it; null where the run did not record it. */
  definition: string | null;
  passed: boolean;
  error: string | null;
  status: string | null;
  answer: string | null;
  citations: { url: string; quote: string }[];
  /** Checks that failed. */
  failed: Pick<Check, 'name' | 'expected' | 'got'>[];
  /** The verdict of every asking, where it was asked more than once. */
  verdicts: boolean[];
  /** What metrics are made of, by column of `makeSuiteMeter`. */
  numbers: Record<string, number>;
}

/** Pure. */
export function toComparable(result: CaseResult): ComparableCase {
  const { id, questions, definition, passed, error, status, answer, citations, checks, repeats } = result;
  return {
    ...{ id, questions, passed, error, status, answer, definition: definition ?? null },
    citations: citations.map(({ url, quote }) => ({ url, quote })),
    failed: checks.flatMap((check) => (check.passed ? [] : [withoutVerdict(check)])),
    verdicts: repeats?.map((repeat) => repeat.passed) ?? [],
    numbers: { ...Object.fromEntries(amountsOf(result)), ...valuesOf(result.scores) },
  };
}

const verdict = z.object({ passed: z.boolean() });
const check = z.object({ name: z.string(), passed: z.boolean(), expected: z.string(), got: z.string() });
const scores = z.record(z.string(), z.object({ value: z.number().nullable() }));

/** What both files of a run hold of a case; the rest may differ from version to version. */
const reportedCase = z.object({
  id: z.string(),
  questions: z.array(z.string()).default([]),
  definition: z.string().optional(),
  passed: z.boolean(),
  error: z.string().nullable().default(null),
  status: z.string().nullable(),
  answer: z.string().nullable(),
  citations: z.array(z.object({ url: z.string(), quote: z.string() })),
  checks: z.array(check).default([]),
  repeats: z.array(verdict).default([]),
  scores: scores.default({}),
  milliseconds: z.number().nullable().default(null),
  /** In report.json, beside the scores. */
  amounts: z.record(z.string(), z.number()).default({}),
});

/** What only a line of cases.jsonl has, and metrics need. */
const wholeRecord = z.object({
  citations: z.array(z.object({ fault: z.string().nullable(), context: z.unknown() })),
  usage: z.object({ inputTokens: z.number(), outputTokens: z.number(), costUsd: z.number() }).nullable(),
  confidence: z.number().nullable(),
  abstention: z.object({ expected: z.boolean().nullable(), made: z.boolean() }),
});

/**
 * Reads the record of a case, of report.json or of cases.jsonl.
 *
 * @throws z.ZodError for what is none.
 */
export function readComparable(record: unknown): ComparableCase {
  const read = reportedCase.parse(record);
  const whole = wholeRecord.safeParse(record).success;
  const amounts = whole ? Object.fromEntries(amountsOf(record as CaseResult)) : read.amounts;
  const { id, questions, passed, error, status, answer, citations, checks, repeats } = read;
  return {
    ...{ id, questions, passed, error, status, answer, citations },
    definition: read.definition ?? null,
    failed: checks.flatMap((entry) => (entry.passed ? [] : [withoutVerdict(entry)])),
    verdicts: repeats.map((repeat) => repeat.passed),
    numbers: {
      passed: passed ? 1 : 0,
      ...(read.milliseconds !== null && { milliseconds: read.milliseconds }),
      ...amounts,
      ...valuesOf(read.scores),
    },
  };
}

function valuesOf(values: z.infer<typeof scores> | CaseScores): Record<string, number> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, { value }]) => (value === null ? [] : [[name, value]])),
  );
}

function withoutVerdict({ name, expected, got }: Check): ComparableCase['failed'][number] {
  return { name, expected, got };
}
