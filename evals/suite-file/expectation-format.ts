import { z } from 'zod';
import { answerStatusSchema } from '../../service/schemas/answer-response.ts';
import { comparedText, locale, pattern, urlGlob, words } from './text-formats.ts';

const fact = z
  .union([
    comparedText,
    z.strictObject({
      any: z.array(comparedText).min(1).optional().describe('Several ways to say it; one of them is enough.'),
      regex: pattern
        .optional()
        .describe(
          'A regular expression of JavaScript (flags iu), tried on the answer in its plain form: lower case, plain dashes and quotes, 1299 for 1,299.',
        ),
    }),
  ])
  .describe('Words, { any: [words, …] }, or { regex: "…" }.')
  .meta({ id: 'Fact' });

const skus = z.array(words).min(1);

/** What a case expects, as it stands in a file. What spans several of its fields is checked by `caseContradictions`. */
export const expectationFormat = z.strictObject({
  status: z
    .union([answerStatusSchema, z.array(answerStatusSchema).min(1)])
    .optional()
    .describe("What the answer's status must be; of a list, any."),
  facts: z
    .array(fact)
    .min(1)
    .optional()
    .describe('What the answer or a product card must state, whatever its case, dashes, quotes and spaces.'),
  factsMode: z
    .enum(['all', 'any'])
    .default('all')
    .describe('Whether all facts must be stated, or any one of them.'),
  answers: z
    .array(z.union([comparedText, z.array(comparedText).min(1)]))
    .min(1)
    .optional()
    .describe(
      'Several accepted answers, each as a text or a list of texts: the answer must state every text of at least one.',
    ),
  forbidden: z.array(fact).min(1).optional().describe('What the answer must not say.'),
  citations: z
    .array(urlGlob)
    .min(1)
    .optional()
    .describe('URL globs (* stands for any characters), each to be matched by a citation.'),
  citationsMode: z
    .enum(['all', 'any'])
    .default('all')
    .describe('Whether every glob must be matched by a citation, or any one of them.'),
  quotes: z
    .array(comparedText)
    .min(1)
    .optional()
    .describe("Texts, each of which must stand in some citation's quote."),
  products: skus.optional().describe('SKUs that must be among the products shown.'),
  productsOrder: z
    .enum(['any', 'listed'])
    .optional()
    .describe('listed: the products must be shown in the order of the list; others may stand between.'),
  notProducts: skus.optional().describe('SKUs that must not be among the products shown.'),
  locale: locale.optional().describe('Language that the answer must be in; a region is not compared.'),
  clarify: z
    .union([
      z.boolean(),
      z.strictObject({
        attribute: words.optional().describe('What is asked about, such as size.'),
        options: z.array(words).min(1).optional().describe('Options that must be offered, among others.'),
      }),
    ])
    .optional()
    .describe('Whether a question back is wanted, perhaps about an attribute, with certain options.'),
  handoff: z
    .union([
      z.boolean(),
      z.strictObject({ reason: words.optional().describe('Why, such as not-found or asked-for-a-person.') }),
    ])
    .optional()
    .describe('Whether people are to be offered, perhaps for a reason.'),
  relevant: z
    .record(urlGlob, z.int().min(0).max(3))
    .optional()
    .describe(
      'How relevant retrieved pages are, by URL glob: 0 not at all … 3 it answers. For retrieval metrics; default: each of citations with 1.',
    ),
});
