import PQueue from 'p-queue';
import { describeError } from '../describe-error.ts';
import { joinRepeats } from '../results/repeats.ts';
import type { PlacedResult } from '../results/result-line.ts';
import type { CaseResult } from '../score/case-result.ts';
import { detectAnswerLanguage } from '../score/detect-answer-language.ts';
import { scoreCase } from '../score/score-case.ts';
import type { SuiteCase } from '../suite.ts';
import { findLostTarget, type Target } from '../target/target.ts';
import { askCase, type DetectLanguage } from './ask-case.ts';
import { makeTextFinder } from './text-finder.ts';
import { withDeadline } from './with-deadline.ts';

/** A case with its position among all cases of its suite, from 0. */
export interface PlacedCase {
  position: number;
  case: SuiteCase;
}

export interface RunOptions {
  /** The language of an answer's text, null where it is not sure. */
  detectLanguage?: DetectLanguage;
  /** Cases that run at the same time. */
  parallel?: number;
  /** Longest time for one asking of a case with all its turns, in milliseconds. */
  timeoutMs?: number;
  /** How often each case is asked. */
  repeat?: number;
  /** Ends the run: no case is begun any more, those under way are dropped. */
  signal?: AbortSignal;
  /** Stands around the asking of each case, and may add to its result. */
  around?: (entry: SuiteCase, judge: () => Promise<CaseResult>) => Promise<CaseResult>;
  /** Called as soon as a case is judged, which need not be in the suite's order. */
  onCase?: (result: CaseResult) => void;
}

/** Cases read but not yet handed on, for each that runs: one that takes long does not hold up the others at once. */
const READ_AHEAD = 4;

/**
 * Asks cases of a target and judges the answers. Whatever goes wrong in a case makes that case fail, not the run.
 * Cases are read as they are needed: at most `parallel × 4` are held, from being read to being handed on.
 *
 * @returns results in the order of the cases, however they ended; without those that were not judged when `signal` aborted.
 * @throws TargetLostError once everything judged was handed on, when the target is gone.
 */
export async function* askCases(
  cases: AsyncIterable<PlacedCase> | Iterable<PlacedCase>,
  target: Target,
  options: RunOptions = {},
): AsyncGenerator<PlacedResult> {
  const { parallel = 2, signal, around = (_, ask) => ask(), onCase } = options;
  const judge = makeJudge(target, options);
  const queue = new PQueue({ concurrency: parallel });
  const waiting: Promise<PlacedResult | null>[] = [];
  let lost: Error | null = null;
  const ended = () => lost !== null || signal?.aborted === true;

  const run = async ({ position, case: entry }: PlacedCase): Promise<PlacedResult | null> => {
    if (ended()) return null;
    try {
      const result = await around(entry, () => judge(entry));
      onCase?.(result);
      return { position, result };
    } catch (error) {
      if (!signal?.aborted) lost ??= error as Error;
      return null;
    }
  };

  try {
    for await (const placed of cases) {
      if (ended()) break;
      waiting.push(queue.add(() => run(placed)));
      if (waiting.length < parallel * READ_AHEAD) continue;
      const first = await waiting.shift();
      if (first) yield first;
    }
    for (const next of waiting) {
      const result = await next;
      if (result) yield result;
    }
  } finally {
    // Whoever takes no more results closes the target next: nothing may be under way by then.
    queue.clear();
    await queue.onIdle();
  }
  if (lost !== null) throw lost;
}

/** Asks and judges one case, as often as is wanted. @throws when the run ends, and TargetLostError. */
function makeJudge(
  target: Target,
  { detectLanguage = detectAnswerLanguage, timeoutMs = 120_000, repeat = 1, signal }: RunOptions,
): (entry: SuiteCase) => Promise<CaseResult> {
  const findText = makeTextFinder(target);
  const askOnce = async (entry: SuiteCase): Promise<CaseResult> => {
    try {
      const ask = (limited: AbortSignal) => askCase(entry, { target, findText, detectLanguage }, limited);
      return scoreCase(await withDeadline(ask, { ms: timeoutMs, signal }));
    } catch (error) {
      signal?.throwIfAborted();
      const gone = findLostTarget(error);
      if (gone !== null) throw gone;
      return scoreCase({ case: entry, error: describeError(error) });
    }
  };
  return async (entry) => {
    const results: CaseResult[] = [];
    for (let count = 0; count < repeat; count += 1) results.push(await askOnce(entry));
    return joinRepeats(results);
  };
}

/** The same for cases that stand in memory, or few enough that their results may. */
export async function runSuite(
  cases: Iterable<SuiteCase> | AsyncIterable<SuiteCase>,
  target: Target,
  options: RunOptions = {},
): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for await (const { result } of askCases(placed(cases), target, options)) results.push(result);
  return results;
}

async function* placed(cases: Iterable<SuiteCase> | AsyncIterable<SuiteCase>): AsyncGenerator<PlacedCase> {
  let position = 0;
  for await (const entry of cases) {
    yield { position, case: entry };
    position += 1;
  }
}
