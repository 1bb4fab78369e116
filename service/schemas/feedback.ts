import { z } from '@hono/zod-openapi';
import { identifier, text } from './fields.ts';
import { storeIdSchema } from './store.ts';

export const feedbackRequestSchema = z
  .strictObject({
    answerId: identifier,
    rating: z.union([z.int().min(1).max(5), z.enum(['up', 'down'])], { error: '1 to 5, "up" or "down"' }),
    comment: text(2000).optional(),
    citations: z
      .array(z.strictObject({ id: z.int().min(1), wrong: z.literal(true) }))
      .max(50)
      .optional()
      .openapi({ description: 'Citations of the answer whose source is wrong, by their ids in it.' }),
    store: storeIdSchema.optional(),
  })
  .openapi('FeedbackRequest');
export type FeedbackRequest = z.infer<typeof feedbackRequestSchema>;
