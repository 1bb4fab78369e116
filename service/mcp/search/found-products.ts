import { z } from '@hono/zod-openapi';
import type { ProductFacts } from '../../../sql/document.ts';
import { productCard } from '../../answer/catalog/product-card.ts';
import { availabilitySchema, productCardSchema } from '../../schemas/product-card.ts';

const cards = z.array(productCardSchema);

export const foundProductsSchema = z
  .object({
    store: z.string(),
    products: cards.openapi({ description: 'What was asked for, best first or in the order asked for.' }),
    total: z.int().min(0).openapi({ description: 'How many there are in all.' }),
    near: z
      .object({
        products: cards,
        without: z.array(z.string()).openapi({
          description: 'What was given up to find them, such as `price`, `brands`, `words` or an attribute.',
          example: ['price'],
        }),
      })
      .nullable()
      .openapi({ description: 'Where nothing is all that was asked for: what comes near.' }),
  })
  .openapi('FoundProducts');
export type FoundProducts = z.infer<typeof foundProductsSchema>;

const variantSchema = z
  .object({
    sku: z.string(),
    attributes: z.record(z.string(), z.string()),
    price: z.number().nullable(),
    availability: availabilitySchema,
  })
  .openapi('Variant');

export const productDetailsSchema = productCardSchema
  .extend({
    store: z.string(),
    brand: z.string().nullable(),
    category: z.string().nullable().openapi({ description: 'Broad to narrow, joined by ` > `.' }),
    gtin: z.string().nullable(),
    rating: z.number().nullable().openapi({ description: 'Mean, of 5.' }),
    ratingCount: z.number().nullable(),
    variants: z.array(variantSchema),
    documentId: z.string().openapi({ description: 'Of the document that states the price.' }),
    descriptions: z
      .array(
        z.object({
          text: z.string().openapi({ description: "The document's exact words: `text.slice(start, end)`." }),
          url: z.string(),
          heading: z.array(z.string()),
          documentId: z.string(),
          start: z.int().min(0),
          end: z.int().min(0),
        }),
      )
      .openapi({ description: 'What the page says of it, in reading order.' }),
  })
  .openapi('ProductDetails');
export type ProductDetails = z.infer<typeof productDetailsSchema>;

/** What {@link productDetailsSchema} has of the facts alone. */
export function detailsOf(facts: ProductFacts) {
  const { brand, category, gtin, rating, ratingCount, variants } = facts;
  return { ...productCard(facts), brand, category, gtin, rating, ratingCount, variants };
}
