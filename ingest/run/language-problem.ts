/**
 * Says why a document in a language that its store does not speak is left out. Pure.
 * @param locale BCP 47.
 * @param languages of the store, BCP 47; none when it has not said.
 */
export function languageProblem(locale: string, languages: readonly string[]): string | null {
  if (languages.length === 0 || languages.some((language) => primary(language) === primary(locale)))
    return null;
  return `is in "${locale}", and the store's locales are ${languages.join(', ')}. Add it to locales in aisle.yaml to answer from such pages.`;
}

const primary = (locale: string) => locale.split(/[-_]/, 1)[0]?.toLowerCase();
