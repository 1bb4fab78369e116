import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { withTextStore } from '../answers/open-text-store.ts';
import { rankAll } from '../answers/question-results.ts';
import type { BenchContext, Benchmark } from '../benchmark.ts';
import { makeBm25 } from '../compare/bm25.ts';
import { compareSystems, type MeasuredSystem } from '../compare/compare-systems.ts';
import { RANKING_MEASURES, rankingFigures } from '../compare/ranking-figures.ts';
import { sideBySide, sideBySideRows } from '../compare/side-by-side.ts';
import { pageText } from '../peers/peer.ts';
import { listQuestionSets, type QuestionSet } from '../sets/question-set.ts';
import type { BenchRow } from '../table.ts';
import { rankProductFacts } from './rank-product-facts.ts';

const BM25 = 'BM25';
const FUSED = 'Aisle, retrieved';
const OURS = 'Aisle';

/** Where the right passage stands on each public set: plain BM25, what Aisle retrieves, and what it answers from. */
export const retrievalBenchmark: Benchmark = {
  group: 'retrieval',
  title: 'public sets',
  run: async (context) => {
    const rows: BenchRow[] = [];
    const tables: string[] = [];
    const add = (name: string, size: string, systems: readonly MeasuredSystem[]) => {
      const names = systems.map((system) => system.name);
      const compared = compareSystems(systems, RANKING_MEASURES, OURS);
      rows.push(...sideBySideRows(`${name}: `, names, OURS, compared));
      tables.push(`${name}: ${size}\n${sideBySide(names, OURS, compared)}`);
    };
    const leaveOut = (name: string, note: string) => {
      rows.push({ what: name, value: null, note });
      tables.push(`${name}: left out, ${note}`);
    };
    for (const { name, load, absent } of await listQuestionSets(context)) {
      if (load === undefined) leaveOut(name, absent);
      else {
        const set = await load();
        const size = `${set.passages.length} passages (${set.locale}), ${set.questions.length} questions`;
        add(name, size, await rankSet(set, context));
      }
    }
    const products = await rankProductFacts(context);
    if ('absent' in products) leaveOut('semiPQA', products.absent);
    else
      add('semiPQA', `${products.count} questions, each to the facts of one product`, [
        { name: BM25, figures: products.lexical },
        { name: OURS, figures: products.ranked },
      ]);
    const text =
      '[…] 95 % bootstrap; p two-sided, paired by question: McNemar exact for shares, randomization for means. Questions that have an answer.';
    return { rows, table: tables.join('\n\n'), text };
  },
};

async function rankSet(set: QuestionSet, context: BenchContext): Promise<MeasuredSystem[]> {
  const { passages, locale } = set;
  const questions = set.questions.filter(({ answerable }) => answerable);
  const bm25 = makeBm25(
    passages.map((passage) => ({ id: passage.id, text: pageText(passage) })),
    (text) => lexemes(text, locale),
  );
  const progress = {
    ...context,
    onProgress: (message: string) => context.onProgress(`${set.name}: ${message}`),
  };
  const results = await withTextStore(passages, locale, context, (store) =>
    rankAll(questions, store, progress),
  );
  const figures = (rank: (one: (typeof results)[number]) => string[]) =>
    results.map((one) => rankingFigures(rank(one), new Set([one.question.passageId])));
  return [
    { name: BM25, figures: figures(({ question }) => bm25.search(question.question).map(({ id }) => id)) },
    { name: FUSED, figures: figures(({ ranked }) => ranked.fused) },
    { name: OURS, figures: figures(({ ranked }) => [...ranked.reranked, ...ranked.fused]) },
  ];
}
