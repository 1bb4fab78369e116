import { fold } from '../../../../ingest/analysis/stem.ts';
import { readClaims } from '../claims.ts';
import { type GroundText, tokensOf } from '../coverage.ts';
import { needsNoQuote } from '../generic-words.ts';

/** A word or a value of a part of a text. */
export interface Item {
  /** A lexeme, or a claim's key; two items with one key say the same. */
  key: string;
  /** Folded. */
  word: string;
  kind: 'value' | 'name' | 'word';
  /** Of a value what it measures or which closed class it is of (`money`, `country`, `channel`); empty for a word. */
  dimension: string;
}

/** Where something is done, of which shops have two: a closed class that is told by phrases. */
const CHANNELS: [key: string, phrase: RegExp][] = [
  [
    'channel:online',
    /(?<!\p{L})(?:online|en linea|por internet|on (?:the|our) (?:website|web ?site|web|site)|en la web)(?!\p{L})/u,
  ],
  [
    'channel:store',
    /(?<!\p{L})(?:in[ -]?store|in (?:the|our|all|any|your)? ?(?:\p{L}+ )?(?:shops?|stores?|branch(?:es)?)|at (?:the|our) (?:shop|store|counter|branch)|in person|en (?:la|nuestra|las|nuestras) tiendas?|en tienda)(?!\p{L})/u,
  ],
];
/** "Size M": a letter is a word only there. */
const SIZE = /(?:^|[^\p{L}])(?:sizes?|tallas?)(?: is| es)?\s[SMLX]{1,3}$/iu;

/** Days and business days are durations both. */
export const dimensionOf = (key: string): string => key.slice(0, key.indexOf(':')).replace(/^working /, '');

/** The values, names and words of substance of a part of a text, in that order of kinds; function words and generic ones are none. */
export function readItems(whole: GroundText, part: string): Item[] {
  const claims = readClaims(part, whole.locale);
  const inClaims = new Set(claims.flatMap(({ written }) => fold(written).split(/[^\p{L}\p{N}]+/u)));
  const folded = fold(part);
  const values = claims.map(({ key, written }) => ({ key, word: written }));
  const channels = CHANNELS.filter(([, phrase]) => phrase.test(folded)).map(([key]) => ({ key, word: key }));
  const words = tokensOf(whole, part).filter(({ word, end, stop }) => {
    if (SIZE.test(part.slice(0, end))) return true;
    const plain = fold(word);
    return !stop && /^\p{L}{2,}$/u.test(word) && !needsNoQuote(plain, whole.locale) && !inClaims.has(plain);
  });
  return [
    ...[...values, ...channels].map((value) => ({
      ...value,
      kind: 'value' as const,
      dimension: dimensionOf(value.key),
    })),
    ...words.map(({ lexeme, word, start, end }) => ({
      key: lexeme,
      word: fold(word),
      kind: start > 0 && /^\p{Lu}/u.test(part.slice(start, end)) ? ('name' as const) : ('word' as const),
      dimension: '',
    })),
  ];
}
