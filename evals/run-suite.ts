import PQueue from 'p-queue';
import type { AnswerRequest, AnswerResponse } from '../service/schemas.ts';
import type { CaseResult } from './case-result.ts';
import type { CaseAnswer, CaseRun } from './case-run.ts';
import { describeError } from './describe-error.ts';
import { detectAnswerLanguage } from './detect-answer-language.ts';
import { scoreCase } from './score-case.ts';
import type { SuiteCase } from './suite.ts';
import type { Target } from './target.ts';

export interface RunOptions {
  /** The language of an answer's text, null where it is not sure. */
  detectLanguage?: (text: string) => Promise<string | null>;
  /** Cases that run at the same time. */
  parallel?: number;
  /** Longest time for one case with all its turns, in milliseconds. */
  timeoutMs?: number;
  onCase?: (result: CaseResult) => void;
}

/**
 * Asks every case of the target and judges the answers; results come in the order of the cases, however they ended.
 * A conversation goes turn by turn under the id that its first answer got. Whatever goes wrong in a case makes that
 * case fail, not the run. Documents are fetched once a run.
 */
export async function runSuite(
  cases: readonly SuiteCase[],
  target: Target,
  { detectLanguage = detectAnswerLanguage, parallel = 2, timeoutMs = 120_000, onCase }: RunOptions,
): Promise<CaseResult[]> {
  const findText = makeTextFinder(target);
  const queue = new PQueue({ concurrency: parallel });
  return queue.addAll(
    cases.map((entry) => async () => {
      const signal = AbortSignal.timeout(timeoutMs);
      const run = await untilAborted(runCase(entry, target, findText, detectLanguage, signal), signal).catch(
        (error: unknown): CaseRun => ({
          case: entry,
          error: signal.aborted ? `no answer within ${timeoutMs} ms` : describeError(error),
        }),
      );
      const result = scoreCase(run);
      onCase?.(result);
      return result;
    }),
  );
}

type FindText = (store: string, documentId: string, signal: AbortSignal) => Promise<string | null>;

async function runCase(
  entry: SuiteCase,
  target: Target,
  findText: FindText,
  detectLanguage: (text: string) => Promise<string | null>,
  signal: AbortSignal,
): Promise<CaseRun> {
  const turns = await converse(entry, target, signal);
  const last = turns.pop();
  if (last === undefined) throw new RangeError(`case ${entry.id} has no question`);
  const { response, retrieved, milliseconds } = last;
  const documents = new Map<string, string | null>();
  for (const { documentId } of response.citations) {
    if (!documents.has(documentId))
      documents.set(documentId, await findText(response.store, documentId, signal));
  }
  const detectedLanguage = await detectLanguage(response.answer);
  return {
    case: entry,
    response,
    turns: turns.map(({ question, response: { status, answer } }) => ({ question, status, answer })),
    retrieved,
    documents,
    detectedLanguage,
    milliseconds,
  };
}

interface AskedTurn {
  question: string;
  response: AnswerResponse;
  retrieved: CaseAnswer['retrieved'];
  milliseconds: number;
}

async function converse(entry: SuiteCase, target: Target, signal: AbortSignal): Promise<AskedTurn[]> {
  const turns: AskedTurn[] = [];
  for (const [turn, question] of entry.questions.entries()) {
    const request: AnswerRequest = { question };
    if (target.store !== null) request.store = target.store;
    if (entry.locale !== null) request.locale = entry.locale;
    if (entry.filters !== null) request.filters = entry.filters;
    const last = turns.at(-1);
    if (last !== undefined) request.conversationId = last.response.conversationId;
    const started = performance.now();
    try {
      const answered = await target.answer(request, signal);
      turns.push({ question, ...answered, milliseconds: performance.now() - started });
    } catch (error) {
      if (entry.questions.length === 1) throw error;
      throw new Error(`turn ${turn + 1} of ${entry.questions.length}`, { cause: error });
    }
  }
  return turns;
}

function makeTextFinder(target: Target): FindText {
  const known = new Map<string, Promise<string | null>>();
  return (store, documentId, signal) => {
    const key = JSON.stringify([store, documentId]);
    const found =
      known.get(key) ??
      target.findDocument(store, documentId, signal).then((document) => document?.text ?? null);
    known.set(key, found);
    // One case's time limit must not decide for the cases after it.
    found.catch(() => known.delete(key));
    return found;
  };
}

/** A target that ignores its signal must not hold up the run. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
