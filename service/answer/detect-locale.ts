import { analyze } from '../../ingest/analysis/analyze.ts';
import { detectLanguage } from '../../ingest/files/detect-language.ts';

/**
 * The language of a question, among those that the store has. A few words are little to go by: function words and
 * Spanish punctuation decide first, then a statistical detector where it is sure; else the language of the
 * conversation so far, or the store's first.
 * @param locales the store's, most frequent first.
 */
export async function detectLocale(
  question: string,
  locales: string[],
  previous: string | null,
): Promise<string> {
  const fallback = previous ?? locales[0] ?? 'en';
  const languages = [...new Set(['en', 'es', ...locales.map(languageOf)])];
  if (/[¿¡]/.test(question)) return 'es';
  const counts = languages.map((language) => ({
    language,
    stops: analyze(question, language).filter((token) => token.stop).length,
  }));
  counts.sort((a, b) => b.stops - a.stops);
  const [first, second] = counts;
  if (first && first.stops > (second?.stops ?? 0)) return first.language;
  const detected = await detectLanguage(question);
  if (detected !== null && languages.includes(detected)) return detected;
  return languageOf(fallback);
}

/** `es` of `es-MX`. */
export function languageOf(locale: string): string {
  return locale.toLowerCase().split('-')[0] ?? 'en';
}
