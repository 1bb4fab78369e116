import { join } from 'node:path';
import { lexemes } from '../../../ingest/analysis/analyze.ts';
import type { EmbeddingModel } from '../../../ingest/embedding/embedding-model.ts';
import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import { openEmbeddingModel } from '../../../ingest/embedding/open-embedding-model.ts';
import { readEnvironment } from '../../../ingest/environment.ts';
import type { Evidence } from '../../../service/answer/answerer.ts';
import { answerConfidence } from '../../../service/answer/rank/confidence.ts';
import { type AskedQuestion, type RankedUnit, rankUnits } from '../../../service/answer/rank/rank-units.ts';
import { expectedAnswer } from '../../../service/answer/understand/expected-answer.ts';
import {
  type QuestionTerm,
  questionTerms,
  withIdf,
} from '../../../service/answer/understand/question-terms.ts';
import { areaUnderCurve } from '../../metrics/area-under-curve.ts';
import type { BenchContext, Benchmark } from '../benchmark.ts';
import { loadSemipqa, type SemipqaQuestion } from '../load-semipqa.ts';
import { factLine } from './fact-line.ts';
import { shareOf } from './question-results.ts';

const LOCALE = 'en';

/** A question to a product with what is ranked for it. */
export interface ProductCase {
  asked: AskedQuestion;
  terms: QuestionTerm[];
  evidence: Evidence[];
  /** The product's facts: the evidence's lines in order. */
  facts: { text: string; relevant: boolean }[];
  /** Whether a fact answers it. */
  answerable: boolean;
  /** Whether a unit is a fact that answers it. */
  isRight(unit: RankedUnit): boolean;
  /** What guessing gets: the share of the facts that answer. */
  chance: number;
}

/** semiPQA: a product's attributes are its fact lines, ranked as the service ranks them once a product is found. */
export const semipqaBenchmark: Benchmark = {
  group: 'answers',
  title: 'semiPQA',
  dataset: 'semipqa',
  run: async (context) => {
    const results = (await loadProductCases(context)).map((one) => {
      const ranked = rankUnits(one.terms, one.asked, one.evidence, wordSimilarity);
      const [best] = ranked;
      const right = best !== undefined && one.isRight(best);
      return { ...one, right, confidence: answerConfidence(ranked, one.terms, one.asked.standalone) };
    });
    const answerable = results.filter((result) => result.answerable);
    return [
      {
        what: 'P@1, the best fact answers',
        value: shareOf(answerable, ({ right }) => right),
        baseline: answerable.reduce((sum, { chance }) => sum + chance, 0) / answerable.length,
        target: { atLeast: 0.7 },
        note: `of ${answerable.length} questions that a fact answers; baseline: a guess`,
      },
      {
        what: 'AUC of confidence, answerable or not',
        value: areaUnderCurve(
          results.map(({ confidence, answerable: positive }) => ({ score: confidence, positive })),
        ),
        baseline: 0.75,
        target: { atLeast: 0.8 },
        note: 'baseline: the top BM25 score alone; 0.5 is chance',
      },
    ];
  },
};

/** All questions of semiPQA's development part. */
export async function loadProductCases({
  dataFolder,
  sets,
  env,
  signal,
}: BenchContext): Promise<ProductCase[]> {
  const questions = await loadSemipqa(sets.semipqa ?? join(dataFolder, 'semipqa', 'dev.csv'));
  const { embeddingModel, openaiApiKey, openaiBaseUrl } = readEnvironment(env);
  const model = await openEmbeddingModel(embeddingModel, {
    apiKey: openaiApiKey ?? undefined,
    baseUrl: openaiBaseUrl ?? undefined,
  });
  const products = new Set(questions.map((question) => factLines(question).join('\n')));
  const frequencies = countProducts(products);
  const cases: ProductCase[] = [];
  for (const question of questions) {
    signal.throwIfAborted();
    cases.push(await makeCase(question, model, { total: products.size, frequencies }));
  }
  return cases;
}

function factLines({ candidates }: SemipqaQuestion): string[] {
  return candidates.map(({ text }) => factLine(text));
}

/** In how many products each lexeme occurs, as it would in a store of them. */
function countProducts(products: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of products) {
    for (const lexeme of new Set(lexemes(text, LOCALE))) counts.set(lexeme, (counts.get(lexeme) ?? 0) + 1);
  }
  return counts;
}

async function makeCase(
  question: SemipqaQuestion,
  { embeddings }: EmbeddingModel,
  { total, frequencies }: { total: number; frequencies: ReadonlyMap<string, number> },
): Promise<ProductCase> {
  const lines = factLines(question);
  const text = lines.join('\n');
  const [vector, vectors] = await Promise.all([
    embeddings.embedQuery(question.question),
    embeddings.embedDocuments([text]),
  ]);
  const relevant = question.candidates.filter((candidate) => candidate.relevant).length;
  return {
    asked: {
      standalone: question.question,
      locale: LOCALE,
      expected: expectedAnswer(question.question, LOCALE),
      named: null,
    },
    terms: withIdf(questionTerms(question.question, LOCALE), total, frequencies),
    evidence: [factEvidence(text, cosine(vector, vectors[0] ?? []))],
    facts: lines.map((line, at) => ({ text: line, relevant: question.candidates[at]?.relevant === true })),
    answerable: relevant > 0,
    isRight: ({ start }) =>
      question.candidates[text.slice(0, start).split('\n').length - 1]?.relevant === true,
    chance: relevant / question.candidates.length,
  };
}

/** One product's facts as the only passage found. */
function factEvidence(text: string, similarity: number): Evidence {
  return {
    index: 0,
    documentId: 'product',
    url: 'https://bench.invalid/product',
    title: '',
    heading: [],
    kind: 'product',
    locale: LOCALE,
    shape: 'facts',
    text,
    start: 0,
    end: text.length,
    contentHash: '',
    fetchedAt: new Date(0).toISOString(),
    score: 1,
    cosine: similarity,
    product: null,
  };
}

function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, value, index) => sum + value * (y[index] ?? 0), 0);
  return dot(a, b) / (Math.sqrt(dot(a, a) * dot(b, b)) || 1);
}
