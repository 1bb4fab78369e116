import { Embeddings } from '@langchain/core/embeddings';
import type { EmbeddingModel } from './embedding-model.ts';
import { loadWordVectors } from './load-word-vectors.ts';
import type { WordVectors } from './word-vectors.ts';

/** Raise it when texts are split or weighed in another way, so that old vectors are not compared with new ones. */
const TEXT_RECIPE = 1;

/** LangChain's interface over static word vectors. */
class WordVectorEmbeddings extends Embeddings {
  private readonly vectors: WordVectors;

  constructor(vectors: WordVectors) {
    super({});
    this.vectors = vectors;
  }

  async embedDocuments(documents: string[]): Promise<number[][]> {
    return documents.map((text) => Array.from(this.vectors.textVector(text)));
  }

  async embedQuery(document: string): Promise<number[]> {
    return Array.from(this.vectors.textVector(document));
  }
}

/**
 * The embedding model that needs no network and no key: static word vectors, English, see `ATTRIBUTION.md` for how
 * they are made and how good they are. Its name changes with the table and with how texts are read.
 * @throws Error when the table is missing or damaged.
 */
export function openLocalEmbeddingModel(): EmbeddingModel {
  const vectors = loadWordVectors();
  return {
    name: `local-${TEXT_RECIPE}-${vectors.sha256.slice(0, 8)}`,
    dimensions: vectors.dimensions,
    embeddings: new WordVectorEmbeddings(vectors),
    usdPerMillionTokens: 0,
    priceKnown: true,
    // The start of the plateau on XQuAD, ClapNQ and semiPQA: figures in ATTRIBUTION.md.
    languages: ['en'],
    fusionWeight: 0.4,
  };
}
