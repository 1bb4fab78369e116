import { languageOf } from '../../../ingest/analysis/language-of.ts';

/** `Spanish (español)`, as a model is told it; the code alone where it is not a valid one. Pure. */
export function languageName(locale: string): string {
  try {
    const language = languageOf(locale);
    const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(language);
    const own = new Intl.DisplayNames([language], { type: 'language' }).of(language);
    return own === name ? `${name}` : `${name} (${own})`;
  } catch {
    return locale;
  }
}
