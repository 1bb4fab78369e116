import { z } from '@hono/zod-openapi';
import { identifier, text } from './fields.ts';
import { storeIdSchema } from './store.ts';

export const handoffRequestSchema = z
  .strictObject({
    contact: text(200).openapi({
      description: 'Where people can reach the shopper: email address or phone.',
    }),
    message: text(4000),
    store: storeIdSchema.optional(),
    conversationId: identifier.optional(),
    answerId: identifier.optional(),
    locale: z.string().max(35).optional(),
  })
  .openapi('HandoffRequest');
export type HandoffRequest = z.infer<typeof handoffRequestSchema>;

export const handoffReceiptSchema = z
  .object({
    id: z.string().openapi({ example: 'hnd_45c48cce' }),
    status: z.literal('received'),
  })
  .openapi('HandoffReceipt');
