import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ProductFacts } from '../../../sql/document.ts';
import type { AnswerWord, QuoteContext } from './reading.ts';

const productSchema = z.strictObject({
  name: z.string(),
  availability: z.enum(['in_stock', 'out_of_stock', 'preorder', 'backorder', 'discontinued']).optional(),
  price: z.number().nullable().default(null),
  priceMax: z.number().optional(),
  currency: z.string().default('USD'),
  attributes: z.record(z.string(), z.array(z.string())).default({}),
  variants: z
    .array(
      z.strictObject({
        attributes: z.record(z.string(), z.string()),
        availability: z.enum(['in_stock', 'out_of_stock']),
      }),
    )
    .default([]),
});

const quoteSchema = z.strictObject({
  quote: z.string(),
  locale: z.enum(['en', 'es']).default('en'),
  context: z.array(z.string()),
  part: z.enum(['dev', 'check']).default('dev'),
  product: productSchema.optional(),
  voice: z.enum(['store', 'customer']).optional(),
  yes: z.array(z.string()).default([]),
  no: z.array(z.string()).default([]),
  none: z.array(z.string()).default([]),
});

/** A question, a quote, and the word that an answer made of the quote may begin with. */
export interface YesNoPair {
  question: string;
  quote: string;
  context: QuoteContext;
  locale: string;
  part: 'dev' | 'check';
  expected: AnswerWord | null;
}

/** Reads `pairs.yaml`. */
export function readYesNoPairs(): YesNoPair[] {
  const file = new URL('pairs.yaml', import.meta.url);
  const quotes = z.array(quoteSchema).parse(parse(readFileSync(file, 'utf8')));
  return quotes.flatMap(({ quote, locale, context, part, product, voice, yes, no, none }) => {
    const pair = (question: string, expected: AnswerWord | null): YesNoPair => ({
      question,
      quote,
      locale,
      part,
      expected,
      context: {
        headings: context,
        locale,
        product: product === undefined ? null : factsOf(product),
        ...(voice === undefined ? {} : { voice }),
      },
    });
    return [
      ...yes.map((question) => pair(question, 'yes')),
      ...no.map((question) => pair(question, 'no')),
      ...none.map((question) => pair(question, null)),
    ];
  });
}

function factsOf({ variants, availability, priceMax, ...rest }: z.infer<typeof productSchema>): ProductFacts {
  return {
    ...rest,
    sku: 'X-1',
    gtin: null,
    brand: null,
    category: null,
    priceMax: priceMax ?? rest.price,
    listPrice: null,
    availability: availability ?? 'unknown',
    rating: null,
    ratingCount: null,
    image: null,
    url: 'https://store.example/x-1',
    asOf: '2026-01-01T00:00:00Z',
    variants: variants.map((variant, index) => ({ ...variant, sku: `X-1-${index}`, price: null })),
  };
}

/** How often a word that is said is the right one, and how many of those that could be said are. */
interface WordQuality {
  said: number;
  precision: number;
  recall: number;
  wrong: string[];
  missed: string[];
}

export function measureWords(
  decide: (pair: YesNoPair) => AnswerWord | null,
  pairs: YesNoPair[],
): WordQuality {
  const quality: WordQuality = { said: 0, precision: 1, recall: 1, wrong: [], missed: [] };
  let right = 0;
  for (const pair of pairs) {
    const word = decide(pair);
    const line = `${pair.expected} ≠ ${word}: ${pair.question} | ${pair.quote}`;
    if (word !== null) quality.said += 1;
    if (word !== null && word === pair.expected) right += 1;
    else if (word !== null) quality.wrong.push(line);
    else if (pair.expected !== null) quality.missed.push(line);
  }
  quality.precision = right / Math.max(1, quality.said);
  quality.recall = right / pairs.filter(({ expected }) => expected !== null).length;
  return quality;
}
