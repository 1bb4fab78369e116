import { isFlaky } from '../../results/repeats.ts';
import type { CaseResult } from '../../score/case-result.ts';
import type { SuiteChange } from '../compared-suite.ts';

/** What the page's table shows and searches of a case. */
export interface CaseRow {
  /** Position in the suite's results, from 0. */
  n: number;
  /** Index of its suite in the report. */
  suite: number;
  id: string;
  question: string;
  /** How many turns came before it. */
  earlier: number;
  answer: string;
  tags: string[];
  status: string | null;
  verdict: 'passed' | 'failed' | 'error';
  flaky: boolean;
  /** What became of it since the baseline. */
  change: SuiteChange | null;
  confidence: number | null;
  milliseconds: number | null;
  /** Names of the checks that failed. */
  failed: string[];
  /** Whether the page has all of it. */
  detail: boolean;
}

const LONGEST_QUESTION = 400;
/** An answer stands in the table to be searched; its page shows all of it. */
const LONGEST_ANSWER = 600;

/** Pure. */
export function toRow(
  result: CaseResult,
  place: Pick<CaseRow, 'n' | 'suite' | 'change' | 'detail'>,
): CaseRow {
  const { id, tags, status, passed, error, confidence, milliseconds, questions, checks } = result;
  return {
    ...place,
    id,
    tags,
    status,
    question: clip(questions.at(-1) ?? '', LONGEST_QUESTION),
    earlier: Math.max(questions.length - 1, 0),
    answer: clip(error ?? result.answer ?? '', LONGEST_ANSWER),
    verdict: passed ? 'passed' : error === null ? 'failed' : 'error',
    flaky: place.change === 'flaky' || isFlaky(result),
    confidence: rounded(confidence, 3),
    milliseconds: rounded(milliseconds, 1),
    failed: checks.filter((check) => !check.passed).map(({ name }) => name),
  };
}

export function clip(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest).toWellFormed()}…`;
}

export function rounded(value: number | null, digits: number): number | null {
  return value === null ? null : Number(value.toFixed(digits));
}
