/** What the region names of Unicode's CLDR have besides countries: unions, placeholders, test data. */
const NO_COUNTRIES = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

/**
 * Whether two letters, of either case, are a country's code of ISO 3166-1, or one that is used as such (`XK`). A code that
 * stands for another one (`UK` for `GB`) is none, since no language tag's region would ever be equal to it.
 */
export function isCountry(code: string): boolean {
  if (!/^[A-Za-z]{2}$/.test(code)) return false;
  const upper = code.toUpperCase();
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return (
    !NO_COUNTRIES.has(upper) &&
    names.of(upper) !== undefined &&
    new Intl.Locale(`und-${upper}`).region === upper
  );
}
