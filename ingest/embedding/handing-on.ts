import { Embeddings } from '@langchain/core/embeddings';
import type { EmbeddingModel } from './embedding-model.ts';

/** Embeds by one model, and hands the same texts on before it returns. */
class HandingOnEmbeddings extends Embeddings {
  private readonly embeddings: Embeddings;
  private readonly handOn: (texts: string[]) => Promise<void>;

  constructor(embeddings: Embeddings, handOn: (texts: string[]) => Promise<void>) {
    super({});
    this.embeddings = embeddings;
    this.handOn = handOn;
  }

  async embedDocuments(documents: string[]): Promise<number[][]> {
    const [vectors] = await Promise.all([this.embeddings.embedDocuments(documents), this.handOn(documents)]);
    return vectors;
  }

  embedQuery(document: string): Promise<number[]> {
    return this.embeddings.embedQuery(document);
  }
}

/**
 * The same model, which hands on every text that it is given to embed: so a run that makes vectors for the model that a
 * store uses makes those for the model that it changes to as well.
 * @param handOn must not throw.
 */
export function handingOn(model: EmbeddingModel, handOn: (texts: string[]) => Promise<void>): EmbeddingModel {
  return { ...model, embeddings: new HandingOnEmbeddings(model.embeddings, handOn) };
}
