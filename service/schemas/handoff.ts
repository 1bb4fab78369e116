import { z } from '@hono/zod-openapi';
import { identifier, languageTag, text } from './fields.ts';
import { storeIdSchema } from './store.ts';

/** Whether somebody of the store is there, where its opening hours are known. */
const presence = {
  available: z.boolean().optional().openapi({
    description: 'Whether somebody is there now; left out where the opening hours are not known.',
  }),
  opensAt: z.string().nullable().optional().openapi({
    description: 'When somebody is there next; null while somebody is, and where that is not known.',
    format: 'date-time',
  }),
};

export const handoffOfferSchema = z
  .object({
    reason: z.string().openapi({
      description:
        '`asked-for-a-person`, `not-found`, `abstained-twice` in a row, `complaint`, `lookup-failed`, `self-harm`; `taken`: a person has the conversation, and the assistant is silent.',
    }),
    message: z.string(),
    ...presence,
    hours: z.string().optional().openapi({ description: 'The opening hours as the store writes them.' }),
    email: z.string().optional().openapi({ description: 'Where the store can be written to.' }),
  })
  .openapi('HandoffOffer');
/** The offer of a person. */
export type HandoffOffer = z.infer<typeof handoffOfferSchema>;

export const handoffRequestSchema = z
  .strictObject({
    contact: text(200).optional().openapi({
      description:
        'Where people can reach the shopper: email address or phone. May be left out in a conversation while somebody is there.',
    }),
    message: text(4000),
    store: storeIdSchema.optional(),
    conversationId: identifier.optional(),
    answerId: identifier.optional(),
    locale: languageTag.optional(),
  })
  .openapi('HandoffRequest');
export type HandoffRequest = z.infer<typeof handoffRequestSchema>;

export const handoffReceiptSchema = z
  .object({
    id: z.string().openapi({ example: 'hnd_45c48cce' }),
    status: z.literal('received'),
    ...presence,
  })
  .openapi('HandoffReceipt');

/** What people do with a handoff, as they or the webhook's reply say it. */
export const peopleSaySchema = z
  .strictObject({
    type: z.enum(['taken', 'message', 'closed']).openapi({
      description:
        '`taken`: a person answers from now on, the assistant is silent; `message`: shown to the shopper, and takes a handoff that waits; `closed`: the assistant answers again.',
    }),
    text: text(4000).optional().openapi({ description: 'Of a `message`.' }),
    by: text(80).optional().openapi({ description: 'Who; for the transcript.' }),
    id: identifier
      .optional()
      .openapi({ description: 'The sender’s own id of it: sent again, it changes nothing.' }),
  })
  .refine(({ type, text }) => (type === 'message') === (text !== undefined), {
    path: ['text'],
    error: 'a text with "message", and with nothing else',
  })
  .openapi('PeopleSay');
export type PeopleSay = z.infer<typeof peopleSaySchema>;

export const handoffStateSchema = z
  .object({
    id: z.string(),
    store: z.string(),
    conversationId: z.string().nullable(),
    status: z.enum(['waiting', 'taken', 'closed']),
  })
  .openapi('HandoffState');
export type HandoffState = z.infer<typeof handoffStateSchema>;

const time = z.string().openapi({ format: 'date-time' });

/** A handoff as people get it: by the webhook, and by `GET /handoff/{id}`. */
export const handoffSchema = handoffStateSchema
  .extend({
    reason: z.string(),
    contact: z.string().nullable(),
    locale: z.string().nullable(),
    takenBy: z.string().nullable(),
    createdAt: time,
    messages: z.array(
      z.object({ id: z.string(), from: z.enum(['shopper', 'person']), text: z.string(), at: time }),
    ),
    transcript: z
      .array(
        z.object({
          answerId: z.string(),
          askedAt: time,
          question: z.string(),
          status: z.string(),
          answer: z.string(),
          citations: z.array(
            z.object({
              id: z.int(),
              title: z.string(),
              url: z.string(),
              link: z.string(),
              quote: z.string(),
            }),
          ),
          products: z.array(z.object({ sku: z.string(), name: z.string(), url: z.string() })),
        }),
      )
      .openapi({ description: 'What was asked and answered, oldest first: the last 50 turns.' }),
    text: z.string().openapi({ description: 'All of it as the text of an e-mail.' }),
    email: z.string().nullable().openapi({ description: 'Where the store wants it, if it says so.' }),
  })
  .openapi('Handoff');
export type HandoffView = z.infer<typeof handoffSchema>;
