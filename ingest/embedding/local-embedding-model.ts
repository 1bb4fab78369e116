import { Embeddings } from '@langchain/core/embeddings';
import type { EmbeddingModel } from './embedding-model.ts';
import { loadWordVectors } from './load-word-vectors.ts';
import type { WordVectors } from './word-vectors.ts';

/**
 * Raise it when texts are split, stemmed, taken for a language or weighed in another way, so that old vectors are not
 * compared with new ones. Recipe 1 read every text as English.
 */
const TEXT_RECIPE = 3;
const ENGLISH_RECIPE = 1;

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
 * The embedding model that needs no network and no key: static word vectors of English and Spanish, see `ATTRIBUTION.md`
 * for how they are made and how good they are. Its name changes with the table, with the word lists and with how texts
 * are read. It still makes the vectors of the version that was English alone, so that a store is searched by them until
 * it has new ones.
 * @throws Error when the table or a word list is missing or damaged.
 */
export function openLocalEmbeddingModel(): EmbeddingModel {
  const vectors = loadWordVectors();
  const english = modelOf(vectors.english, ENGLISH_RECIPE, ['en']);
  return { ...modelOf(vectors, TEXT_RECIPE, ['en', 'es']), former: [english] };
}

function modelOf(
  vectors: WordVectors & { sha256: string },
  recipe: number,
  languages: string[],
): EmbeddingModel {
  return {
    name: `local-${recipe}-${vectors.sha256.slice(0, 8)}`,
    dimensions: vectors.dimensions,
    embeddings: new WordVectorEmbeddings(vectors),
    usdPerMillionTokens: 0,
    priceKnown: true,
    languages,
    // The start of the plateau on XQuAD, ClapNQ and semiPQA: figures in ATTRIBUTION.md.
    fusionWeight: 0.4,
  };
}
