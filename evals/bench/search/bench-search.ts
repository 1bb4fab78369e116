import { join } from 'node:path';
import { openLocalEmbeddingModel } from '../../../ingest/embedding/local-embedding-model.ts';
import { CANDIDATES } from '../../../service/answer/find-answer.ts';
import { questionTerms, searchLexemes } from '../../../service/answer/understand/question-terms.ts';
import type { Queryable } from '../../../sql/queryable.ts';
import { searchPassages } from '../../../sql/search-passages.ts';
import { withServerDatabase } from '../../../sql/testing/with-server-database.ts';
import type { Benchmark } from '../benchmark.ts';
import { measureLatency } from '../latency.ts';
import { loadXquad } from '../load-xquad.ts';
import type { BenchRow } from '../table.ts';
import type { ExactSearch } from './exact-search.ts';
import { fillStores } from './fill-stores.ts';
import { storeSizes } from './made-up-passages.ts';

const PASSAGES = 200_000;
const STORES = 50;
const QUESTIONS = 100;
const TOP = 10;
/** The largest, a large, a middling and a small one. */
const MEASURED = [0, 1, 20, 49];
/** What `retrieve` asks for: twice its candidates, as some are copies. */
const LIMIT = 2 * CANDIDATES;

type AskedQuestion = { lexemes: { lexeme: string; weight: number }[]; vector: number[] };

/**
 * The search of one store among many: 200,000 passages in 50 stores of 700 to 60,000, their words drawn from real
 * paragraphs and asked real questions (XQuAD). Its ten best are held against those of an exact scan of every passage
 * by the same score.
 * @param databaseUrl of a PostgreSQL server on which it may make a database; null: it is left out.
 */
export function searchBenchmark(databaseUrl: string | null): Benchmark {
  return {
    group: 'search',
    title: 'Search of one store among many, PostgreSQL',
    dataset: 'xquad',
    run: async ({ dataFolder, signal, onProgress }) => {
      if (databaseUrl === null) {
        const note = 'left out: set DATABASE_URL to a PostgreSQL server, or use .ci/with-postgres';
        return [{ what: 'search', value: null, note }];
      }
      const model = openLocalEmbeddingModel();
      const { paragraphs, questions } = await loadXquad(join(dataFolder, 'xquad'), 'en');
      const step = Math.max(1, Math.floor(questions.length / QUESTIONS));
      const asked = await Promise.all(
        questions
          .filter((_, index) => index % step === 0)
          .slice(0, QUESTIONS)
          .map(async ({ question }) => ({
            lexemes: searchLexemes(questionTerms(question, 'en')),
            vector: await model.embeddings.embedQuery(question),
          })),
      );
      return withServerDatabase(databaseUrl, 'npm run bench', async ({ pool }) => {
        const sizes = storeSizes(PASSAGES, STORES);
        const texts = paragraphs.map(({ text }) => text);
        const exact = await fillStores(pool, model, { sizes, texts, kept: MEASURED, signal, onProgress });
        const rows: BenchRow[] = [];
        for (const [index, search] of exact) {
          signal.throwIfAborted();
          onProgress(`asking a store of ${sizes[index]} passages`);
          const name = `${sizes[index]?.toLocaleString('en')} passages`;
          rows.push(...(await measureStore(pool, `store-${index}`, name, { asked, search, model })));
        }
        return rows;
      });
    },
  };
}

async function measureStore(
  db: Queryable,
  storeId: string,
  name: string,
  {
    asked,
    search,
    model,
  }: { asked: AskedQuestion[]; search: ExactSearch; model: { name: string; fusionWeight: number } },
): Promise<BenchRow[]> {
  const { fusionWeight } = model;
  const find = async ({ lexemes, vector }: AskedQuestion) => {
    const { passages } = await searchPassages(db, {
      storeId,
      lexemes,
      vector: { model: model.name, values: vector },
      fusionWeight,
      locale: 'en',
      otherLocaleFactor: 1,
      documentIds: [],
      limit: LIMIT,
    });
    return passages;
  };
  let found = 0;
  let wanted = 0;
  for (const question of asked) {
    const best = search.best(question.lexemes, Float32Array.from(question.vector), fusionWeight, TOP);
    const texts = new Set((await find(question)).slice(0, TOP).map(({ text }) => text));
    found += best.filter(({ text }) => texts.has(text)).length;
    wanted += best.length;
  }
  const at = (index: number) => find(asked[index % asked.length] as AskedQuestion);
  const { p50, p95 } = await measureLatency(at, { requests: asked.length * 2, clients: 1, warmup: 10 });
  const cost = { unit: 'ms', digits: 1 };
  return [
    {
      what: `${name}: recall@${TOP}`,
      value: found / wanted,
      target: { atLeast: 0.95 },
      note: 'of an exact scan',
    },
    { what: `${name}: p50`, value: p50, ...cost, target: { atMost: 30 }, note: '1 connection' },
    { what: `${name}: p95`, value: p95, ...cost },
  ];
}
