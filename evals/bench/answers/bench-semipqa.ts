import { join } from 'node:path';
import { lexemes } from '../../../ingest/analysis/analyze.ts';
import type { EmbeddingModel } from '../../../ingest/embedding/embedding-model.ts';
import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import { openEmbeddingModel } from '../../../ingest/embedding/open-embedding-model.ts';
import { readEnvironment } from '../../../ingest/environment.ts';
import type { Evidence } from '../../../service/answer/answerer.ts';
import { answerConfidence } from '../../../service/answer/confidence.ts';
import { expectedAnswer } from '../../../service/answer/expected-answer.ts';
import { questionTerms, withIdf } from '../../../service/answer/question-terms.ts';
import { rankUnits } from '../../../service/answer/rank-units.ts';
import { areaUnderCurve } from '../area-under-curve.ts';
import type { Benchmark } from '../benchmark.ts';
import { loadSemipqa, type SemipqaQuestion } from '../load-semipqa.ts';
import { factLine } from './fact-line.ts';
import { shareOf } from './question-results.ts';

const LOCALE = 'en';

/** What came of one question to one product. */
interface ProductResult {
  answerable: boolean;
  /** Whether the best fact answers. */
  right: boolean;
  /** What guessing gets: the share of the facts that answer. */
  chance: number;
  confidence: number;
}

/** semiPQA: a product's attributes are its fact lines, ranked as the service ranks them once a product is found. */
export const semipqaBenchmark: Benchmark = {
  group: 'answers',
  title: 'semiPQA',
  dataset: 'semipqa',
  run: async (context) => {
    const questions = await loadSemipqa(join(context.dataFolder, 'semipqa'));
    const { embeddingModel, openaiApiKey, openaiBaseUrl } = readEnvironment(context.env);
    const model = await openEmbeddingModel(embeddingModel, {
      apiKey: openaiApiKey ?? undefined,
      baseUrl: openaiBaseUrl ?? undefined,
    });
    const products = new Set(questions.map((question) => factLines(question).join('\n')));
    const frequencies = countProducts(products);
    const results: ProductResult[] = [];
    for (const question of questions) {
      context.signal.throwIfAborted();
      results.push(await rankProduct(question, model, { total: products.size, frequencies }));
    }
    const answerable = results.filter((result) => result.answerable);
    return [
      {
        what: 'P@1, the best fact answers',
        value: shareOf(answerable, ({ right }) => right),
        note: `of ${answerable.length} questions that a fact answers; a guess is right in ${meanChance(answerable)}`,
      },
      {
        what: 'AUC of confidence, answerable or not',
        value: areaUnderCurve(
          results.map(({ confidence, answerable: positive }) => ({ score: confidence, positive })),
        ),
        note: 'top BM25 score alone 0.75 measured earlier; 0.5 is chance',
      },
    ];
  },
};

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

async function rankProduct(
  question: SemipqaQuestion,
  { embeddings }: EmbeddingModel,
  { total, frequencies }: { total: number; frequencies: ReadonlyMap<string, number> },
): Promise<ProductResult> {
  const lines = factLines(question);
  const text = lines.join('\n');
  const [vector, facts] = await Promise.all([
    embeddings.embedQuery(question.question),
    embeddings.embedDocuments([text]),
  ]);
  const terms = withIdf(questionTerms(question.question, LOCALE), total, frequencies);
  const asked = {
    standalone: question.question,
    locale: LOCALE,
    expected: expectedAnswer(question.question, LOCALE),
    named: null,
  };
  const evidence = factEvidence(text, cosine(vector, facts[0] ?? []));
  const ranked = rankUnits(terms, asked, [evidence], wordSimilarity);
  const best = ranked[0];
  const line = best === undefined ? -1 : text.slice(0, best.start).split('\n').length - 1;
  const relevant = question.candidates.filter((candidate) => candidate.relevant).length;
  return {
    answerable: relevant > 0,
    right: question.candidates[line]?.relevant === true,
    chance: relevant / question.candidates.length,
    confidence: answerConfidence(ranked, terms),
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

function meanChance(results: readonly ProductResult[]): string {
  return (results.reduce((sum, { chance }) => sum + chance, 0) / results.length).toFixed(3);
}
