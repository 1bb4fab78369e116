import { z } from '@hono/zod-openapi';
import { citationSchema } from './citation.ts';
import { conflictSchema } from './conflict.ts';
import { handoffOfferSchema } from './handoff.ts';
import { productCardSchema } from './product-card.ts';
import { understoodSchema } from './understood.ts';

export const answerStatusSchema = z.enum(['answered', 'clarify', 'abstained', 'handoff']);
export type AnswerStatus = z.infer<typeof answerStatusSchema>;

const answerPartSchema = z
  .object({
    text: z.string().openapi({ description: 'One sentence of the answer, without its marks.' }),
    citations: z.array(z.int().min(1)).openapi({ description: 'Ids of the citations that carry it.' }),
  })
  .openapi('AnswerPart');

const clarifySchema = z
  .object({ attribute: z.string(), question: z.string(), options: z.array(z.string()) })
  .openapi('Clarify');

const milliseconds = z.number().min(0);

export const answerResponseSchema = z
  .object({
    id: z.string().openapi({ example: 'ans_3c59dc04' }),
    conversationId: z.string(),
    store: z.string(),
    locale: z.string(),
    status: answerStatusSchema,
    answer: z.string().openapi({ description: '`[n]` marks refer to citations.' }),
    parts: z.array(answerPartSchema),
    citations: z.array(citationSchema),
    sourceLocale: z.string().nullable().optional().openapi({
      description:
        'ISO 639 language of the quotes where the store has no answer in `locale`: `answer` then begins by saying so, before its first sentence. Null where they are in `locale`.',
      example: 'en',
    }),
    products: z.array(productCardSchema),
    clarify: clarifySchema.nullable(),
    handoff: handoffOfferSchema.nullable(),
    conflicts: z.array(conflictSchema).default([]).openapi({
      description: 'Pages among those found that contradict others; for the content team to correct.',
    }),
    confidence: z.number().min(0).max(1),
    suggestions: z.array(z.string()),
    model: z.string(),
    usage: z
      .object({ inputTokens: z.int().min(0), outputTokens: z.int().min(0), costUsd: z.number().min(0) })
      .openapi('Usage'),
    timings: z
      .object({
        embed: milliseconds,
        search: milliseconds,
        rerank: milliseconds.exactOptional(),
        generate: milliseconds,
        verify: milliseconds,
        total: milliseconds,
      })
      .openapi('Timings', {
        description: 'Milliseconds. `rerank` is there where a rerank endpoint is configured.',
        // `exactOptional` is not known to the generator.
        required: ['embed', 'search', 'generate', 'verify', 'total'],
      }),
    cached: z.boolean().optional().openapi({
      description:
        'The same question was answered before, of the same index: this is that answer again, with ids of its own.',
    }),
    understood: understoodSchema
      .optional()
      .openapi({ description: 'How the question was read: made to stand alone, with its constraints.' }),
  })
  .openapi('AnswerResponse');
export type AnswerResponse = z.infer<typeof answerResponseSchema>;
