import type { z } from '@hono/zod-openapi';
import { answerRequestSchema } from '../schemas/answer-request.ts';

const { conversationId, store, locale, market, filters, limit } = answerRequestSchema.shape;

/** What `POST /answer` takes beside the question, for formats that carry it along: null is what a client has not set yet. */
export const ownFields = {
  conversationId: conversationId.nullable(),
  locale: locale.nullable(),
  market: market.nullable(),
  filters: filters.nullable(),
  limit: limit.nullable(),
};

/** Beside {@link ownFields} where the format has no other name for the store. */
export const storeField = { store: store.nullable() };

type OwnFields = { [K in keyof typeof ownFields]?: z.infer<(typeof ownFields)[K]> } & {
  store?: string | null | undefined;
};

/** The fields that are set, and nothing else. Pure. */
export function readOwnFields<T extends OwnFields>({
  conversationId,
  store,
  locale,
  market,
  filters,
  limit,
}: T) {
  return {
    ...(store != null && { store }),
    ...(conversationId != null && { conversationId }),
    ...(locale != null && { locale }),
    ...(market != null && { market }),
    ...(filters != null && { filters }),
    ...(limit != null && { limit }),
  };
}
