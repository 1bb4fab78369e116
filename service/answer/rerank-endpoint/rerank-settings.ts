import type { Environment } from '../../../ingest/environment.ts';

/** Where passages are scored, and as whom. */
export interface RerankSettings {
  url: URL;
  /** Null: the server has but one. */
  model: string | null;
  apiKey: string | null;
}

/** The settings of the rerank endpoint; null where RERANK_URL is unset: passages are then ranked without it. Pure. */
export function rerankSettings({
  rerankUrl,
  rerankModel: model,
  rerankApiKey: apiKey,
}: Pick<Environment, 'rerankUrl' | 'rerankModel' | 'rerankApiKey'>): RerankSettings | null {
  return rerankUrl === null ? null : { url: new URL(rerankUrl), model, apiKey };
}
