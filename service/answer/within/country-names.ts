const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** What people write for a country beside the names that `Intl` has. */
export const COUNTRY_ALIASES: Record<string, readonly string[]> = {
  US: [
    'usa',
    'u.s.',
    'u.s.a.',
    'united states of america',
    'eeuu',
    'ee uu',
    'ee.uu.',
    'estados unidos',
    'the states',
  ],
  GB: ['uk', 'u.k.', 'great britain', 'britain', 'gran bretana', 'reino unido'],
  NL: ['holland', 'holanda', 'the netherlands'],
  CZ: ['czech republic', 'republica checa'],
  KR: ['korea', 'corea'],
  AE: ['uae', 'emiratos'],
};

/** Codes of unions, and of islands that `place-names.ts` has. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'QO', 'IC', 'EA']);

/** Names that are everyday words as well, or those of a place within a country; folded, of one word each. */
export const AMBIGUOUS: ReadonlySet<string> = new Set([
  'georgia',
  'jersey',
  'turkey',
  'china',
  'chad',
  'mali',
  'cuba',
  'polonia',
  'guinea',
]);

/** ISO 3166-1 alpha-2 codes with the countries' English and Spanish names, from CLDR through `Intl`. */
export function countryNames(): Map<string, string[]> {
  const languages = ['en', 'es'].map(
    (locale) => new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }),
  );
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  return new Map(
    codes.flatMap((code): [string, string[]][] => {
      const names = languages.flatMap((language) => language.of(code) ?? []);
      const usable = names.filter((name) => !AMBIGUOUS.has(name.toLowerCase()));
      // `DD` is retired, and is called as `DE` is.
      const current = Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
      return !current || NO_COUNTRY.has(code) || usable.length === 0 ? [] : [[code, usable]];
    }),
  );
}
