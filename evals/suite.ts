import { z } from 'zod';
import { answerStatusSchema, type Filters, filtersSchema, maxQuestionLength } from '../service/schemas.ts';
import { METRIC_NAMES } from './metrics/metric-names.ts';
import { normaliseText } from './metrics/normalise-text.ts';

const text = z.string().refine((value) => value.trim() !== '', { error: 'text that is not empty' });

/** Wide enough for `"—"` to be refused: it would normalise to nothing that can be compared. */
const fact = z.string().refine((value) => /[\p{L}\p{N}\p{S}]/u.test(normaliseText(value)), {
  error: 'text with a letter, digit or symbol',
});

const locale = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'a language such as en or es-MX' });

const question = z.string().refine((value) => value.trim() !== '' && value.length <= maxQuestionLength, {
  error: `a question of 1 to ${maxQuestionLength} characters`,
});

const expectation = z.strictObject({
  /** What the answer's status must be, exactly. */
  status: answerStatusSchema.optional(),
  /** What the answer must state, compared as `containsFact` does. */
  facts: z.array(fact).min(1).optional(),
  /** Whether it must state all facts, or whether any one will do. */
  factsMode: z.enum(['all', 'any']).default('all'),
  /** What the answer must not say, compared like facts. */
  forbidden: z.array(fact).min(1).optional(),
  /** URL globs, each to be matched by at least one citation: see `matchesUrl`. */
  citations: z.array(text).min(1).optional(),
  /** SKUs that must be among the products shown. */
  products: z.array(text).min(1).optional(),
  /** Language that the answer must be in. */
  locale: locale.optional(),
});

const suiteCase = z.strictObject({
  id: text,
  question: question.optional(),
  conversation: z.array(z.strictObject({ question })).min(1).optional(),
  tags: z.array(text).default([]),
  /** Sent with every turn; left out, the service detects the language. */
  locale: locale.optional(),
  /** Sent with every turn; narrows products. */
  filters: filtersSchema.optional(),
  expect: expectation,
});

const gateLimit = z.number().min(0);

/**
 * The format of a suite file, as README.md describes it. What spans several fields (one of `question` and
 * `conversation`, unique ids, gates that name a metric) is checked by `suiteContradictions`.
 */
export const suiteFormat = z.strictObject({
  suite: text,
  store: text.optional(),
  /** URLs, or paths relative to the suite's file. */
  sources: z.array(text).min(1).optional(),
  gates: z.record(z.string(), gateLimit).default({}),
  cases: z.array(suiteCase).min(1),
});

export type Expectation = z.infer<typeof expectation>;

/** A case as it runs: a single question is a conversation of one turn. */
export interface SuiteCase {
  id: string;
  tags: string[];
  questions: string[];
  locale: string | null;
  filters: Filters | null;
  expect: Expectation;
}

export interface Suite {
  name: string;
  store: string | null;
  sources: string[] | null;
  /** Minimum per metric; maximum where lower is better. */
  gates: Partial<Record<(typeof METRIC_NAMES)[number], number>>;
  cases: SuiteCase[];
}

export function toSuite(file: z.infer<typeof suiteFormat>): Suite {
  return {
    name: file.suite,
    store: file.store ?? null,
    sources: file.sources ?? null,
    gates: Object.fromEntries(
      METRIC_NAMES.flatMap((name) => {
        const limit = file.gates[name];
        return limit === undefined ? [] : [[name, limit]];
      }),
    ),
    cases: file.cases.map((entry) => ({
      id: entry.id,
      tags: [...new Set(entry.tags)],
      questions: entry.conversation?.map((turn) => turn.question) ?? [entry.question ?? ''],
      locale: entry.locale ?? null,
      filters: entry.filters ?? null,
      expect: entry.expect,
    })),
  };
}
