import type { Environment } from '../environment.ts';
import { checkModelSettings } from './check-model-settings.ts';
import type { EmbeddingModel } from './embedding-model.ts';
import { openEmbeddingModel } from './open-embedding-model.ts';

/** How long a model that could not be opened is not tried again, so that no question waits for a server that is down. */
const RETRY_MS = 30_000;

/** The embedding models of a process: the configured one, and those that stores still use. Each is opened once. */
export interface EmbeddingModels {
  /** `EMBEDDING_MODEL` as it is set. */
  readonly setting: string;
  /** The configured model. @throws why it cannot be used, for a person. */
  configured(): Promise<EmbeddingModel>;
  /** The model whose vectors bear this name. @throws why it cannot be used, for a person. */
  named(name: string): Promise<EmbeddingModel>;
}

/**
 * Makes what opens embedding models when they are first asked for, with the environment's one key and server.
 * @throws Error at once when a setting of the configured model is missing or wrong.
 */
export function makeEmbeddingModels(
  environment: Pick<Environment, 'embeddingModel' | 'openaiApiKey' | 'openaiBaseUrl'>,
  { signal, fetch, open = openEmbeddingModel, now = Date.now }: EmbeddingModelsOptions = {},
): EmbeddingModels {
  const settings = {
    apiKey: environment.openaiApiKey ?? undefined,
    baseUrl: environment.openaiBaseUrl ?? undefined,
  };
  checkModelSettings(environment.embeddingModel, settings);
  const opened = new Map<string, { model: Promise<EmbeddingModel>; failedAt: number | null }>();

  function openSetting(setting: string): Promise<EmbeddingModel> {
    const before = opened.get(setting);
    if (before && (before.failedAt === null || now() - before.failedAt < RETRY_MS)) return before.model;
    const entry = { model: open(setting, { ...settings, signal, fetch }), failedAt: null as number | null };
    entry.model.catch(() => {
      entry.failedAt = now();
    });
    opened.set(setting, entry);
    return entry.model;
  }

  return {
    setting: environment.embeddingModel,
    configured: () => openSetting(environment.embeddingModel),
    async named(name) {
      const model = await openSetting(settingOf(name));
      const same = [model, ...(model.former ?? [])].find((version) => version.name === name);
      if (same) return same;
      throw new Error(
        `The store's passages have vectors of ${name}; what can be opened now is ${model.name}, whose vectors are not comparable.`,
      );
    },
  };
}

interface EmbeddingModelsOptions {
  signal?: AbortSignal | undefined;
  /** Sends the requests; default: the platform's. */
  fetch?: typeof fetch | undefined;
  open?: typeof openEmbeddingModel;
  /** Milliseconds. */
  now?: () => number;
}

/** What `EMBEDDING_MODEL` is set to for vectors of this name: without the version, or the length that was learned. Pure. */
function settingOf(name: string): string {
  return name.startsWith('local-') ? 'local' : (name.split(' ')[0] ?? name);
}
