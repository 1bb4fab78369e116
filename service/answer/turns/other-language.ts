import { languageOf } from '../../../ingest/analysis/language-of.ts';
import { messagesFor } from '../compose/messages.ts';

/**
 * The language of what an answer quotes, where none of it is in the shopper's.
 * @param quoted locales of the quoted documents.
 * @returns ISO 639, the first quote's; null where a quote is in the shopper's language, or nothing is quoted. Pure.
 */
export function foreignLanguage(locale: string, quoted: readonly string[]): string | null {
  const languages = quoted.filter((one) => one !== '').map(languageOf);
  return languages.includes(languageOf(locale)) ? null : (languages[0] ?? null);
}

/** Says, before the answer, that the store has it only in another language; null where that need not be said. Pure. */
export function noteOtherLanguage(locale: string, quoted: readonly string[]): string | null {
  const language = foreignLanguage(locale, quoted);
  if (language === null) return null;
  return messagesFor(locale).otherLanguage.replace('{language}', languageName(language, locale));
}

/** "inglés" for `en` in Spanish; the code where the language has no name that is known. */
export function languageName(language: string, locale: string): string {
  // What is said itself is English wherever it is not Spanish.
  const spoken = locale.startsWith('es') ? 'es' : 'en';
  try {
    return new Intl.DisplayNames(spoken, { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

/** "English or Spanish": the languages of a store, by their names in the shopper's. */
export function listLanguages(locales: string[], locale: string): string {
  const languages = new Set((locales.length === 0 ? ['en'] : locales).map(languageOf));
  const names = [...languages].map((language) => languageName(language, locale));
  return new Intl.ListFormat(locale.startsWith('es') ? 'es' : 'en', { type: 'disjunction' }).format(names);
}
