import { z } from '@hono/zod-openapi';
import { answerRequestSchema } from '../../schemas/answer-request.ts';
import { text } from '../../schemas/fields.ts';

const { store, locale, market, filters } = answerRequestSchema.shape;

export const policySearchSchema = z.strictObject({
  query: text(2000).openapi({
    description: 'A question or a few words, in any language that the store has pages in.',
    example: 'return worn items',
  }),
  store,
  locale,
  market,
  limit: z.int().min(1).max(20).optional().openapi({ description: 'Passages at most.', default: 6 }),
});
export type PolicySearch = z.infer<typeof policySearchSchema>;

/** Most products of one search. */
const mostProducts = 24;

export const catalogSearchSchema = z.strictObject({
  query: text(2000).optional().openapi({
    description:
      'What is wanted, in words: "waterproof jackets under $100". Prices, brands, colors, sizes and measures in it are understood. Left out: every product that passes the filters.',
    example: 'red jackets under $150',
  }),
  store,
  locale,
  market,
  filters,
  sort: z
    .enum(['relevance', 'price_asc', 'price_desc', 'rating'])
    .optional()
    .openapi({ description: 'Default: as the query says, else by relevance.' }),
  limit: z
    .int()
    .min(1)
    .max(mostProducts)
    .optional()
    .openapi({ description: 'Products at most.', default: 8 }),
});
export type CatalogSearch = z.infer<typeof catalogSearchSchema>;

export const productSearchSchema = z
  .strictObject({
    sku: text(200).optional().openapi({
      description: "The product's SKU, one of a version of it, or its GTIN.",
      example: 'LARCH-TENT',
    }),
    url: text(2000).optional().openapi({
      description:
        'The address of its page, or the handle that the address ends in. One of `sku` and `url` is needed.',
      example: 'larch-tent',
    }),
    store,
    market,
  })
  .refine(({ sku, url }) => (sku === undefined) !== (url === undefined), { error: 'either "sku" or "url"' });
export type ProductSearch = z.infer<typeof productSearchSchema>;
