import { stem } from '../../../ingest/analysis/stem.ts';
import type { WordSimilarity } from '../rank/rank-units.ts';
import { sameColor } from './color-words.ts';
import { sameMaterial } from './material-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The keys that a word may be known by: itself, its other forms, the same color or material, in either language. */
export function sameWords(
  word: string,
  locale: string,
  vocabulary: Vocabulary,
  similarity: WordSimilarity,
): string[] {
  const keys = [word, ...sameColor(word), ...sameMaterial(word)];
  const other = otherForm(word, locale, vocabulary);
  if (other !== null) keys.push(other, ...sameColor(other));
  const known = [...new Set(keys)].filter((key) => vocabulary.values.has(key));
  const foreign = locale.slice(0, 2) !== vocabulary.locale.slice(0, 2);
  const translated = known.length > 0 || !foreign ? null : translation(word, vocabulary, similarity);
  return translated === null ? known : [translated];
}

/** Words of two languages for one thing: "oscuro", which is also obscure, is 0.70 of "dark". */
const TRANSLATION = 0.65;

/** The value that a word of another language means: "oscuro" where roasts are `Dark`. */
function translation(word: string, vocabulary: Vocabulary, similarity: WordSimilarity): string | null {
  if (!/^\p{L}{4,}$/u.test(word) || vocabulary.nouns.has(stem(word, vocabulary.locale.slice(0, 2))))
    return null;
  let best: string | null = null;
  let most = TRANSLATION;
  for (const key of vocabulary.values.keys()) {
    if (!/^\p{L}{3,}$/u.test(key)) continue;
    const score = similarity(word, key);
    if (score > most) [best, most] = [key, score];
  }
  return best;
}

/** Stems of single-word values, made once for each vocabulary. */
const STEMS = new WeakMap<Vocabulary, Map<string, string>>();

function otherForm(word: string, locale: string, vocabulary: Vocabulary): string | null {
  if (!/^\p{L}{4,}$/u.test(word)) return null;
  let stems = STEMS.get(vocabulary);
  if (stems === undefined) {
    stems = new Map();
    for (const key of vocabulary.values.keys())
      if (/^\p{L}{4,}$/u.test(key)) stems.set(stem(key, vocabulary.locale.slice(0, 2)), key);
    STEMS.set(vocabulary, stems);
  }
  return (
    stems.get(stem(word, vocabulary.locale.slice(0, 2))) ?? stems.get(stem(word, locale.slice(0, 2))) ?? null
  );
}
