import { z } from '@hono/zod-openapi';
import type { AnswerDeps } from '../../answer/make-answer-question.ts';
import { ANSWER_THRESHOLD } from '../../answer/rank/confidence.ts';
import type { RankedUnit } from '../../answer/rank/rank-units.ts';
import { findForMarket } from '../../answer/retrieve/find-for-market.ts';
import type { LoadedStore } from '../../answer/retrieve/store-cache.ts';
import { understand } from '../../answer/understand/understand.ts';
import { defaultPassageLimit } from '../../schemas/answer-request.ts';
import { passageSchema, toPassage } from './passage.ts';
import type { PolicySearch } from './search-requests.ts';

export const foundPassagesSchema = z
  .object({
    store: z.string(),
    locale: z.string().openapi({ description: 'Language that the query was read in.' }),
    passages: z.array(passageSchema).openapi({ description: 'Best first.' }),
    confidence: z
      .number()
      .min(0)
      .max(1)
      .openapi({
        description: `How sure it is that these answer the query. Below ${ANSWER_THRESHOLD} they are only near it, and \`answer\` would abstain.`,
      }),
  })
  .openapi('FoundPassages');
export type FoundPassages = z.infer<typeof foundPassagesSchema>;

/** Finds passages as an answer to the same question would, and says nothing of its own. */
export async function searchPolicies(
  deps: AnswerDeps,
  loaded: LoadedStore,
  { query, limit = defaultPassageLimit, ...request }: PolicySearch & { store: string },
  signal: AbortSignal,
): Promise<FoundPassages> {
  const asked = { ...request, question: query };
  const understood = await understand(asked, [], loaded, deps.similarity);
  const { settled, confidence } = await findForMarket({
    deps,
    request: asked,
    understood: { ...understood, catalog: null },
    loaded,
    history: [],
    signal,
    emit: async () => {},
  });
  const best = bestOfPassages(settled.filter(({ evidence }) => isOfStore(evidence)));
  const passages = best.slice(0, limit).flatMap((unit) => toPassage(unit, request.store) ?? []);
  return {
    store: request.store,
    locale: understood.locale,
    passages,
    confidence: Math.round(Math.min(1, Math.max(0, confidence)) * 1000) / 1000,
  };
}

/** Neither a product, nor a customer's opinion, nor text that gives orders to whoever reads it. */
function isOfStore({ kind, voice, suspect }: RankedUnit['evidence']): boolean {
  return kind !== 'product' && voice !== 'customer' && suspect !== true;
}

/** The first unit of each passage; units are best first. */
function bestOfPassages(units: readonly RankedUnit[]): RankedUnit[] {
  const seen = new Set<unknown>();
  return units.filter(({ evidence }) => !seen.has(evidence) && seen.add(evidence));
}
