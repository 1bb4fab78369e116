import type { Evidence } from '../../../service/answer/answerer.ts';
import { CANDIDATES } from '../../../service/answer/find-answer.ts';
import { rankUnits, type WordSimilarity } from '../../../service/answer/rank/rank-units.ts';
import { rerank } from '../../../service/answer/rank/rerank.ts';
import type { ScorePassages } from '../../../service/answer/rerank-endpoint/make-score-passages.ts';
import { rerankEvidence } from '../../../service/answer/rerank-endpoint/rerank-evidence.ts';
import { type RetrieveDeps, retrieve } from '../../../service/answer/retrieve/retrieve.ts';
import type { LoadedStore } from '../../../service/answer/retrieve/store-cache.ts';
import type { QuestionTerm } from '../../../service/answer/understand/question-terms.ts';
import { type Understanding, understand } from '../../../service/answer/understand/understand.ts';
import { defaultPassageLimit } from '../../../service/schemas/answer-request.ts';

/** Ids of the texts that each step ranks, best first, each once. */
export interface RankedDocuments {
  /** BM25 alone. */
  lexical: string[];
  /** BM25 and cosine, fused. */
  fused: string[];
  /** What an answer is made from: fused, then by the best sentence. */
  reranked: string[];
  /** The same with the rerank endpoint, and whether it gave scores; left out where none is configured. */
  endpoint?: { order: string[]; scored: boolean };
}

export type RankDocuments = (question: string) => Promise<RankedDocuments>;

interface RankDeps extends RetrieveDeps {
  similarity: WordSimilarity;
  loadStore: (storeId: string) => Promise<LoadedStore | null>;
  storeId: string;
  /** The text's id for a document's. */
  idOf: ReadonlyMap<string, string>;
  scorePassages: ScorePassages | null;
  signal: AbortSignal;
}

/** What the service has for a question when it begins to rank. */
export interface FoundEvidence {
  understood: Understanding;
  terms: QuestionTerm[];
  evidence: Evidence[];
}

/** Finds it; another weight of the vectors than the model's own may be given. */
export type FindEvidence = (question: string, fusionWeight?: number) => Promise<FoundEvidence>;

/** Makes what finds the evidence for a question by the service's own steps. */
export function makeFindEvidence(deps: RankDeps): FindEvidence {
  const { embeddingModel, storeId, similarity } = deps;
  return async (question, fusionWeight = embeddingModel.fusionWeight) => {
    const loaded = await deps.loadStore(storeId);
    if (loaded === null) throw new Error(`expected a store ${storeId}, found none`);
    const understood = await understand({ question }, [], loaded, similarity);
    const { terms, evidence } = await retrieve(
      { ...deps, embeddingModel: { ...embeddingModel, fusionWeight } },
      {
        storeId,
        question: understood.standalone,
        terms: understood.terms,
        locale: understood.locale,
        limit: CANDIDATES,
        documentIds: understood.named?.documentIds ?? [],
      },
    );
    return { understood, terms, evidence };
  };
}

/** Makes what ranks a store's texts for a question by the service's own steps. */
export function makeRankDocuments(deps: RankDeps): RankDocuments {
  const { similarity, idOf, scorePassages, signal } = deps;
  const find = makeFindEvidence(deps);
  const order = (evidence: Evidence[]) => [
    ...new Set(evidence.map((piece) => idOf.get(piece.documentId) ?? '')),
  ];
  const rank = ({ terms, understood }: FoundEvidence, evidence: Evidence[]) =>
    order(rerank(rankUnits(terms, understood, evidence, similarity), defaultPassageLimit).evidence);
  return async (question) => {
    const lexical = await find(question, 0);
    const fused = await find(question);
    const ranked = {
      lexical: order(lexical.evidence),
      fused: order(fused.evidence),
      reranked: rank(fused, fused.evidence),
    };
    if (scorePassages === null) return ranked;
    const { standalone } = fused.understood;
    const { evidence, scored } = await rerankEvidence({ scorePassages }, standalone, fused.evidence, signal);
    return { ...ranked, endpoint: { order: rank(fused, evidence), scored } };
  };
}
