/** What forms of one word end with behind what they begin with alike, folded. */
const ENDINGS = {
  en: /^(?:|s|es|e|ed|d|ing|ings|er|ers|r|rs|able|ible|ability|ment|ments|ship|ships|al|als|ance|ence|ity|ion|ions|ation|ations|y|ies|ly|en|[pntg](?:ed|ing|er|ers)|ery|or|ors)$/,
  es: /^(?:|s|es|a|o|as|os|e|i|ar|er|ir|amos|emos|imos|ais|eis|is|an|en|ad[oa]s?|id[oa]s?|acion|aciones|cion|ciones|ion|iones|able|ables|ible|ibles|ando|iendo|aje|imiento|imientos|amiento|arse|erse|irse|ara|aran|are|aremos|er[oa]s?|io|ios|ia|ias|iar|iamos|iais|ian|tiv[oa]s?|uit[oa]s?|ur[oa]s?|an|arl[oa]s?)$/,
};
const LEAST_STEM = { en: 4, es: 3 };

/**
 * Whether two folded words are forms of one: `member` and `membership`, `enviamos` and `envíos`; not `violin` and `viola`,
 * which only begin alike. Pure.
 */
export function isFormOf(a: string, b: string, locale: string): boolean {
  const language = locale.startsWith('es') ? 'es' : 'en';
  const shorter = Math.min(a.length, b.length);
  let alike = 0;
  while (alike < shorter && a[alike] === b[alike]) alike += 1;
  const ending = ENDINGS[language];
  for (let stem = alike; stem >= LEAST_STEM[language] && stem >= alike - 1; stem--)
    if (ending.test(a.slice(stem)) && ending.test(b.slice(stem))) return true;
  return false;
}
