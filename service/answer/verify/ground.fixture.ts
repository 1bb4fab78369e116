import type { Ground } from '../answerer.ts';

/** A quote of the store's own, in English, without a heading. */
export function makeGround(text: string, own: Partial<Ground> = {}): Ground {
  return { text, context: [], locale: 'en', product: null, ...own };
}
