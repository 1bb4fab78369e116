import type { EmbeddingModel } from './embedding-model.ts';

/**
 * Embeds texts, and looks whether each came back with a vector of the model's length.
 * @throws what the model throws, and Error when vectors are missing or of another length.
 */
export async function embedTexts(model: EmbeddingModel, texts: string[]): Promise<number[][]> {
  const vectors = await model.embeddings.embedDocuments(texts);
  const bad = vectors.find((vector) => vector.length !== model.dimensions);
  if (vectors.length === texts.length && bad === undefined) return vectors;
  const found = bad === undefined ? `${vectors.length} vectors` : `one of ${bad.length} numbers`;
  throw new Error(
    `${model.name}: expected ${texts.length} vectors of ${model.dimensions} numbers, found ${found}`,
  );
}
