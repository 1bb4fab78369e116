import { readEnvironment } from '../../../ingest/environment.ts';
import type { BenchContext } from '../benchmark.ts';

/** How the systems were set up and are held against each other, for whoever reads a table. Pure. */
export function fairness({ env }: Pick<BenchContext, 'env'>): string {
  const { embeddingModel, chatModel } = readEnvironment(env);
  const writes =
    chatModel === 'extractive'
      ? 'No chat model: LangChain shows its four chunks (each proves itself), Aisle the sentences that it picks.'
      : `${chatModel} writes the answers of both; a sentence of LangChain's is provable where it stands in a chunk word for word.`;
  return [
    `The same texts and questions for all; embeddings ${embeddingModel} for LangChain and Aisle. ${writes}`,
    'LangChain: chunks of 1,000 characters, 200 shared, cosine in memory, the 4 best. Aisle: its own chunking, ranking and threshold.',
    'Whoever shows more text holds more facts: see the words shown.',
    '[…] 95 % bootstrap; p two-sided, paired by question: McNemar exact for shares, randomization for means; of an area its interval. Best: better than each other one (p < .05), or the highest of those better than Aisle.',
  ].join('\n');
}
