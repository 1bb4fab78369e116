import { Embeddings, type EmbeddingsInterface } from '@langchain/core/embeddings';

/** Passes texts on to a model, and keeps those that were given to it. */
export class RecordingEmbeddings extends Embeddings {
  private readonly model: EmbeddingsInterface;
  private recorded: string[] = [];

  constructor(model: EmbeddingsInterface) {
    super({});
    this.model = model;
  }

  /** What was embedded as a document since this was last called. */
  take(): string[] {
    return this.recorded.splice(0);
  }

  async embedDocuments(documents: string[]): Promise<number[][]> {
    for (const text of documents) this.recorded.push(text);
    return this.model.embedDocuments(documents);
  }

  async embedQuery(document: string): Promise<number[]> {
    return this.model.embedQuery(document);
  }
}
