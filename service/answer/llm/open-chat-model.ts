import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { ModelUnavailable } from '../turns/model-unavailable.ts';
import { chatProvider, knownProviders, splitModelName } from './chat-provider.ts';

const openAiUrl = 'https://api.openai.com/v1';

/** Tokens. Bound a runaway answer, many times longer than a useful one; models that reason count that in. */
const mostOutput = { plain: 4_096, reasoning: 16_384 };

export interface ChatModelOptions {
  /** The provider's key. For providers other than `openai` LangChain reads their own variable when it is not given. */
  apiKey?: string;
  /** An OpenAI-compatible server for `openai:` names, ending in `/v1`; the server's address for `ollama:`. */
  baseUrl?: string;
  /** Most tokens that one call may write. Default: 4,096; 16,384 for a model that reasons first. */
  maxOutputTokens?: number;
  /** 0…2. Default: 0 where the model is known to accept it, else the provider's own. */
  temperature?: number;
  /** Sends the requests of `openai:` and `ollama:` names; default: the platform's. */
  fetch?: typeof fetch;
}

/** Providers whose clients take a `fetch`; calls of the others cannot be watched. */
const takeFetch = ['openai', 'ollama'];

/**
 * Opens the chat model that a configured name stands for, through LangChain's `initChatModel`, which is loaded only now. It
 * never retries by itself: whoever calls it knows how long to wait.
 * @param name `provider:model`, such as `openai:gpt-4.1-mini` or `ollama:qwen3:8b`
 * @throws ModelUnavailable for a name that no provider takes, a provider whose package is not installed, or a missing key
 */
export async function openChatModel(name: string, options: ChatModelOptions = {}): Promise<BaseChatModel> {
  const { provider, model } = splitModelName(name);
  if (provider === '' || model.trim() === '') {
    throw setupError(
      `CHAT_MODEL: expected "extractive" or "provider:model", such as openai:gpt-4.1-mini; found "${name}".`,
    );
  }
  const { keyVariable } = chatProvider(name);
  if (options.fetch && !takeFetch.includes(provider)) {
    throw setupError(
      `CHAT_MODEL=${name}: its calls cannot be recorded or replayed: expected a provider among ${takeFetch.join(', ')}; found "${provider}".`,
    );
  }
  const hasOwnServer = options.baseUrl !== undefined && options.baseUrl !== '';
  if (provider === 'openai' && !options.apiKey && !hasOwnServer) throw missingKey(name, keyVariable);

  const { initChatModel } = await import('langchain/chat_models/universal');
  try {
    return await initChatModel(model, {
      modelProvider: provider,
      maxRetries: 0,
      ...outputLimit(provider, model, options.maxOutputTokens),
      ...temperatureFor(provider, model, options.temperature),
      ...addressFor(provider, options),
    });
  } catch (error) {
    throw explain(error, name, keyVariable);
  }
}

function addressFor(provider: string, { apiKey, baseUrl, fetch }: ChatModelOptions): Record<string, unknown> {
  if (provider === 'openai') {
    return {
      // Servers such as Ollama and vLLM need no key, but the client insists on one.
      apiKey: apiKey || 'none',
      configuration: { baseURL: baseUrl || openAiUrl, ...(fetch && { fetch }) },
    };
  }
  return { ...(apiKey && { apiKey }), ...(baseUrl && { baseUrl }), ...(fetch && { fetch }) };
}

/** OpenAI's reasoning models refuse a temperature, and so may whatever comes next: 0 only where it is known to work. */
function temperatureFor(
  provider: string,
  model: string,
  asked: number | undefined,
): { temperature?: number } {
  if (asked !== undefined) return { temperature: asked };
  return provider === 'ollama' || (provider === 'openai' && !reasonsFirst(model)) ? { temperature: 0 } : {};
}

function outputLimit(provider: string, model: string, asked: number | undefined): Record<string, number> {
  const tokens = asked ?? (reasonsFirst(model) ? mostOutput.reasoning : mostOutput.plain);
  return provider === 'ollama' ? { numPredict: tokens } : { maxTokens: tokens };
}

/** Whether a model of OpenAI thinks before it writes, told from its name. Such a model refuses a temperature. */
export function reasonsFirst(model: string): boolean {
  return /^(o\d|gpt-([5-9]|\d\d))/.test(model);
}

function explain(error: unknown, name: string, keyVariable: string | null): ModelUnavailable {
  const { provider } = splitModelName(name);
  const message = error instanceof Error ? error.message : '';
  const missing = /^Unable to import (@[\w./-]+|[\w.-]+)/.exec(message)?.[1];
  if (missing) {
    return setupError(
      `CHAT_MODEL=${name}: expected the package ${missing} for the provider "${provider}", found it not installed. Run: npm install ${missing}`,
    );
  }
  if (/^Unsupported/.test(message)) {
    return setupError(
      `CHAT_MODEL=${name}: expected a provider among ${knownProviders.join(', ')}; found "${provider}".`,
    );
  }
  if (/api[_ ]?key|credential/i.test(message)) return missingKey(name, keyVariable);
  return setupError(
    `CHAT_MODEL=${name}: the model could not be set up (${error instanceof Error ? error.name : 'unknown error'}). Check the name and the settings of "${provider}", or use CHAT_MODEL=extractive.`,
  );
}

function missingKey(name: string, keyVariable: string | null): ModelUnavailable {
  const variable = keyVariable ?? "the provider's API key";
  const orServer = keyVariable === 'OPENAI_API_KEY' ? ', OPENAI_BASE_URL to a server that needs none,' : '';
  return setupError(
    `CHAT_MODEL=${name} needs a key: expected ${variable}, found it unset. Set it${orServer} or use CHAT_MODEL=extractive.`,
  );
}

function setupError(message: string): ModelUnavailable {
  return new ModelUnavailable(message, { retryable: false });
}
