import type { Evidence } from '../../../service/answer/answerer.ts';
import { CANDIDATES } from '../../../service/answer/find-answer.ts';
import { rankUnits, type WordSimilarity } from '../../../service/answer/rank-units.ts';
import { rerank } from '../../../service/answer/rerank.ts';
import { type RetrieveDeps, retrieve } from '../../../service/answer/retrieve.ts';
import type { LoadedStore } from '../../../service/answer/store-cache.ts';
import { understand } from '../../../service/answer/understand.ts';
import { defaultPassageLimit } from '../../../service/schemas.ts';

/** Ids of the texts that each step ranks, best first, each once. */
export interface RankedDocuments {
  /** BM25 alone. */
  lexical: string[];
  /** BM25 and cosine, fused. */
  fused: string[];
  /** What an answer is made from: fused, then by the best sentence. */
  reranked: string[];
}

export type RankDocuments = (question: string) => Promise<RankedDocuments>;

interface RankDeps extends RetrieveDeps {
  similarity: WordSimilarity;
  loadStore: (storeId: string) => Promise<LoadedStore | null>;
  storeId: string;
  /** The text's id for a document's. */
  idOf: ReadonlyMap<string, string>;
}

/** Makes what ranks a store's texts for a question by the service's own steps. */
export function makeRankDocuments(deps: RankDeps): RankDocuments {
  const { embeddingModel, storeId, similarity, idOf } = deps;
  const wordsAlone = { ...embeddingModel, fusionWeight: 0 };
  const order = (evidence: Evidence[]) => [
    ...new Set(evidence.map((piece) => idOf.get(piece.documentId) ?? '')),
  ];
  return async (question) => {
    const loaded = await deps.loadStore(storeId);
    if (loaded === null) throw new Error(`expected a store ${storeId}, found none`);
    const understood = await understand({ question }, [], loaded, similarity);
    const options = {
      storeId,
      question: understood.standalone,
      terms: understood.terms,
      locale: understood.locale,
      limit: CANDIDATES,
      documentIds: understood.named?.documentIds ?? [],
    };
    const lexical = await retrieve({ ...deps, embeddingModel: wordsAlone }, options);
    const fused = await retrieve(deps, options);
    const units = rankUnits(fused.terms, understood, fused.evidence, similarity);
    return {
      lexical: order(lexical.evidence),
      fused: order(fused.evidence),
      reranked: order(rerank(units, defaultPassageLimit).evidence),
    };
  };
}
