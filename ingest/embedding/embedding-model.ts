import type { Embeddings } from '@langchain/core/embeddings';

/** An embedding model as Aisle uses one: LangChain's interface, plus what storing and fusing its vectors needs. */
export interface EmbeddingModel {
  /**
   * Key of its vectors in the database, such as `local-1-5c1f…`, `openai:text-embedding-3-small`, or `openai:bge-m3 1024`
   * for a model whose vectors' length was learned from its server. Two models' vectors are never compared.
   */
  name: string;
  /** Length of a vector. */
  dimensions: number;
  embeddings: Embeddings;
  /** US dollars for a million input tokens; 0 for a model that runs in-process. */
  usdPerMillionTokens: number;
  /** False: `usdPerMillionTokens` is 0 for want of knowledge. A cost is then unknown, which is not $0. */
  priceKnown: boolean;
  /** Languages that its vectors are good for, such as `en`; null for a multilingual model. In others words alone count. */
  languages: string[] | null;
  /**
   * Weight of the cosine in `(1 − w) · bm25/max(bm25) + w · cosine`, in 0…1, measured per model on the development sets.
   */
  fusionWeight: number;
  /** Earlier versions of it whose vectors it can still make, for stores that have not got new ones yet. */
  former?: readonly EmbeddingModel[];
}
