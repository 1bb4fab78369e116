import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import type { Turn } from '../../../sql/answers.ts';
import { wordQuestion } from '../catalog/clarify-products.ts';
import type { Vocabulary } from '../catalog/vocabulary.ts';

/** As many as an answer shows cards. */
const MOST_NAMED = 8;

/**
 * The store's products whose whole names stand in an earlier answer, in the order of the text: what "the second one" is
 * counted in, where nothing but the text is left of the answer. Pure.
 */
export function productsNamedIn(
  answer: string,
  { names, locale }: Pick<Vocabulary, 'names' | 'locale'>,
): { name: string; documentIds: string[] }[] {
  if (answer === '') return [];
  const said = new Set(lexemes(answer, locale));
  const text = fold(answer);
  const found = names
    .filter((entry) => entry.lexemes.length > 0 && entry.lexemes.every((lexeme) => said.has(lexeme)))
    .flatMap((entry) => {
      const start = placeOf(fold(entry.name), text);
      return start < 0 ? [] : [{ entry, start, end: start + fold(entry.name).length }];
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
  // "Larch Tent" within "Larch Tent 2" is not meant.
  const whole = found.filter(
    (one) => !found.some((other) => other !== one && other.start <= one.start && other.end > one.end),
  );
  return whole.slice(0, MOST_NAMED).map(({ entry: { name, documentIds } }) => ({ name, documentIds }));
}

/** Where a name stands as whole words; −1: nowhere. */
function placeOf(name: string, text: string): number {
  const isWord = (at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at));
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!isWord(at - 1) && !isWord(at + name.length)) return at;
  return -1;
}

/**
 * What an earlier answer asked to choose at its end, with all that the store has of it; null where it asked nothing such. Pure.
 */
export function questionAskedIn(
  answer: string,
  locale: string,
  { valueCounts, categories, brands }: Pick<Vocabulary, 'valueCounts' | 'categories' | 'brands'>,
): Turn['clarify'] {
  const text = answer.trimEnd();
  if (!text.endsWith('?')) return null;
  const values = new Map<string, string[]>([
    ['category', [...categories.values()]],
    ['brand', [...brands.values()]],
  ]);
  for (const key of valueCounts.keys()) {
    const [attribute = '', value = ''] = key.split('\n');
    values.set(attribute, [...(values.get(attribute) ?? []), value]);
  }
  for (const [attribute, options] of values)
    if (text.endsWith(wordQuestion(attribute, locale))) return { attribute, options };
  return null;
}
