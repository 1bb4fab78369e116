/** `es` of `es-MX`. */
export function languageOf(locale: string): string {
  return locale.toLowerCase().split('-')[0] ?? 'en';
}
