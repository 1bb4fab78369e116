import { z } from '@hono/zod-openapi';
import { isCountry } from '../ingest/config/is-country.ts';

/** Most UTF-16 code units of a question. */
export const maxQuestionLength = 2000;

/** Passages that an answer is made from when the request does not say. */
export const defaultPassageLimit = 6;

const identifier = z.string().min(1).max(128);
const span = z.object({ start: z.int().min(0), end: z.int().min(0) }).openapi('Span');

// PostgreSQL cannot store NUL, and a lone surrogate is not UTF-8: neither is text that somebody typed.
const isText = (value: string) => !value.includes('\0') && value.isWellFormed();
const text = (max: number) =>
  z.string().trim().min(1).max(max).refine(isText, { message: 'text without NUL or lone surrogates' });

export const storeIdSchema = identifier.openapi({
  description: 'The store to answer for. Default: the only or the configured store.',
  example: 'sample',
});

export const filtersSchema = z
  .object({
    minPrice: z.number().min(0).optional(),
    maxPrice: z.number().min(0).optional(),
    minRating: z.number().min(0).max(5).optional().openapi({ description: 'Of 5.' }),
    inStock: z.boolean().optional(),
    onSale: z.boolean().optional(),
    brand: z.string().max(200).optional(),
    category: z.string().max(200).optional(),
  })
  .catchall(z.union([z.string().max(200), z.number(), z.boolean(), z.array(z.string().max(200)).max(50)]))
  .openapi('Filters', {
    description:
      'Narrows products, and wins over the question. `category` is one of any level, or a whole path (`Clothing > Jackets`). Any other name is a product attribute, such as `color` or `size`.',
    example: { maxPrice: 100, color: 'red' },
  });
/** Narrows products; names beyond the listed ones are product attributes in lower case. */
export type Filters = z.infer<typeof filtersSchema>;

export const answerRequestSchema = z
  .strictObject({
    question: text(maxQuestionLength).openapi({ example: 'Can I return a worn jacket?' }),
    store: storeIdSchema.optional(),
    conversationId: identifier
      .optional()
      .openapi({ description: 'To go on with a conversation.', example: 'cnv_8f14e45f' }),
    locale: z
      .string()
      .max(35)
      .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a BCP 47 language such as "en" or "es-MX"')
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

const answerPartSchema = z
  .object({
    text: z.string().openapi({ description: 'One sentence of the answer, without its marks.' }),
    citations: z.array(z.int().min(1)).openapi({ description: 'Ids of the citations that carry it.' }),
  })
  .openapi('AnswerPart');

const citationSchema = z
  .object({
    id: z.int().min(1).openapi({ description: 'The n of `[n]` in the answer.' }),
    url: z.string(),
    title: z.string(),
    heading: z.array(z.string()).openapi({ description: 'Headings above the quote, outermost first.' }),
    quote: z.string().openapi({ description: "The document's exact words: `text.slice(start, end)`." }),
    documentId: z.string(),
    start: z.int().min(0).openapi({ description: "UTF-16 offset into the document's text." }),
    end: z.int().min(0).openapi({ description: 'UTF-16 offset, exclusive.' }),
    contentHash: z.string().openapi({ example: 'sha256-…' }),
    fetchedAt: z.string().openapi({ format: 'date-time' }),
    answerSpans: z.array(span).openapi({ description: 'What in `answer` it supports, UTF-16 offsets.' }),
    link: z.string().openapi({ description: 'Opens the page at the quote (text fragment).' }),
  })
  .openapi('Citation');
export type Citation = z.infer<typeof citationSchema>;

const availabilitySchema = z.enum([
  'in_stock',
  'out_of_stock',
  'preorder',
  'backorder',
  'discontinued',
  'unknown',
]);

const productCardSchema = z
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

const conflictSchema = z
  .object({
    url: z.string().openapi({ description: 'The page that was not answered from.' }),
    quote: z.string().openapi({ description: 'Its words that another page contradicts.' }),
    wins: z.string().openapi({ description: 'The page that was answered from.' }),
    reason: z.enum(['article', 'newer', 'policy']).openapi({
      description:
        'Why that page wins: this one is an article, true of its day; that one is newer; or it is more of a policy than this one.',
    }),
  })
  .openapi('Conflict');
/** Two pages of a store that contradict each other. */
export type ConflictReport = z.infer<typeof conflictSchema>;

const clarifySchema = z
  .object({ attribute: z.string(), question: z.string(), options: z.array(z.string()) })
  .openapi('Clarify');

const handoffOfferSchema = z.object({ reason: z.string(), message: z.string() }).openapi('HandoffOffer');

const intentSchema = z
  .enum(['store', 'product', 'both', 'small_talk', 'off_topic', 'person'])
  .openapi('Intent', {
    description:
      'What the shopper wants: `store` its policies, services or company; `product` products or what is known of one; `both`, such as the return of a certain product; `small_talk` a greeting, thanks or a question about the assistant; `off_topic` what no store answers; `person` to be passed on to people.',
  });
/** What a question is about, as the response says it. */
export type QuestionIntent = z.infer<typeof intentSchema>;

export const answerStatusSchema = z.enum(['answered', 'clarify', 'abstained', 'handoff']);
export type AnswerStatus = z.infer<typeof answerStatusSchema>;

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
    understood: z
      .object({
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
      })
      .optional()
      .openapi({ description: 'How the question was read: made to stand alone, with its constraints.' }),
  })
  .openapi('AnswerResponse');
export type AnswerResponse = z.infer<typeof answerResponseSchema>;

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

export const feedbackRequestSchema = z
  .strictObject({
    answerId: identifier,
    rating: z.union([z.int().min(1).max(5), z.enum(['up', 'down'])], { error: '1 to 5, "up" or "down"' }),
    comment: text(2000).optional(),
    store: storeIdSchema.optional(),
  })
  .openapi('FeedbackRequest');
export type FeedbackRequest = z.infer<typeof feedbackRequestSchema>;

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

export const storeSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    locales: z.array(z.string()),
    examples: z.array(z.string()).optional().openapi({ description: 'Questions to begin with.' }),
  })
  .openapi('Store');
/** A store that questions can be asked of. */
export type Store = z.infer<typeof storeSchema>;
