import { z } from '@hono/zod-openapi';
import { availabilitySchema } from './product-card.ts';

const intentSchema = z
  .enum(['store', 'product', 'both', 'small_talk', 'off_topic', 'person'])
  .openapi('Intent', {
    description:
      'What the shopper wants: `store` its policies, services or company; `product` products or what is known of one; `both`, such as the return of a certain product; `small_talk` a greeting, thanks or a question about the assistant; `off_topic` what no store answers; `person` to be passed on to people.',
  });
/** What a question is about, as the response says it. */
export type QuestionIntent = z.infer<typeof intentSchema>;

const strings = z.array(z.string());
const constraintsSchema = z
  .object({
    categories: strings.optional().openapi({ description: "The catalog's categories that were named." }),
    words: strings
      .optional()
      .openapi({ description: "What products must be called, in the catalog's words." }),
    brands: strings.optional().openapi({ description: 'Any of these.' }),
    notBrands: strings.optional().openapi({ description: 'None of these.' }),
    minPrice: z.number().optional().openapi({ description: "In the store's currency, itself included." }),
    maxPrice: z.number().optional().openapi({ description: "In the store's currency, itself included." }),
    minRating: z.number().optional().openapi({ description: 'Of 5.' }),
    availability: z.array(availabilitySchema).optional().openapi({ description: 'Any of these.' }),
    onSale: z.boolean().optional().openapi({ description: 'Reduced in price.' }),
    attributes: z
      .record(z.string(), strings)
      .optional()
      .openapi({ description: "Of each attribute any of the values, as asked for in the catalog's words." }),
    notAttributes: z
      .record(z.string(), strings)
      .optional()
      .openapi({ description: 'Of each attribute none of the values.' }),
    measures: z
      .array(
        z.object({
          attribute: z.string(),
          min: z.number().optional(),
          max: z.number().optional(),
          unit: z
            .string()
            .openapi({ description: 'Of `min` and `max`; values in other units are converted.' }),
        }),
      )
      .optional()
      .openapi({ description: 'Bounds on attributes that are measured, themselves included.' }),
    without: strings.optional().openapi({ description: 'What products must not have, by their texts.' }),
    notCalled: strings.optional().openapi({ description: 'Kinds of things that are not wanted.' }),
    sort: z.string().optional().openapi({
      description: '`price_asc`, `price_desc`, `rating`, or an attribute with `_asc` or `_desc`.',
      example: 'weight_asc',
    }),
    unmatched: strings.optional().openapi({
      description: "What was understood, but cannot be told of this store's products, as asked.",
    }),
  })
  .openapi('Constraints', {
    description: 'What products must be, as read from the question. What was not asked for is left out.',
    example: { categories: ['Jackets'], maxPrice: 50, attributes: { color: ['red'] } },
  });
/** What was understood of a question for products. */
export type Constraints = z.infer<typeof constraintsSchema>;

/** How the question was read. */
export const understoodSchema = z.object({
  intent: intentSchema.optional(),
  complaint: z
    .boolean()
    .optional()
    .openapi({ description: 'Anger or a complaint is heard; the question is answered all the same.' }),
  language: z.string().optional().openapi({
    description: 'ISO 639 language of the question, where it is none that is answered in.',
    example: 'fr',
  }),
  standalone: z
    .string()
    .optional()
    .openapi({ description: 'The question as it can be asked by itself, without the conversation.' }),
  constraints: constraintsSchema.optional(),
});
