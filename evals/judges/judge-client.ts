import { setTimeout as sleep } from 'node:timers/promises';
import { explainModelError } from '../../service/answer/llm/explain-model-error.ts';
import { retryDelay } from '../../service/answer/llm/retry-delay.ts';

const OPENAI_URL = 'https://api.openai.com/v1';
/** For one verdict, tries and pauses together, in milliseconds. */
const BUDGET_MS = 120_000;
const RETRIES = 3;

/** What asks a judge's server. */
export interface JudgeServer {
  apiKey: string | null;
  /** An OpenAI-compatible server, ending in `/v1`; null: OpenAI's own. */
  baseUrl: string | null;
  fetch: typeof globalThis.fetch;
}

/** The two endpoints of OpenAI's client that autoevals calls. */
export interface JudgeClient {
  chat: { completions: { create(params: object): Promise<unknown> } };
  responses: { create(params: object): Promise<unknown> };
}

/** Tokens as billed. */
export interface TokenCount {
  input: number;
  output: number;
}

/**
 * Makes a client with which autoevals asks a judge: through the given `fetch`, with no setting of its own from the
 * environment. Rate limits and failures are tried again.
 *
 * @param onUsage told the tokens of each answer.
 * @throws from its methods ModelUnavailable, which holds neither key nor text; what the signal was aborted with.
 */
export function makeJudgeClient(
  judge: string,
  { apiKey, baseUrl, fetch: send }: JudgeServer,
  onUsage: (tokens: TokenCount) => void,
  signal: AbortSignal,
): JudgeClient {
  const base = (baseUrl ?? OPENAI_URL).replace(/\/+$/u, '');

  async function tryOnce(path: string, body: string): Promise<unknown> {
    let response: Response;
    let answer: unknown;
    try {
      response = await send(`${base}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey ?? 'none'}` },
        body,
        signal: AbortSignal.any([signal, AbortSignal.timeout(BUDGET_MS)]),
      });
      const text = await response.text();
      answer = response.ok ? JSON.parse(text) : codeOf(text);
    } catch (error) {
      signal.throwIfAborted();
      throw explainModelError(error, judge);
    }
    if (response.ok) return answer;
    throw explainModelError({ status: response.status, headers: response.headers, code: answer }, judge);
  }

  async function post(path: string, params: object): Promise<unknown> {
    const body = JSON.stringify(params);
    const until = performance.now() + BUDGET_MS;
    for (let failures = 1; ; failures += 1) {
      try {
        const answer = await tryOnce(path, body);
        onUsage(tokensOf(answer));
        return answer;
      } catch (error) {
        signal.throwIfAborted();
        const explained = explainModelError(error, judge);
        const delay = retryDelay(explained, failures, RETRIES, until - performance.now(), Math.random());
        if (delay === null) throw explained;
        await sleep(delay, undefined, { signal });
      }
    }
  }

  return {
    chat: { completions: { create: (params) => post('/chat/completions', params) } },
    responses: { create: (params) => post('/responses', params) },
  };
}

/** Of an error's body nothing but the provider's code is taken over. */
function codeOf(text: string): string | undefined {
  try {
    const { error } = JSON.parse(text) as { error?: { code?: unknown } };
    return typeof error?.code === 'string' ? error.code : undefined;
  } catch {
    return undefined;
  }
}

/** OpenAI API reference: `usage` of a chat completion, and of a response. */
function tokensOf(answer: unknown): TokenCount {
  const { usage } = (answer ?? {}) as { usage?: Record<string, unknown> };
  const number = (value: unknown) => (typeof value === 'number' ? value : 0);
  return {
    input: number(usage?.prompt_tokens ?? usage?.input_tokens),
    output: number(usage?.completion_tokens ?? usage?.output_tokens),
  };
}
