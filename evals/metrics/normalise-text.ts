const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/gu;
const SINGLE_QUOTES = /[\u2018-\u201B\u2032\u02BC\u00B4`]/gu;
const DOUBLE_QUOTES = /[\u201C-\u201F\u2033\u00AB\u00BB\u201E]/gu;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
const FIXED_SPACE_IN_NUMBER = /(?<=\d)[\u00A0\u2009\u202F](?=\d{3}(?!\d))/gu;
const COMMA_IN_NUMBER = /(?<=(?<![\d.,])\d{1,3}(?:,\d{3})*),(?=\d{3}(?!\d))/gu;
const ZERO_CENTS = /(?<=(?<![\d.,])(?:\d+|\d{1,3}(?:\.\d{3})+))[.,]00(?!\d|[.,]\d)/gu;

/**
 * Text in the form in which facts are compared. Two texts that a reader takes for the same are the same here:
 * Unicode NFKC (full-width letters, `½`), case, runs of white space, typographic dashes and quotes, soft hyphens,
 * `5 – 7` and `5-7`, `1,299` and `1299`, `$129.00` and `$129`.
 *
 * Accents are kept, for they tell words apart (`año`, `ano`). A point between thousands (`1.299`) is kept too: it may
 * as well be a decimal point.
 */
export function normaliseText(text: string): string {
  return text
    .replace(FIXED_SPACE_IN_NUMBER, '') // before NFKC, which turns every space into a plain one
    .replace(SINGLE_QUOTES, "'")
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(DASHES, '-')
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\d) ?- ?(?=\d)/gu, '-')
    .replace(COMMA_IN_NUMBER, '')
    .replace(ZERO_CENTS, '')
    .trim();
}
