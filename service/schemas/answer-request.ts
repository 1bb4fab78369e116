import { z } from '@hono/zod-openapi';
import { isCountry } from '../../ingest/config/is-country.ts';
import { identifier, languageTag, text } from './fields.ts';
import { filtersSchema } from './filters.ts';
import { storeIdSchema } from './store.ts';

/** Most UTF-16 code units of a question. */
export const maxQuestionLength = 2000;

/** Passages that an answer is made from when the request does not say. */
export const defaultPassageLimit = 6;

export const answerRequestSchema = z
  .strictObject({
    question: text(maxQuestionLength).openapi({ example: 'Can I return a worn jacket?' }),
    store: storeIdSchema.optional(),
    conversationId: identifier
      .optional()
      .openapi({ description: 'To go on with a conversation.', example: 'cnv_8f14e45f' }),
    locale: languageTag
      .optional()
      .openapi({ description: 'Default: detected from the question.', example: 'en' }),
    market: z
      .string()
      .refine(isCountry, { message: 'an ISO 3166 country code such as "ES"' })
      .optional()
      .openapi({
        description:
          "The shopper's country, ISO 3166-1 alpha-2: what the store says for it is preferred, what it says for others is left out. Default: the region of `locale`.",
        example: 'ES',
      }),
    filters: filtersSchema.optional(),
    limit: z
      .int()
      .min(1)
      .max(20)
      .optional()
      .openapi({ description: 'Passages to answer from.', default: defaultPassageLimit }),
  })
  .openapi('AnswerRequest');
export type AnswerRequest = z.infer<typeof answerRequestSchema>;
