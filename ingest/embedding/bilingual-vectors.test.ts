import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../analysis/stem.ts';
import { loadWordVectors } from './load-word-vectors.ts';
import { readWordLists } from './read-word-list.ts';

const vectors = loadWordVectors();
const cosine = (a: string, b: string) => {
  const other = vectors.textVector(b);
  return vectors.textVector(a).reduce((sum, x, d) => sum + x * (other[d] ?? 0), 0);
};

describe('an English text', () => {
  const TEXTS = `Can I return a worn jacket?
Delivery to Canada takes 5–7 days and costs $12.
refund
Red pie, once more: no real gas.
Patio table
La Jolla
Parker
Helen Weber
Marco Polo's travels to the Far East
Café au lait bowl, 12 oz
Does the Sierra sol lamp come with a battery?
Eid al-Adha
XL
42

Which warranty do the Dolores boots have?`.split('\n');

  test.each(TEXTS)('has exactly the vector of the English table: %j', (text) => {
    expect(vectors.textVector(text)).toEqual(vectors.english.textVector(text));
  });

  test('of English words alone has it, however they are put together', () => {
    const list = readWordLists(spanishLists());
    const plain = 'the return of this jacket was free for our customer because wool boots shrink'.split(' ');
    expect(plain.filter((word) => list.has(word))).toEqual([]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...plain, '12', 'Zxqvortle', '—')), (words) => {
        const text = words.join(' ');
        expect(vectors.textVector(text)).toEqual(vectors.english.textVector(text));
      }),
    );
  });

  const xquad = new URL('../../../shared/data/xquad/xquad.en.json', import.meta.url);
  test.skipIf(!existsSync(xquad))('has it in all of XQuAD (skipped without ../shared/data)', () => {
    const texts = [...readFileSync(xquad, 'utf8').matchAll(/"(?:context|question)": "((?:[^"\\]|\\.)*)"/g)];
    expect(texts.length).toBeGreaterThan(1_400);
    for (const [, escaped = ''] of texts) {
      const text = JSON.parse(`"${escaped}"`);
      expect(vectors.textVector(text)).toEqual(vectors.english.textVector(text));
    }
  });
});

describe('a Spanish text', () => {
  test('is near the English text that says the same, and the Spanish one that says it in other words', () => {
    const question = '¿Puedo devolver una chaqueta usada?';
    expect(cosine(question, 'Can I return a worn jacket?')).toBeGreaterThan(0.5);
    expect(cosine(question, 'Reembolso de abrigos gastados')).toBeGreaterThan(0.3);
    expect(cosine(question, 'Our tents are sewn in a workshop by the river.')).toBeLessThan(0.2);
  });

  test.each([
    ['gastos de envío', 'shipping costs'],
    ['Chaquetas impermeables', 'Waterproof jackets'],
    ['Devoluciones', 'Returns'],
    ['horario de la tienda', 'store hours'],
    ['¿Cuándo llegó mi pedido?', 'When did my order arrive?'],
    ['¿Tienen té verde?', 'green tea'],
  ])('%s is near "%s"', (spanish, english) => {
    expect(cosine(spanish, english)).toBeGreaterThan(0.35);
  });

  test('says the same with its accents and without', () => {
    expect(cosine('¿Cuánto cuesta el envío rápido?', 'cuanto cuesta el envio rapido')).toBeCloseTo(1);
  });

  test('loses its function words, but not those that only look like one without an accent', () => {
    expect(vectors.textVector('la devolución de la chaqueta')).toEqual(
      vectors.textVector('una devolución para chaqueta'),
    );
    expect(cosine('uña de la', 'nail')).toBeGreaterThan(0.9);
  });

  test('keeps its numbers and names', () => {
    expect(cosine('La garantía de la tienda Zxqvortle', 'Zxqvortle')).toBeGreaterThan(0.2);
    expect(cosine('La talla de la bota 43', 'size 43')).toBeGreaterThan(
      cosine('La talla de la bota 43', 'size 38'),
    );
  });

  test('has a vector of length 1, or 0 without a word that says anything', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom('la', 'Chaqueta', 'devuélvanme', 'de', '12'), fc.string())),
        (words) => {
          const length = Math.hypot(...vectors.textVector(words.join(' ')));
          expect([0, 1]).toContainEqual(Math.round(length * 1e5) / 1e5);
        },
      ),
    );
  });
});

describe('the nearness of two words', () => {
  test('works within Spanish and across, also in other forms', () => {
    expect(vectors.wordSimilarity('chaqueta', 'abrigo')).toBeGreaterThan(0.45);
    expect(vectors.wordSimilarity('devolución', 'reembolso')).toBeGreaterThan(0.45);
    expect(vectors.wordSimilarity('devoluciones', 'reembolsos')).toBeGreaterThan(0.45);
    expect(vectors.wordSimilarity('chaqueta', 'jacket')).toBeCloseTo(1);
    expect(vectors.wordSimilarity('coat', 'Chaquetas')).toBe(vectors.wordSimilarity('chaquetas', 'coat'));
    expect(vectors.wordSimilarity('chaqueta', 'pimienta')).toBeLessThan(0.2);
  });

  test('reads a word that both languages have in the one that fits the other word', () => {
    expect(vectors.wordSimilarity('mar', 'océano')).toBeGreaterThan(0.45);
    expect(vectors.wordSimilarity('red', 'conexión')).toBeGreaterThan(0.3);
  });

  test('of two words that English has is what it is in English', () => {
    for (const [a, b] of [
      ['once', 'twelve'],
      ['red', 'blue'],
      ['pie', 'foot'],
      ['jacket', 'coat'],
    ] as const) {
      expect(vectors.wordSimilarity(a, b)).toBe(vectors.english.wordSimilarity(a, b));
    }
  });

  test('is 0 for an English name, whatever Spanish word it begins like', () => {
    expect(vectors.wordSimilarity('helen', 'ice')).toBe(0);
    expect(vectors.wordSimilarity('parker', 'parka')).toBe(0);
  });
});

describe('the word lists', () => {
  const files = spanishLists();

  test.each(files)('$name is sorted and has each word once', ({ text }) => {
    const words = text
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t')[0] ?? '');
    expect(words).toEqual([...new Set(words)].toSorted(new Intl.Collator('es').compare));
    expect(words.filter((word) => !/^[a-záéíóúüñ]+$/.test(word))).toEqual([]);
  });

  test('have thousands of words, and English rows for five in six', () => {
    const list = readWordLists(files);
    expect(list.size).toBeGreaterThan(16_000);
    const without = [...list].filter(
      ([, equivalents]) => !equivalents.some((word) => vectors.english.has(fold(word))),
    );
    expect(without.length / list.size).toBeLessThan(1 / 6);
  });
});

function spanishLists(): { name: string; text: string }[] {
  const folder = new URL('spanish/', import.meta.url);
  return readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
}
