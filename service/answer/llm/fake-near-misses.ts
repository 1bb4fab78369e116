/** A word or two of a true sentence changed, so that it is false: all that is left of it stands in the passage. */
export type NearMiss = [kind: string, change: (text: string) => string];

const swapped = (kind: string, ...pairs: [RegExp, string][]): NearMiss[] =>
  pairs.map(([pattern, to]) => [kind, (text) => text.replace(pattern, to)]);

/** Forty kinds of near misses, in English and Spanish; a change that does not fit leaves the sentence as it is. */
export const nearMisses: NearMiss[] = [
  ...swapped(
    'time turned',
    [/\bbefore\b/u, 'after'],
    [/\bafter\b/u, 'before'],
    [/\bwithin (?=\d)/u, 'after '],
    [/\buntil (?=\d|\p{Lu})/u, 'from '],
    [/(?<!\p{L})antes de(?!\p{L})/u, 'después de'],
    [/(?<!\p{L})después de(?!\p{L})/u, 'antes de'],
    [/(?<!\p{L})hasta (?=el \d|las \d)/u, 'desde '],
  ),
  ...swapped(
    'bound turned',
    [/\bat least\b/u, 'at most'],
    [/\bat most\b/u, 'at least'],
    [/\bup to (?=\p{Sc}?\d)/u, 'at least '],
    [/\b[Oo]ver (?=\p{Sc}?\d)/u, 'under '],
    [/\b[Uu]nder (?=\p{Sc}?\d)/u, 'over '],
    [/\bmore than (?=\p{Sc}?\d)/u, 'less than '],
    [/(?<!\p{L})al menos (?=\d)/u, 'como máximo '],
    [/(?<!\p{L})más de (?=\d)/u, 'menos de '],
    [/(?<!\p{L})menos de (?=\d)/u, 'más de '],
  ),
  ...swapped(
    'some into all',
    [/\b[Ss]ome (?=\p{L}+s\b)/u, 'All '],
    [/\b[Mm]ost (?=\p{L}+s\b)/u, 'All '],
    [/\b[Ss]elected (?=\p{L}+s\b)/u, 'All '],
    [/(?<!\p{L})[Aa]lgun([oa])s (?=\p{L})/u, 'Tod$1s l$1s '],
  ),
  ...swapped(
    'made sure or left open',
    [/\bmay (?=\p{Ll}{3})(?!not)/u, 'will '],
    [/\busually\b/u, 'always'],
    [/\bmust (?=be\b)/u, 'may '],
    [/\bis required\b/u, 'is optional'],
    [/(?<!\p{L})normalmente(?!\p{L})/u, 'siempre'],
  ),
  ...swapped(
    'payer',
    [/\b[Ww]e pay\b/u, 'You pay'],
    [/\b[Yy]ou pay\b/u, 'We pay'],
    [/\bat your (?:own )?expense\b/u, 'at our expense'],
    [/(?<!\p{L})a tu cargo(?!\p{L})/u, 'a nuestro cargo'],
  ),
  ...swapped(
    'condition',
    [/\b[Uu]n(worn|opened|used|washed) (?=\p{L})/u, '$1 '],
    [/\b(?:[Uu]nworn|[Uu]nopened|[Uu]nused|[Uu]nwashed) (?=\p{L})/u, ''],
    [/(?<!\p{L})sin (us|lav|estren)ar(?!\p{L})/u, '$1ados'],
    [/,? (?:as long as(?! \d)|provided that|siempre que) [^.;]{4,}(?=[.;]|$)/u, ''],
  ),
  ...swapped(
    'day or month',
    [/\bMonday\b/u, 'Tuesday'],
    [/\bFriday\b/u, 'Saturday'],
    [/\bDecember\b/u, 'October'],
    [/(?<!\p{L})lunes(?!\p{L})/u, 'martes'],
    [/(?<!\p{L})diciembre(?!\p{L})/u, 'octubre'],
  ),
  ['amounts exchanged', (text) => exchange(text, /\p{Sc}\d+(?:[.,]\d+)?/gu)],
  ['amounts exchanged', (text) => exchange(text, /\d+(?:[.,]\d+)? €/gu)],
];

/** Puts the first two values in each other's place, where words stand between them. */
function exchange(text: string, pattern: RegExp): string {
  const [one, other] = [...text.matchAll(pattern)];
  if (!one || !other || one[0] === other[0]) return text;
  const between = text.slice(one.index + one[0].length, other.index);
  // "$5–$8" and "was $8" are of one thing.
  if (!/\p{L}{3}.*\s\p{L}{3}/u.test(between)) return text;
  return `${text.slice(0, one.index)}${other[0]}${between}${one[0]}${text.slice(other.index + other[0].length)}`;
}
