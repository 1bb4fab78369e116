import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import type { WordSimilarity } from '../../../service/answer/rank/rank-units.ts';
import type { BenchContext, Benchmark } from '../benchmark.ts';
import type { BenchRow } from '../table.ts';
import { withCaseSets } from './collect-sets.ts';
import { measureSet, rankSet, weighAgain } from './measure-set.ts';
import { CONSTANTS, type Constants, listMoves } from './moves.ts';
import type { CaseSet } from './ranking-case.ts';
import { type MeasuredMove, sensitivityTable } from './sensitivity-table.ts';

const FUSION_FACTORS = [0.5, 0.8, 1.25, 2];
/** A change of less is a question or two of a set. */
const SMALL = 0.02;

/** How each figure moves when a constant of ranking, picking or confidence moves, on every development set. */
export const sensitivityBenchmark: Benchmark = {
  group: 'sensitivity',
  title: 'constants of ranking and confidence',
  dataset: 'xquad',
  run: (context) => {
    let ownWeight = 0;
    const weights = (own: number): number[] => {
      ownWeight = own;
      return FUSION_FACTORS.map((factor) => Math.min(1, own * factor));
    };
    return withCaseSets(context, weights, async (sets, fusions) => {
      const similarity = remember(wordSimilarity);
      const ranked = sets.map((set) => rankSet(set, similarity));
      const base = figuresOf(sets, ranked, CONSTANTS);
      const moves: MeasuredMove[] = [];
      for (const [to, fused] of fusions) {
        const ranking = fused.map((set) => rankSet(set, similarity));
        const figures = figuresOf(fused, ranking, CONSTANTS, base);
        moves.push({ constant: 'fusionWeight', from: ownWeight, to, figures });
        await breathe(context);
      }
      const planned = listMoves();
      for (const { constants, again, ...move } of planned) {
        context.onProgress(`${moves.length}/${planned.length}: ${move.constant}`);
        const moved =
          again === 'ranking'
            ? sets.map((set) => rankSet(set, similarity, constants))
            : ranked.map((set) =>
                set.map((units) => weighAgain(units, CONSTANTS.ranking, constants.ranking)),
              );
        moves.push({ ...move, figures: figuresOf(sets, moved, constants) });
        await breathe(context);
      }
      return { rows: rowsOf(base, moves), text: sensitivityTable(base, moves) };
    });
  },
};

/** Minutes of computing: a signal to stop must be heard meanwhile. @throws when it was given. */
async function breathe({ signal }: Pick<BenchContext, 'signal'>): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}

/** @param others figures of sets that are not among these. */
function figuresOf(
  sets: readonly CaseSet[],
  ranked: readonly ReturnType<typeof rankSet>[],
  constants: Constants,
  others: ReadonlyMap<string, number> = new Map(),
): Map<string, number> {
  const own = sets.flatMap((set, at) => [...measureSet(set, ranked[at] ?? [], constants)]);
  return new Map([...others, ...own]);
}

/** Each constant's largest gain on the mean of all figures: what tuning it again would bring, and whether one set alone asks for it. */
function rowsOf(base: ReadonlyMap<string, number>, moves: readonly MeasuredMove[]): BenchRow[] {
  const mean = (figures: ReadonlyMap<string, number>): number =>
    [...figures.values()].reduce((sum, value) => sum + value, 0) / figures.size;
  const byConstant = Map.groupBy(moves, ({ constant }) => constant);
  return [
    { what: 'mean of all figures', value: mean(base), note: `${base.size} figures` },
    ...[...byConstant].map(([constant, values]) => {
      const best = values.reduce((top, one) => (mean(one.figures) > mean(top.figures) ? one : top));
      const changes = [...base].map(([name, value]) => ({ name, by: (best.figures.get(name) ?? 0) - value }));
      const list = (some: typeof changes): string =>
        some.map(({ name, by }) => `${name} ${by > 0 ? '+' : ''}${by.toFixed(3)}`).join(', ');
      const moved = list(changes.filter(({ by }) => Math.abs(by) >= SMALL));
      return {
        what: `${constant}: best move of the mean`,
        value: mean(best.figures) - mean(base),
        note: `${best.from} → ${Number(best.to.toPrecision(3))}${moved === '' ? '' : `; ${moved}`}`,
      };
    }),
  ];
}

/** The same words are compared for every value of a constant. */
function remember(similarity: WordSimilarity): WordSimilarity {
  const known = new Map<string, number>();
  return (a, b) => {
    const key = `${a} ${b}`;
    let value = known.get(key);
    if (value === undefined) {
      value = similarity(a, b);
      known.set(key, value);
    }
    return value;
  };
}
