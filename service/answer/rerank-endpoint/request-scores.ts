import { setTimeout as sleep } from 'node:timers/promises';
import { FetchProblem } from '../../../ingest/safe-fetch/fetch-problem.ts';
import type { PostJson } from './post-json.ts';
import { readScores } from './read-scores.ts';
import type { RerankSettings } from './rerank-settings.ts';
import { likelyForm, otherForm, requestBody, type WireForm } from './wire-form.ts';

/** One finite score for each text, in their order: the greater, the better it answers. */
export type RequestScores = (query: string, texts: string[], signal: AbortSignal) => Promise<number[]>;

/** A status that brought no scores. */
class RefusedScores extends Error {
  override readonly name = 'RefusedScores';
}

/** For one question, tries and pauses together: a shopper waits no longer for a better order. Milliseconds. */
const BUDGET_MS = 1_500;
/** Tries after the first. */
const RETRIES = 1;
/** Before a further try, unless the server asks for more. */
const PAUSE_MS = 100;
/** A try with less time than this left is not begun. */
const LEAST_MS = 200;

/** What servers say of a body whose fields they do not know. */
const OTHER_FORM = new Set([400, 415, 422]);
const RETRYABLE = new Set([408, 425, 429, 500, 502, 503, 504]);
/** A timeout has used the time up. */
const RETRYABLE_PROBLEMS = new Set(['connection', 'refused']);

/**
 * Makes what asks an endpoint for scores, in the form that its URL suggests; in the other one where it refuses that, and
 * from then on. What may pass is tried once more.
 * @throws from the returned function {FetchProblem}, {RefusedScores} or {UnusableScores}, none of which holds the question.
 */
export function makeRequestScores(
  settings: Pick<RerankSettings, 'url' | 'model'>,
  post: PostJson,
  { budgetMs = BUDGET_MS }: { budgetMs?: number } = {},
): RequestScores {
  let known: WireForm | null = null;
  return async (query, texts, signal) => {
    const until = performance.now() + budgetMs;
    const left = () => until - performance.now();
    const first = known ?? likelyForm(settings);
    let form = first;
    let refused: number | null = null;
    for (let failures = 0; ; ) {
      const tried = await tryOnce(() =>
        post(requestBody(form, settings.model, query, texts), { timeoutMs: Math.max(1, left()), signal }),
      );
      const { answer } = tried;
      if (answer !== null && answer.status >= 200 && answer.status <= 299) {
        const scores = readScores(answer.body, texts.length);
        known = form;
        return scores;
      }
      if (answer !== null && known === null && form === first && OTHER_FORM.has(answer.status)) {
        refused = answer.status;
        form = otherForm(form);
        continue;
      }
      failures += 1;
      const wait = Math.max(PAUSE_MS, secondsToMs(answer?.retryAfter ?? null));
      if (!tried.retryable || failures > RETRIES || left() - wait < LEAST_MS) {
        throw tried.problem ?? refusal(settings.url, refused ?? answer?.status ?? 0);
      }
      await sleep(wait, undefined, { signal });
    }
  };
}

async function tryOnce(ask: () => ReturnType<PostJson>) {
  try {
    const answer = await ask();
    return { answer, problem: null, retryable: RETRYABLE.has(answer.status) };
  } catch (problem) {
    const retryable = problem instanceof FetchProblem && RETRYABLE_PROBLEMS.has(problem.code);
    return { answer: null, problem, retryable };
  }
}

/** Retry-After in seconds (RFC 9110, 10.2.3); 0 for none. One with a date is further off than is waited for. */
function secondsToMs(retryAfter: string | null): number {
  if (retryAfter === null) return 0;
  return /^\d+$/.test(retryAfter.trim()) ? Number(retryAfter) * 1_000 : Number.POSITIVE_INFINITY;
}

function refusal({ origin, pathname }: URL, status: number): RefusedScores {
  return new RefusedScores(
    `POST ${origin}${pathname}: expected scores, found status ${status}. ${todo(status)}`,
  );
}

function todo(status: number): string {
  if (status === 401 || status === 403) return 'Check RERANK_API_KEY.';
  if (status >= 300 && status <= 399) return 'Set RERANK_URL to the address that this one leads to.';
  if (status === 429) return 'It allows fewer requests: raise its limit.';
  if (status >= 500) return 'Check the server.';
  return 'Check RERANK_URL and RERANK_MODEL.';
}
