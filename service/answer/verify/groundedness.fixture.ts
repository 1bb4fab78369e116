import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Ground, Verify } from '../answerer.ts';

const quoteSchema = z.strictObject({
  quote: z.string(),
  locale: z.string().default('en'),
  context: z.array(z.string()),
  keep: z.record(z.string(), z.string()),
  stop: z.record(z.string(), z.string()),
});

/** A sentence that a model might write, what it cites, and whether it may be sent. */
export interface GroundednessPair {
  /** How the sentence came from the quote: `paraphrase`, `price`, `negated`, … */
  kind: string;
  sentence: string;
  ground: Ground;
  keep: boolean;
  /** Of a quote that nothing is tuned by. */
  heldOut: boolean;
}

/** Reads the pairs of `groundedness-pairs.yaml`; every third quote is held out. */
export function readGroundednessPairs(): GroundednessPair[] {
  const file = new URL('groundedness-pairs.yaml', import.meta.url);
  const quotes = z.array(quoteSchema).parse(parse(readFileSync(file, 'utf8')));
  return quotes.flatMap(({ quote, locale, context, keep, stop }, position) => {
    const ground: Ground = { text: quote, context, locale, product: null };
    const pairs = (sentences: Record<string, string>, kept: boolean): GroundednessPair[] =>
      Object.entries(sentences).map(([kind, sentence]) => ({
        kind,
        sentence,
        ground,
        keep: kept,
        heldOut: position % 3 === 2,
      }));
    return [...pairs(keep, true), ...pairs(stop, false)];
  });
}

/** Shares of pairs that a verifier treats as it should, and those that it does not. */
export interface Groundedness {
  goodKept: number;
  badStopped: number;
  wrong: { pair: GroundednessPair; reason: string }[];
  /** Right ones and all, of each kind. */
  byKind: Map<string, { right: number; total: number }>;
}

export function measureGroundedness(verify: Verify, pairs: GroundednessPair[]): Groundedness {
  const byKind: Groundedness['byKind'] = new Map();
  const wrong: Groundedness['wrong'] = [];
  for (const pair of pairs) {
    const verdict = verify(pair.sentence, [pair.ground]);
    const kind = byKind.get(pair.kind) ?? { right: 0, total: 0 };
    byKind.set(pair.kind, kind);
    kind.total += 1;
    if (verdict.ok === pair.keep) kind.right += 1;
    else wrong.push({ pair, reason: verdict.ok ? '' : verdict.reason });
  }
  const share = (keep: boolean): number => {
    const all = pairs.filter((pair) => pair.keep === keep);
    return 1 - wrong.filter(({ pair }) => pair.keep === keep).length / all.length;
  };
  return { goodKept: share(true), badStopped: share(false), wrong, byKind };
}
