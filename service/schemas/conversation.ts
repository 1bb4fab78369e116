import { z } from '@hono/zod-openapi';
import { answerResponseSchema } from './answer-response.ts';

const time = z.string().openapi({ format: 'date-time' });

const turnSchema = answerResponseSchema
  .pick({
    id: true,
    locale: true,
    status: true,
    answer: true,
    parts: true,
    citations: true,
    sourceLocale: true,
    products: true,
    clarify: true,
    handoff: true,
    suggestions: true,
  })
  .extend({
    question: z.string(),
    askedAt: time,
    feedback: z
      .object({
        rating: z.int().min(1).max(5),
        comment: z.string().nullable(),
        wrongCitations: z.array(z.int()).optional().openapi({
          description: 'Ids of citations of the answer whose source the shopper calls wrong.',
        }),
      })
      .nullable()
      .openapi({ description: 'The latest rating: 1 and 5 for `down` and `up`.' }),
  })
  .openapi('ConversationTurn');

const takeoverSchema = z.enum(['none', 'waiting', 'taken', 'closed']).openapi('Takeover', {
  description:
    'Whether people have been called: `none`; `waiting` for one of them; `taken`: a person answers; `closed`: done, the assistant answers again.',
});

const messageSchema = z
  .object({
    id: z.string(),
    from: z.enum(['person', 'shopper']),
    text: z.string(),
    at: time,
  })
  .openapi('ConversationMessage');

export const conversationSchema = z
  .object({
    id: z.string().openapi({ example: 'cnv_8f14e45fceea167a5a36de' }),
    store: z.string(),
    startedAt: time,
    lastAt: time.openapi({ description: 'When something was last asked in it.' }),
    expiresAt: time
      .nullable()
      .openapi({ description: 'When it is deleted unless it goes on; null where the store keeps all.' }),
    turns: z.array(turnSchema).openapi({ description: 'Oldest first.' }),
    more: z.boolean().openapi({
      description:
        'Whether there are earlier turns: ask for them with `before` and the id of the first one here.',
    }),
    takeover: takeoverSchema,
    messages: z
      .array(messageSchema)
      .openapi({ description: 'Between the shopper and people, oldest first.' }),
  })
  .openapi('Conversation');
/** A conversation as `GET /conversations/{id}` returns it. */
export type Conversation = z.infer<typeof conversationSchema>;
export type ConversationTurn = z.infer<typeof turnSchema>;

const count = z.int().min(0);

export const deletedConversationSchema = z
  .object({
    id: z.string(),
    deleted: z.object({
      answers: count,
      feedback: count.openapi({ description: 'Ratings and comments.' }),
      handoffs: count.openapi({ description: 'Messages to people, with the contact details in them.' }),
    }),
  })
  .openapi('DeletedConversation');
export type DeletedConversation = z.infer<typeof deletedConversationSchema>;
