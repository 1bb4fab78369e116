import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import {
  type GroundednessPair,
  measureGroundedness,
  readGroundednessPairs,
} from '../../../service/answer/verify/groundedness.fixture.ts';
import { makeVerify } from '../../../service/answer/verify/verify.ts';
import { percentile } from '../../metrics/percentile.ts';
import type { Benchmark } from '../benchmark.ts';
import type { BenchRow } from '../table.ts';

/** What the check stops of sentences that their quotes do not carry, and keeps of those that they do. */
export const groundednessBenchmark: Benchmark = {
  group: 'answers',
  title: 'groundedness',
  run: async () => {
    const verify = makeVerify(wordSimilarity);
    const earlier = (['pairs', 'held-out', 'fresh'] as const).flatMap((name) => readGroundednessPairs(name));
    const retail = readGroundednessPairs('retail');
    const tuned = (['shops', 'clauses', 'wordings', 'natural', 'areas'] as const).flatMap((name) =>
      readGroundednessPairs(name),
    );
    const all = [...earlier, ...retail, ...tuned];
    const isAcross = ({ kind }: GroundednessPair): boolean => kind.startsWith('cross-language');
    const parts = {
      tuned: all.filter((pair) => !pair.heldOut),
      'held out': all.filter((pair) => pair.heldOut),
      'held out, English quotes': all.filter(({ heldOut, ground }) => heldOut && ground.locale === 'en'),
      'held out, sentence in the language of its quote': all.filter(
        (pair) => pair.heldOut && !isAcross(pair),
      ),
      'held out, sentence in another language': all.filter((pair) => pair.heldOut && isAcross(pair)),
      'held out, earlier sets': earlier.filter((pair) => pair.heldOut),
      'held out, retail set': retail.filter((pair) => pair.heldOut),
      'never looked into, as a chat model words it': readGroundednessPairs('natural-blind'),
      'never looked into, freely worded': readGroundednessPairs('blind'),
      'held out, Spanish quotes': all.filter(({ heldOut, ground }) => heldOut && ground.locale === 'es'),
    };
    const times = all.map(({ sentence, grounds }) => {
      const started = performance.now();
      verify(sentence, grounds);
      return performance.now() - started;
    });
    return [
      ...Object.entries(parts).flatMap(([name, pairs]) => rowsOf(name, pairs, verify)),
      { what: 'check of one sentence, p50', value: percentile(times, 50).value, unit: 'ms', digits: 2 },
    ];
  },
};

function rowsOf(name: string, pairs: GroundednessPair[], verify: ReturnType<typeof makeVerify>): BenchRow[] {
  const { badStopped, goodKept, wrong } = measureGroundedness(verify, pairs);
  const worst = (keep: boolean): string => {
    const kinds = Map.groupBy(
      wrong.filter(({ pair }) => pair.keep === keep),
      ({ pair }) => pair.kind,
    );
    const sorted = [...kinds].sort(([, a], [, b]) => b.length - a.length).slice(0, 3);
    return sorted.map(([kind, { length }]) => `${kind} ${length}`).join(', ');
  };
  const count = (keep: boolean): number => pairs.filter((pair) => pair.keep === keep).length;
  const note = (keep: boolean): string =>
    [`of ${count(keep)}`, ...(worst(keep) === '' ? [] : [`missed: ${worst(keep)}`])].join('; ');
  return [
    {
      what: `bad sentences stopped, ${name}`,
      value: badStopped,
      target: { atLeast: 0.97 },
      note: note(false),
    },
    { what: `good sentences kept, ${name}`, value: goodKept, target: { atLeast: 0.95 }, note: note(true) },
  ];
}
