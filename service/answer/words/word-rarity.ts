import { loadWordVectors } from '../../../ingest/embedding/load-word-vectors.ts';

/** Log probabilities between which a word goes from chat ("take", −7.3) to topic ("jacket", −11.3). */
const CHAT = -6;
const TOPIC = -11;
const LEAST = 0.2;

/**
 * How much a word tells of what a question is about, 0.2…1, by its frequency in the language at large: in a shop's pages
 * "much" and "take" are rare, and idf alone would take them for the topic. 1 for languages of which nothing is known.
 */
export function wordRarity(word: string, locale: string): number {
  if (!locale.startsWith('en') || !/^\p{L}+$/u.test(word)) return 1;
  const share = (CHAT - loadWordVectors().logProbability(word)) / (CHAT - TOPIC);
  return Math.min(1, Math.max(LEAST, share));
}
