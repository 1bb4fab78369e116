import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { makeBm25 } from '../compare/bm25.ts';
import { pageText, type WithPeer } from './peer.ts';

/** Plain BM25: a whole passage is one unit, the best one is shown as it is. */
export const withBm25: WithPeer = (passages, locale, _, work) => {
  const texts = new Map(passages.map((passage) => [passage.id, pageText(passage)]));
  const index = makeBm25(
    [...texts].map(([id, text]) => ({ id, text })),
    (text) => lexemes(text, locale),
  );
  return work(async (question) => {
    const started = performance.now();
    const found = index.search(question);
    const milliseconds = performance.now() - started;
    const [best] = found;
    const text = best === undefined ? '' : (texts.get(best.id) ?? '');
    return {
      ranked: found.map(({ id }) => id),
      answered: best !== undefined,
      confidence: best?.score ?? 0,
      text,
      slices: best === undefined ? [] : [{ passageId: best.id, text }],
      milliseconds,
    };
  });
};
