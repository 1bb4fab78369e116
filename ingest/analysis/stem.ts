import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';

type Stemmer = (word: string) => string;

const STEMMERS: Record<string, Stemmer> = {
  da: danish,
  de: german,
  en: english,
  es: (word) => spanish(withAccents(word)),
  fr: french,
  it: italian,
  nl: dutch,
  pt: portuguese,
  sv: swedish,
};

/**
 * Shoppers leave accents out, and so the analysis folds them; but Snowball knows some endings only with theirs: `ción`,
 * and vosotros' `áis`, `éis`, `réis`, `ríais`.
 */
function withAccents(word: string): string {
  return word
    .replace(/([cs])ion$/, '$1ión')
    .replace(/([aei]r)iais$/, '$1íais')
    .replace(
      UNACCENTED_VOSOTROS,
      (_, before: string, vowel: string) => `${before}${vowel === 'a' ? 'á' : 'é'}is`,
    );
}

/** Of two letters before it ("país", "seis") it is no ending; of `-asteis`, `-abais` and the like Snowball needs no accent. */
const UNACCENTED_VOSOTROS =
  /^(?!.*(?:[ai]st|as|ies|dieci|veinti)eis$|.*(?:ab|ar|ier)ais$|jamais$)(.{2,}[^í])([ae])is$/;

/**
 * Snowball stem of a lower-case word without accents; the word itself in a language without a stemmer.
 * @param language such as `en`.
 */
export function stem(word: string, language: string): string {
  const stemmer = STEMMERS[language];
  return fold(stemmer === undefined ? word : stemmer(word));
}

/** ASCII, which has neither accents nor compatibility forms. */
const PLAIN = /^[ -~]*$/;

/** Lower case, compatibility forms unified, accents dropped: `Devolución` is `devolucion`. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
