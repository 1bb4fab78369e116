import type { Embeddings } from '@langchain/core/embeddings';

/** An embedding model as Aisle uses one: LangChain's interface, plus what storing and fusing its vectors needs. */
export interface EmbeddingModel {
  /** Key of its vectors in the database, such as `local-1` or `openai:text-embedding-3-small`. Two models' vectors are never compared. */
  name: string;
  /** Length of a vector. */
  dimensions: number;
  embeddings: Embeddings;
  /** US dollars for a million input tokens; 0 for a model that runs in-process. */
  usdPerMillionTokens: number;
  /** Languages that its vectors are good for, such as `en`; null for a multilingual model. In others words alone count. */
  languages: string[] | null;
  /**
   * Weight of the cosine in `(1 − w) · bm25/max(bm25) + w · cosine`, in 0…1, measured per model on the development sets.
   */
  fusionWeight: number;
}
