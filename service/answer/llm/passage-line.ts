import type { ShownPassage } from './choose-passages.ts';
import { dataLine } from './data-line.ts';

/**
 * A passage as a model sees it: a line of JSON with its number (from 1), where it stands, who wrote it if not the store, when
 * it was written if it is an article, the current facts of its product, and its text. No URL, no id, no score.
 */
export function passageLine({ evidence, text, facts }: ShownPassage, number: number): string {
  const { title, heading, voice, genre, modifiedAt } = evidence;
  return dataLine({
    passage: number,
    title,
    ...(heading.length > 0 && { heading: heading.join(' > ') }),
    ...(voice === 'customer' && { writer: 'customer' }),
    ...(genre === 'article' && { article: modifiedAt?.slice(0, 10) ?? true }),
    ...(facts.length > 0 && { facts }),
    text,
  });
}
