import { access } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import { rankUnits } from '../../../service/answer/rank/rank-units.ts';
import { loadProductCases } from '../answers/bench-semipqa.ts';
import type { BenchContext } from '../benchmark.ts';
import { makeBm25 } from '../compare/bm25.ts';
import type { QuestionFigures } from '../compare/measures.ts';
import { rankingFigures } from '../compare/ranking-figures.ts';
import { spread } from '../sets/spread.ts';

interface RankedFacts {
  count: number;
  lexical: QuestionFigures[];
  ranked: QuestionFigures[];
}

/** semiPQA: the facts of the product that was asked about, by plain BM25 and as the service ranks them. */
export async function rankProductFacts(context: BenchContext): Promise<RankedFacts | { absent: string }> {
  const named = context.sets.semipqa;
  const path = named ?? join(context.dataFolder, 'semipqa', 'dev.csv');
  const there = await access(path).then(
    () => true,
    () => false,
  );
  if (named === null && !there) return { absent: `absent: ${relative(context.root, path)}` };
  const answerable = (await loadProductCases(context)).filter((one) => one.answerable);
  const figures = spread(answerable, context.questions).map(({ asked, terms, evidence, facts }) => {
    context.signal.throwIfAborted();
    const lines = facts.map(({ text }, at) => ({ id: String(at), text }));
    const relevant = new Set(facts.flatMap((fact, at) => (fact.relevant ? [String(at)] : [])));
    const bm25 = makeBm25(lines, (text) => lexemes(text, asked.locale));
    const units = rankUnits(terms, asked, evidence, wordSimilarity);
    const text = lines.map((line) => line.text).join('\n');
    return {
      lexical: rankingFigures(
        bm25.search(asked.standalone).map(({ id }) => id),
        relevant,
      ),
      ranked: rankingFigures(
        units.map(({ start }) => String(text.slice(0, start).split('\n').length - 1)),
        relevant,
      ),
    };
  });
  return {
    count: figures.length,
    lexical: figures.map(({ lexical }) => lexical),
    ranked: figures.map(({ ranked }) => ranked),
  };
}
