import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Ground, Verify } from '../answerer.ts';

const quoteSchema = z.strictObject({
  quote: z.string(),
  also: z.array(z.string()).default([]),
  locale: z.string().default('en'),
  dev: z.boolean().optional(),
  voice: z.enum(['store', 'customer']).optional(),
  genre: z.literal('article').optional(),
  context: z.array(z.string()),
  keep: z.record(z.string(), z.string()),
  stop: z.record(z.string(), z.string()),
});

/** A sentence that a model might write, what it cites, and whether it may be sent. */
export interface GroundednessPair {
  /** How the sentence came from the quote: `paraphrase`, `price`, `negated`, … */
  kind: string;
  sentence: string;
  /** The first of `grounds`. */
  ground: Ground;
  /** What the sentence cites. */
  grounds: Ground[];
  keep: boolean;
  /** Of a quote that nothing is tuned by. */
  heldOut: boolean;
}

/**
 * Each file with how it tells what nothing is tuned by: every third quote, what is not marked `dev`, every second quote. By all of
 * `shops`, `clauses`, `wordings`, `natural` and `areas` the check is tuned, by nothing of `blind` and `natural-blind`.
 */
const FILES = {
  pairs: (position: number): boolean => position % 3 === 2,
  'held-out': (_: number, dev: boolean): boolean => !dev,
  fresh: (position: number): boolean => position % 2 === 1,
  retail: (_: number, dev: boolean): boolean => !dev,
  shops: (): boolean => false,
  clauses: (): boolean => false,
  wordings: (): boolean => false,
  natural: (): boolean => false,
  areas: (): boolean => false,
  blind: (): boolean => true,
  'natural-blind': (): boolean => true,
};

/** Reads the pairs of `groundedness-pairs.yaml`, `-held-out`, `-fresh`, `-retail`, `-shops`, `-clauses`, `-wordings`, `-natural`, `-areas`, `-blind` or `-natural-blind`. */
export function readGroundednessPairs(name: keyof typeof FILES = 'pairs'): GroundednessPair[] {
  const file = new URL(`groundedness-${name}.yaml`, import.meta.url);
  const quotes = z.array(quoteSchema).parse(parse(readFileSync(file, 'utf8')));
  return quotes.flatMap(({ quote, also, locale, dev, voice, genre, context, keep, stop }, position) => {
    const cite = (text: string): Ground => ({
      text,
      context,
      locale,
      product: null,
      ...(voice && { voice }),
      ...(genre && { genre }),
    });
    const ground = cite(quote);
    const grounds = [ground, ...also.map(cite)];
    const heldOut = FILES[name](position, dev === true);
    const pairs = (sentences: Record<string, string>, kept: boolean): GroundednessPair[] =>
      Object.entries(sentences).map(([kind, sentence]) => ({
        kind,
        sentence,
        ground,
        grounds,
        keep: kept,
        heldOut,
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
    const verdict = verify(pair.sentence, pair.grounds);
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
