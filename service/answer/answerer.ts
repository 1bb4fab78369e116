import type { DocumentGenre, DocumentKind, PassageShape, ProductFacts, Voice } from '../../sql/document.ts';
import type { RankedUnit } from './rank/rank-units.ts';

/** A retrieved passage, offered to an answerer as ground for what it says. */
export interface Evidence {
  /** Position in the list that the answerer was given, from 0. */
  index: number;
  documentId: string;
  url: string;
  title: string;
  heading: string[];
  kind: DocumentKind;
  /** `article`: true of its day, so that no price of today's is in it. */
  genre?: DocumentGenre | null;
  /** Who wrote it; left out: the store. A customer's words are an opinion, never a policy or a fact. */
  voice?: Voice;
  /** Gives orders to whoever answers: never quoted, and shown to no model. */
  suspect?: boolean;
  locale: string;
  /** ISO 3166-1 alpha-2: the country whose shoppers it is for; null or left out: all. */
  market?: string | null;
  shape: PassageShape;
  /** The passage: `document.text.slice(start, end)`. */
  text: string;
  start: number;
  end: number;
  contentHash: string;
  /** ISO 8601. */
  fetchedAt: string;
  /** When the page was written or last changed, ISO 8601, as far as it or its server says. */
  modifiedAt?: string | null;
  /** Fused retrieval score in 0…1, relative to the best passage of this search. */
  score: number;
  /** Cosine of question and passage; 0 when there were no vectors. */
  cosine: number;
  /** Facts of the product that the document describes, if it is one. */
  product: ProductFacts | null;
}

/** Exact words of one piece of evidence; offsets are into the document's text, UTF-16, `[start, end)`. */
export interface Quote {
  evidence: number;
  start: number;
  end: number;
}

/** One sentence an answerer wants to send, with the quotes that shall carry it. Nothing is sent unverified. */
export interface DraftSentence {
  text: string;
  quotes: Quote[];
  /** `item`: a line of a list, such as a product or a table row; default: running text. */
  layout?: 'item';
}

/** Tokens that a model has billed, and their price where it is known. */
export interface Usage {
  inputTokens: number;
  outputTokens: number;
  costUsd: number;
}

/** Of what no model was asked for. */
export const NO_USAGE: Readonly<Usage> = { inputTokens: 0, outputTokens: 0, costUsd: 0 };

export function addUsage(a: Usage, b: Usage): Usage {
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    costUsd: a.costUsd + b.costUsd,
  };
}

/** The question as understood, made to stand alone. */
export interface AnswerTask {
  /** Standalone: follow-ups have their subject carried over. */
  question: string;
  /** What of it is asked now, without the earlier question that a follow-up stands behind. */
  asked: string;
  /** Language to answer in, such as `en`. */
  locale: string;
  storeName: string;
  evidence: Evidence[];
  /** Every sentence, row and fact of the evidence, best first. */
  ranked: RankedUnit[];
  /** Earlier turns of this conversation, oldest first. */
  history: { question: string; answer: string }[];
  signal: AbortSignal;
}

/**
 * Says what the evidence supports, a sentence at a time, best first; says nothing where it finds no answer.
 * `usage` is complete once the iteration has ended.
 * @throws when its model cannot be reached; the caller falls back or reports a problem.
 */
export interface Answerer {
  /** The model's name as configured: `extractive`, `openai:gpt-…`. */
  model: string;
  answer(task: AnswerTask): { sentences: AsyncIterable<DraftSentence>; usage: Usage };
}

/** What the verifier says of one drafted sentence. */
export type Verdict = { ok: true } | { ok: false; reason: string };

/**
 * Whether a sentence may be sent: its quotes hold its numbers, prices, dates, durations, codes and links, do not
 * say the opposite, and cover its content. Pure.
 */
export type Verify = (sentence: string, grounds: Ground[]) => Verdict;

/** A quote with what stands around it. */
export interface Ground {
  /** The quote's exact words. */
  text: string;
  /** The title and headings above it: they name what the quote speaks of. */
  context: string[];
  locale: string;
  product: ProductFacts | null;
  /** Who wrote it; left out: the store. What a customer wrote may only be said as a customer's words. */
  voice?: Voice;
  /** `article`: no price of today's is in it. */
  genre?: DocumentGenre | null;
  /** `rows`: its lines are rows of a table, with their columns' names. Left out: not known. */
  shape?: PassageShape;
}
