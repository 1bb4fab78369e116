import { z } from '@hono/zod-openapi';

export const documentResponseSchema = z
  .object({
    id: z.string(),
    store: z.string(),
    url: z.string(),
    title: z.string(),
    kind: z.enum(['page', 'policy', 'faq', 'product', 'file']),
    locale: z.string(),
    text: z.string().openapi({ description: 'The whole extracted text that offsets of quotes point into.' }),
    contentHash: z.string(),
    fetchedAt: z.string().openapi({ format: 'date-time' }),
  })
  .openapi('Document');
/** A stored document as `GET /documents/{id}` returns it. */
export type DocumentResponse = z.infer<typeof documentResponseSchema>;
