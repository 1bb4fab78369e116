import { z } from '@hono/zod-openapi';

export const availabilitySchema = z.enum([
  'in_stock',
  'out_of_stock',
  'preorder',
  'backorder',
  'discontinued',
  'unknown',
]);

export const productCardSchema = z
  .object({
    sku: z.string(),
    name: z.string(),
    url: z.string(),
    image: z.string().nullable(),
    price: z.number().nullable().openapi({ description: 'Lowest current price, in `currency`.' }),
    priceMax: z.number().nullable().optional().openapi({ description: 'Highest current price.' }),
    listPrice: z.number().nullable().optional().openapi({ description: 'Price before a sale.' }),
    currency: z.string().nullable().openapi({ description: 'ISO 4217.', example: 'USD' }),
    availability: availabilitySchema,
    attributes: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    asOf: z.string().openapi({ format: 'date-time', description: 'When the source stated these facts.' }),
  })
  .openapi('ProductCard');
export type ProductCard = z.infer<typeof productCardSchema>;
