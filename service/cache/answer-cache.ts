import { LRUCache } from 'lru-cache';
import { holdsPersonalData } from '../answer/understand/personal-data.ts';
import type { AnswerEvent, ResolvedAnswerRequest } from '../answer-question.ts';
import type { AnswerResponse } from '../schemas/answer-response.ts';
import { questionKey, type StoreState } from './question-key.ts';

const MOST_ANSWERS = 2_000;
const MOST_BYTES = 32 * 2 ** 20;
/** However still the index is: vectors that a model's failure has left out may be there by then. */
const FRESH_MS = 60 * 60_000;
/** What is offered with a handoff, such as whether somebody is there now, changes by itself. */
const OFFER_FRESH_MS = 60_000;

/** An answer that can be given again. */
export interface KeptAnswer {
  /** All but `start`, in the order in which they were sent. */
  events: AnswerEvent[];
  response: AnswerResponse;
  standalone: string;
}

/** Answers to first questions, to be given again to whoever asks the same of an unchanged index. */
export interface AnswerCache {
  /** @returns null for a question that is never kept. */
  keyOf(request: ResolvedAnswerRequest, store: StoreState): string | null;
  find(key: string): KeptAnswer | undefined;
  keep(key: string, answer: KeptAnswer): void;
}

/**
 * A cache within this process, bounded by entries, bytes and age. It needs no invalidation: the store's revision, which every publish
 * raises, is part of the key, and the models, prompts and synonyms that an answer is made by are the process's, as the cache is.
 */
export function makeAnswerCache({
  maxAnswers = MOST_ANSWERS,
  maxBytes = MOST_BYTES,
  now = () => new Date(),
}: {
  maxAnswers?: number;
  maxBytes?: number;
  now?: () => Date;
} = {}): AnswerCache {
  const answers = new LRUCache<string, KeptAnswer>({
    max: maxAnswers,
    maxSize: maxBytes,
    // Strings are of one or two bytes a code unit; the key is a hash.
    sizeCalculation: (answer) => 2 * JSON.stringify(answer).length,
    ttl: FRESH_MS,
  });
  return {
    keyOf: (request, store) =>
      holdsPersonalData(request.question) ? null : questionKey(request, store, now()),
    find: (key) => answers.get(key),
    keep(key, answer) {
      // A person was asked for, or called: that is between this shopper and people.
      if (answer.response.status === 'handoff') return;
      answers.set(key, answer, { ttl: answer.response.handoff === null ? FRESH_MS : OFFER_FRESH_MS });
    },
  };
}
