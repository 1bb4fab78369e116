import type { AnswerStatus } from '../service/schemas/answer-response.ts';
import type { Filters } from '../service/schemas/filters.ts';
import type { MetricName } from './metrics/metric-names.ts';

/**
 * Words that an answer states or must not: as they are, any of several ways to say the same, or a regular expression
 * (flags `iu`). All are compared with the answer as `normaliseText` makes it.
 */
export type Fact = string | { any: string[] } | { regex: string };

/** What a right answer is. What is left out is not checked. */
export interface Expectation {
  /** Any of these. */
  status?: AnswerStatus[] | undefined;
  facts?: Fact[] | undefined;
  /** Whether the answer must state all facts, or whether any one will do. */
  factsMode: 'all' | 'any';
  /** Accepted answers: every fact of at least one of them must be stated. */
  answers?: string[][] | undefined;
  forbidden?: Fact[] | undefined;
  /** URL globs, see `matchesUrl`. */
  citations?: string[] | undefined;
  /** Whether each glob needs a citation, or whether one citation that matches any will do. */
  citationsMode: 'all' | 'any';
  /** Each must stand in the quote of some citation. */
  quotes?: string[] | undefined;
  /** SKUs that must be among the products shown. */
  products?: string[] | undefined;
  /** Whether those must be shown in the order in which they are listed. */
  productsOrder?: 'any' | 'listed' | undefined;
  /** SKUs that must not be shown. */
  notProducts?: string[] | undefined;
  /** Language that the answer must be in. */
  locale?: string | undefined;
  /** Whether a question back is wanted, perhaps about this attribute and with these options among others. */
  clarify?: boolean | { attribute?: string | undefined; options?: string[] | undefined } | undefined;
  /** Whether a handoff is to be offered, perhaps for this reason. */
  handoff?: boolean | { reason?: string | undefined } | undefined;
  /** How relevant a retrieved page is, 0 not at all … 3 it answers; by URL glob. */
  relevant?: Record<string, number> | undefined;
}

/** One question of a case with what is sent beside it; null is not sent. */
export interface SuiteTurn {
  question: string;
  /** Left out, the service detects the language. */
  locale: string | null;
  /** The shopper's country, ISO 3166-1 alpha-2. */
  market: string | null;
  /** Narrows products. */
  filters: Filters | null;
}

/**
 * A limit on a metric: a minimum, or a maximum where lower is better. `lowerBound` and `upperBound` hold the same against
 * the bound of its 95 % interval, so that too few cases cannot pass by luck.
 */
export type GateLimit = number | { lowerBound: number } | { upperBound: number };

export type Gates = Partial<Record<MetricName, GateLimit>>;

/**
 * How far a metric may move from an earlier run's, over the cases of both: the least change, or the greatest where lower is
 * better; `-0.02` as a difference, `"+20%"` as a share of what it was. With `significant` a change beyond that fails only
 * where chance does not explain it (p < 0.05).
 */
export type ChangeLimit = number | string | { limit: number | string; significant: boolean };

/** Limits on what has changed since the baseline: on metrics, and on how many cases may be broken. */
export type ChangeGates = Partial<Record<MetricName, ChangeLimit>> & { broken?: number | undefined };

/** Limits on one case's own scores. */
export type CaseGates = Partial<Record<MetricName, number>>;

/** A case as it runs. */
export interface SuiteCase {
  id: string;
  tags: string[];
  /** At least one; the answer to the last is the one that is judged. A single question is one turn. */
  turns: SuiteTurn[];
  /** Held against the case's own scores; each is a check, `gate <metric>`. */
  gates: CaseGates;
  expect: Expectation;
}

/** Cases in the suite's order, read anew from their file each time, so that they need never stand in memory at once. */
export interface SuiteCases {
  count: number;
  /** @throws SuiteError when a file has changed since the suite was checked, so that a case in it can no longer be read. */
  read(): AsyncIterable<SuiteCase>;
}

export interface Suite {
  name: string;
  /** Every file that it was read from, absolute, its own first. */
  files: string[];
  store: string | null;
  /** URLs and absolute paths. */
  sources: string[] | null;
  gates: Gates;
  /** Limits on the cases of a tag: `"tag:returns": { factsFound: 1 }` within `gates`. */
  tagGates: Record<string, Gates>;
  /** Limits on the change since a baseline: `change` within `gates`. */
  changeGates?: ChangeGates | undefined;
  cases: SuiteCases;
}

/** All of them at once, where a suite is known to be small. */
export async function readAll(cases: SuiteCases): Promise<SuiteCase[]> {
  const read: SuiteCase[] = [];
  for await (const entry of cases.read()) read.push(entry);
  return read;
}

/** Cases that stand in memory already. */
export function casesOf(cases: readonly SuiteCase[]): SuiteCases {
  return {
    count: cases.length,
    async *read() {
      yield* cases;
    },
  };
}
