import { z } from '@hono/zod-openapi';
import { filterWord, hasKeepableNames } from './fields.ts';

export const filtersSchema = z
  .object({
    minPrice: z.number().min(0).optional(),
    maxPrice: z.number().min(0).optional(),
    minRating: z.number().min(0).max(5).optional().openapi({ description: 'Of 5.' }),
    inStock: z.boolean().optional(),
    onSale: z.boolean().optional(),
    brand: filterWord.optional(),
    category: filterWord.optional(),
  })
  .catchall(z.union([filterWord, z.number(), z.boolean(), z.array(filterWord).max(50)]))
  .refine(hasKeepableNames, { message: 'names without NUL or lone surrogates' })
  .openapi('Filters', {
    description:
      'Narrows products, and wins over the question. `category` is one of any level, or a whole path (`Clothing > Jackets`). Any other name is a product attribute, such as `color` or `size`.',
    example: { maxPrice: 100, color: 'red' },
  });
/** Narrows products; names beyond the listed ones are product attributes in lower case. */
export type Filters = z.infer<typeof filtersSchema>;
