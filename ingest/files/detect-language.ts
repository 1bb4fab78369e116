/** Enough text to tell a language; more adds time, not certainty. */
const SAMPLE = 4000;

/**
 * The language that a text is written in, as an ISO 639-1 code; null where it is too short or mixed to tell.
 * The detector's tables are loaded on first use.
 */
export async function detectLanguage(text: string): Promise<string | null> {
  const { eld } = await import('eld/extrasmall');
  const result = eld.detect(text.slice(0, SAMPLE));
  return result.language !== '' && result.isReliable() ? result.language : null;
}
