import type { Logger } from 'pino';
import type { Environment } from '../ingest/environment.ts';
import { makeSafeFetch } from '../ingest/safe-fetch.ts';
import { explainModelError } from './answer/llm/explain-model-error.ts';
import type { ReadinessCheck } from './service-deps.ts';

const OPENAI_URL = 'https://api.openai.com/v1';
const TIMEOUT_MS = 10_000;
/** Of a list of models, which nobody reads: gateways list some thousands. */
const MOST_BYTES = 4 * 1024 * 1024;

/** What is known of whether the chat model takes its key. */
export interface ChatModelWatch {
  /** Takes note of what a request has shown. */
  note(key: 'ok' | 'refused'): void;
  /**
   * Asks the server of an `openai:` model once for its list of models, unless a request has shown more already. Logs one
   * error when the key is refused. Never throws.
   */
  ask(signal: AbortSignal): Promise<void>;
  /** For `GET /ready`; null where answers are extractive. Answers can be had without the chat model, so it is always ok. */
  describe(): ReadinessCheck | null;
}

/** Watches whether the configured chat model takes its key. Asks nothing by itself. */
export function makeChatModelWatch(
  {
    chatModel,
    openaiApiKey,
    openaiBaseUrl,
  }: Pick<Environment, 'chatModel' | 'openaiApiKey' | 'openaiBaseUrl'>,
  logger: Pick<Logger, 'error' | 'debug'>,
): ChatModelWatch {
  let state: NonNullable<ReadinessCheck['state']> = 'unknown';

  return {
    note(key) {
      state = key;
    },
    async ask(signal) {
      // Other providers list their models elsewhere, if at all.
      if (!chatModel.startsWith('openai:')) return;
      const status = await statusOfModels(openaiBaseUrl ?? OPENAI_URL, openaiApiKey ?? 'none', signal);
      // An answer under way may have been quicker, and has shown more.
      if (state !== 'unknown') return;
      // 403: a restricted key may answer chats and not list models; the first chat will tell.
      if (status === 401) {
        state = 'refused';
        const { message } = explainModelError({ status }, chatModel);
        logger.error({ model: chatModel, status }, `${message} Until then answers are extractive.`);
      } else if (status !== null && status >= 200 && status < 300) state = 'ok';
      else logger.debug({ model: chatModel, status }, 'whether the chat model takes its key is not known');
    },
    describe() {
      return chatModel === 'extractive'
        ? null
        : { ok: true, state, detail: `${chatModel} ${DETAILS[state]}` };
    },
  };
}

const DETAILS: Record<NonNullable<ReadinessCheck['state']>, string> = {
  ok: 'takes its key.',
  refused: 'refuses its key: answers are extractive. Set a key that may use it, and start the service again.',
  unknown: 'has not been heard yet.',
};

/** What `GET {base}/models` is answered with (OpenAI API reference, "List models"); null for no answer. */
async function statusOfModels(base: string, key: string, signal: AbortSignal): Promise<number | null> {
  const url = URL.parse(`${base.replace(/\/+$/, '')}/models`);
  if (url === null) return null;
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  // The operator's choice, as for the model itself, so that it may be private; where it redirects to is not.
  const fetchModels = makeSafeFetch({ allowHosts: [`${url.hostname}:${port}`] });
  try {
    const { status } = await fetchModels(url, {
      headers: { accept: 'application/json', authorization: `Bearer ${key}` },
      followRedirect: () => false,
      timeoutMs: TIMEOUT_MS,
      maxBytes: MOST_BYTES,
      signal,
    });
    return status;
  } catch {
    return null;
  } finally {
    await fetchModels.close();
  }
}
