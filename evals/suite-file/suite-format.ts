import { z } from 'zod';
import { expectationFormat } from './expectation-format.ts';
import { caseGatesFormat, gatesFormat } from './gates-format.ts';
import { question, sentBeside, words } from './text-formats.ts';

/** One case: an entry of `cases`, or a line of JSONL. */
export const caseFormat = z.strictObject({
  id: words.describe('A name that no other case of the suite has; reports and comparisons use it.'),
  question: question.optional().describe('What the shopper asks.'),
  conversation: z
    .array(z.strictObject({ question: question.describe('What the shopper asks.'), ...sentBeside }))
    .min(1)
    .optional()
    .describe('Questions one after another, instead of one; the answer to the last is judged.'),
  tags: z
    .array(words)
    .default([])
    .describe('Groups that metrics are also shown for, and that --filter knows.'),
  draft: z
    .boolean()
    .optional()
    .describe('A draft that nobody has accepted yet: it is asked, and gets the tag draft.'),
  ...sentBeside,
  gates: caseGatesFormat.default({}),
  expect: expectationFormat.describe('What a right answer is. At least one expectation.'),
});

const headFields = {
  suite: words.optional().describe('Name of the suite. Default: the name of its file.'),
  store: words.optional().describe('The store that is asked. Default: the only or the configured store.'),
  sources: z
    .array(words)
    .min(1)
    .optional()
    .describe(
      'URLs, files or folders (relative to this file) that are ingested into a throw-away database, instead of a store.',
    ),
  tags: z.array(words).optional().describe('Tags that every case of this file gets, included ones too.'),
  gates: gatesFormat.optional(),
  include: z
    .array(words)
    .min(1)
    .optional()
    .describe(
      'Files whose cases belong to the suite as well, relative to this file; "dir/*.yaml" for several.',
    ),
};

/** The first line of a JSONL file, where that is no case. */
export const headFormat = z.strictObject(headFields);

/** The format of a suite file in YAML or JSON, as README.md describes it. */
export const suiteFormat = z
  .strictObject({
    ...headFields,
    cases: z.array(caseFormat).min(1).optional().describe('The cases, asked in this order.'),
  })
  .meta({
    title: 'Suite of Aisle',
    description: 'Questions to a store, and what right answers to them are.',
  });

export type WrittenCase = z.infer<typeof caseFormat>;
export type WrittenHead = z.infer<typeof headFormat>;
