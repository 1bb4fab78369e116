import type { Logger } from 'pino';
import type { Evidence } from '../answerer.ts';
import { makePostByFetch } from './post-by-fetch.ts';
import { makePostJson } from './post-json.ts';
import { makeRequestScores } from './request-scores.ts';
import type { RerankSettings } from './rerank-settings.ts';
import { endpointOf } from './wire-form.ts';

/**
 * How well each piece of evidence answers a question, by a model made for that: one entry for each piece, null for one that was
 * not shown to it. Null altogether where there are no scores: ranking goes on without them.
 * @throws what `signal` was aborted with.
 */
export type ScorePassages = (
  question: string,
  evidence: readonly Evidence[],
  signal: AbortSignal,
) => Promise<(number | null)[] | null>;

/** Passages of one request: as many as are ranked; TEI's own limit for a batch is 32. */
const MOST_TEXTS = 24;
/** UTF-16 units of the question and of each text. A passage has at most 220 tokens, so that only odd ones are cut. */
const LONGEST = 2_000;
/** Of an answer, in bytes: 24 scores take less than two thousand; some servers send the texts back. */
const MOST_BYTES = 256 * 1024;
/** Between two warnings. */
const QUIET_MS = 60_000;
/** Failures in a row after which the endpoint is left alone, and for how long: a dead one must not slow every answer. */
const PATIENCE = 3;
const REST_MS = 30_000;

/**
 * Makes what scores passages by the endpoint at RERANK_URL. It fails no answer: what goes wrong is logged, once a minute,
 * without the question.
 * @param options.now milliseconds of a clock that never goes back.
 * @param options.budgetMs for one question; default 1,500.
 * @param options.fetch sends the requests instead of the safe fetch's connections.
 * @returns the function, with `close()` to end its idle connections.
 */
export function makeScorePassages(
  settings: RerankSettings,
  logger: Pick<Logger, 'warn'>,
  {
    now = () => performance.now(),
    fetch,
    ...options
  }: { now?: () => number; budgetMs?: number; fetch?: typeof globalThis.fetch | undefined } = {},
): ScorePassages & { close(): Promise<void> } {
  const url = endpointOf(settings.url);
  const postOptions = { url, apiKey: settings.apiKey, maxBytes: MOST_BYTES };
  const post = fetch ? makePostByFetch(postOptions, fetch) : makePostJson(postOptions);
  const request = makeRequestScores({ url, model: settings.model }, post, options);
  let inARow = 0;
  let restsUntil = Number.NEGATIVE_INFINITY;
  let quietUntil = Number.NEGATIVE_INFINITY;
  let unsaid = 0;

  function fail(error: unknown): void {
    inARow += 1;
    if (inARow >= PATIENCE) restsUntil = now() + REST_MS;
    unsaid += 1;
    if (now() < quietUntil) return;
    // The message alone: an error's cause may hold the request.
    const reason = error instanceof Error ? error.message : 'unknown';
    logger.warn({ reason, failures: unsaid }, 'The rerank endpoint failed. Ranking without it.');
    quietUntil = now() + QUIET_MS;
    unsaid = 0;
  }

  const scorePassages: ScorePassages = async (question, evidence, signal) => {
    // Text that gives orders is shown to no model.
    const shown = evidence.filter(({ suspect }) => suspect !== true).slice(0, MOST_TEXTS);
    if (shown.length < 2 || now() < restsUntil) return null;
    try {
      const scores = await request(cut(question), shown.map(passageText), signal);
      inARow = 0;
      const scoreOf = new Map(shown.map((piece, index) => [piece, scores[index] ?? null]));
      return evidence.map((piece) => scoreOf.get(piece) ?? null);
    } catch (error) {
      signal.throwIfAborted();
      fail(error);
      return null;
    }
  };
  return Object.assign(scorePassages, { close: () => post.close() });
}

/** A passage with what stands above it, for "within 30 days" alone says nothing. */
function passageText({ title, heading, text }: Evidence): string {
  return cut([...new Set([title, ...heading]), text].filter((line) => line !== '').join('\n'));
}

/** Not in the middle of a surrogate pair. */
function cut(text: string): string {
  return text.slice(0, LONGEST).toWellFormed();
}
