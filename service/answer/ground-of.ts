import type { Evidence, Ground, Quote } from './answerer.ts';

/** What a quote states, and what the check must know of where it stands. Pure. */
export function groundOf(quote: Quote, source: Evidence): Ground {
  const { title, heading, locale, product, voice, genre, shape } = source;
  return {
    text: source.text.slice(quote.start - source.start, quote.end - source.start),
    context: [title, ...heading],
    locale,
    product,
    shape,
    ...(voice !== undefined && { voice }),
    ...(genre !== undefined && { genre }),
  };
}
