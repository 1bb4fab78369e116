import type { ComparableCase } from './comparable-case.ts';
import { diffAnswers, type WordChange } from './word-diff.ts';

/**
 * What became of a case that both runs have: `edited` where its question or what it expects is another now, so that its
 * verdicts do not compare; `flaky` where it changes by itself; `changed` for the same verdict with another status, answer
 * or citations.
 */
export type CaseChangeKind = 'fixed' | 'broken' | 'flaky' | 'edited' | 'changed' | 'same';

type Citation = ComparableCase['citations'][number];
type FailedCheck = ComparableCase['failed'][number];

/** A case of both runs, side by side. */
export interface CaseChange {
  id: string;
  kind: CaseChangeKind;
  question: string;
  before: CaseSide;
  now: CaseSide;
  /** From the answer before to the one of now; null where they are the same, or too long for it. */
  words: WordChange[] | null;
  citationsGained: Citation[];
  citationsLost: Citation[];
  /** Checks that fail now and did not, and those that did and do not any more. */
  checksBroken: FailedCheck[];
  checksFixed: FailedCheck[];
}

type CaseSide = Pick<ComparableCase, 'passed' | 'status' | 'answer' | 'error'>;

/** Pure. */
export function changeKind(before: ComparableCase, now: ComparableCase): CaseChangeKind {
  if (isEdited(before, now)) return 'edited';
  if (isUnsteady(before) || isUnsteady(now)) return 'flaky';
  if (before.passed !== now.passed) return now.passed ? 'fixed' : 'broken';
  return told(before) === told(now) ? 'same' : 'changed';
}

/** Pure. */
export function describeCase(before: ComparableCase, now: ComparableCase, kind: CaseChangeKind): CaseChange {
  return {
    id: now.id,
    kind,
    question: now.questions.at(-1) ?? '',
    before: sideOf(before),
    now: sideOf(now),
    words: diffAnswers(before.answer ?? '', now.answer ?? ''),
    citationsGained: without(now.citations, before.citations, citationKey),
    citationsLost: without(before.citations, now.citations, citationKey),
    checksBroken: without(now.failed, before.failed, ({ name }) => name),
    checksFixed: without(before.failed, now.failed, ({ name }) => name),
  };
}

/** Whether another thing is asked or expected; where a run did not record what was expected, its questions tell. */
function isEdited(before: ComparableCase, now: ComparableCase): boolean {
  if (before.definition !== null && now.definition !== null) return before.definition !== now.definition;
  return before.questions.length > 0 && before.questions.join('\n') !== now.questions.join('\n');
}

/** Whether its verdict differed from one asking to the next within a run. */
function isUnsteady({ verdicts }: ComparableCase): boolean {
  return new Set(verdicts).size > 1;
}

function told({ status, answer, citations }: ComparableCase): string {
  return JSON.stringify([status, answer, citations.map(citationKey)]);
}

function citationKey({ url, quote }: Citation): string {
  return JSON.stringify([url, quote]);
}

function sideOf({ passed, status, answer, error }: ComparableCase): CaseSide {
  return { passed, status, answer, error };
}

function without<T>(list: readonly T[], other: readonly T[], keyOf: (entry: T) => string): T[] {
  const keys = new Set(other.map(keyOf));
  return list.filter((entry) => !keys.has(keyOf(entry)));
}
