import { cardTexts, spokenText } from '../../score/spoken-text.ts';
import { withTextStore } from '../answers/open-text-store.ts';
import type { PeerAnswer, WithPeer } from './peer.ts';

/** Aisle as it is: each passage a page of one store, chunked, ranked and answered by the service's own steps. */
export const withAisle: WithPeer = (passages, locale, context, work) =>
  withTextStore(passages, locale, context, (store) =>
    work(async (question): Promise<PeerAnswer> => {
      const started = performance.now();
      const response = await store.answer(question);
      const milliseconds = performance.now() - started;
      const { reranked, fused } = await store.rank(question);
      const answered = response.status === 'answered';
      return {
        // What it answers from, then the rest as it was retrieved.
        ranked: [...new Set([...reranked, ...fused])],
        answered,
        confidence: response.confidence,
        text: answered ? [spokenText(response), ...cardTexts(response)].join('\n') : '',
        slices: answered
          ? response.citations.map(({ documentId, quote }) => ({
              passageId: store.idOf.get(documentId) ?? '',
              text: quote,
            }))
          : [],
        milliseconds,
      };
    }),
  );
