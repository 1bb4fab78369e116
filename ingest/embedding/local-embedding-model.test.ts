import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadWordVectors, wordSimilarity, wordVector } from './load-word-vectors.ts';
import { openLocalEmbeddingModel } from './local-embedding-model.ts';

const cosine = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
const model = openLocalEmbeddingModel();

test('its name changes with its table and word lists, so that a new one never meets old vectors', () => {
  const { sha256, english } = loadWordVectors();
  expect(model.name).toMatch(/^local-\d+-[0-9a-f]{8}$/);
  expect(model.name.endsWith(sha256.slice(0, 8))).toBe(true);
  expect(sha256).not.toBe(english.sha256);
});

test('it still makes the vectors of the version that was English alone, under their name', async () => {
  const { sha256 } = JSON.parse(readFileSync(new URL('local-words.json', import.meta.url), 'utf8'));
  const [former] = model.former ?? [];
  expect(former?.name).toBe(`local-1-${sha256.slice(0, 8)}`);
  const texts = ['Returns are free within 30 days.', 'Devoluciones gratis durante 30 días.'];
  const [[english, spanish], [oldEnglish, oldSpanish]] = [
    await model.embeddings.embedDocuments(texts),
    (await former?.embeddings.embedDocuments(texts)) ?? [],
  ];
  expect(english).toEqual(oldEnglish);
  expect(spanish).not.toEqual(oldSpanish);
});

test('its vectors have the length it states, and a document and a question alike are embedded alike', async () => {
  const text = 'Returns are free within 30 days.';
  const [vector] = await model.embeddings.embedDocuments([text]);
  expect(vector).toHaveLength(model.dimensions);
  expect(await model.embeddings.embedQuery(text)).toEqual(vector);
  expect(await model.embeddings.embedDocuments([])).toEqual([]);
});

test('the passage that answers in other words is nearer than one of another matter', async () => {
  const question = await model.embeddings.embedQuery('Can I get my money back for trousers that do not fit?');
  const [answer = [], other = []] = await model.embeddings.embedDocuments([
    'Refunds are paid for pants of the wrong size when they come back unworn.',
    'Our tents are sewn in a small workshop by the river and tested in the wind.',
  ]);
  expect(cosine(question, answer)).toBeGreaterThan(cosine(question, other) + 0.1);
});

test('a word it never saw is embedded by its pieces, text without words is zeros', async () => {
  const [strange = [], empty = []] = await model.embeddings.embedDocuments(['Zxqvortle', '—']);
  expect(Math.hypot(...strange)).toBeCloseTo(1, 4);
  expect(Math.hypot(...empty)).toBe(0);
});

test('the table is read once', () => {
  expect(loadWordVectors()).toBe(loadWordVectors());
});

/** The share of pairs, one of each list, in which the first scores higher: the area under the ROC curve. */
function areaUnderCurve(higher: number[], lower: number[]): number {
  const wins = higher.flatMap((x) => lower.map((y): number => (x > y ? 1 : x === y ? 0.5 : 0)));
  return wins.reduce((a, b) => a + b, 0) / wins.length;
}

describe('nearness of words', () => {
  const SYNONYMS = `refund reimburse, return returns, send ship, buy purchase, delivery shipping, jacket coat,
    cheap inexpensive, pants trousers, fast quick, fix repair, broken damaged, shop store,
    cost price, guarantee warranty, begin start, big large, small little, film movie,
    car automobile, phone telephone, customer client, parcel package, rucksack backpack, cap hat,
    boots shoes, sofa couch, bag purse, colour color, gift present, discount rebate, exchange swap,
    cancel annul, error mistake, answer reply, ask inquire, help assist, happy glad, sad unhappy,
    angry furious, doctor physician, lawyer attorney, child kid, infant baby, holiday vacation,
    street road, stone rock, forest woods, ocean sea, boat ship, job employment, salary wage,
    rich wealthy, hard difficult, easy simple, smart intelligent, wet damp, clean wash,
    choose select, finish complete, allow permit, forbid prohibit, sweater jumper, trash garbage,
    bill invoice`;
  const UNRELATED = `refund ocean, return baby, send hat, buy forest, delivery angry, jacket lawyer, cheap stone,
    pants reply, fast couch, fix holiday, broken salary, shop wet, cost infant, guarantee rock,
    begin boots, big invoice, small attorney, film damp, car prohibit, phone forest, customer sea,
    parcel glad, rucksack movie, cap difficult, boots error, sofa permit, bag quick, colour lawyer,
    gift repair, discount boat, exchange sweater, cancel wool, error shoes, answer trousers,
    ask garbage, help road, happy invoice, sad warranty, angry parcel, doctor wash, lawyer hat,
    child price, infant store, holiday broken, street select, stone mistake, forest client,
    ocean discount, boat reply, job cap, salary wet, rich telephone, hard purse, easy baby,
    smart coat, wet attorney, clean vacation, choose kid, finish couch, allow rock, forbid gift,
    sweater inquire, trash doctor, bill glad`;
  const similarities = (pairs: string) =>
    pairs
      .split(/,\s*/)
      .map((pair) => pair.trim().split(' '))
      .map(([a = '', b = '']) => wordSimilarity(a, b));

  test('tells synonyms from unrelated words', () => {
    const synonyms = similarities(SYNONYMS).toSorted((a, b) => a - b);
    const unrelated = similarities(UNRELATED).toSorted((a, b) => a - b);
    expect(areaUnderCurve(synonyms, unrelated)).toBeGreaterThan(0.97);
    expect(synonyms[Math.floor(synonyms.length / 2)]).toBeGreaterThan(0.4);
    expect(unrelated.at(-4)).toBeLessThan(0.15);
  });

  const SPANISH_SYNONYMS = `devolución reembolso, envío entrega, comprar adquirir, precio costo, barato económico, garantía seguro, arreglar reparar, roto dañado,
    tienda comercio, cliente comprador, paquete bulto, ordenador computadora, móvil celular, coche automóvil, gafas lentes, chaqueta abrigo,
    pantalones vaqueros, zapatos calzado, suéter jersey, gorra sombrero, bolso cartera, sofá sillón, cama colchón, nevera refrigerador,
    altavoz parlante, auriculares audífonos, película filme, regalo obsequio, descuento rebaja, cambio intercambio, cancelar anular, error fallo,
    respuesta contestación, preguntar consultar, ayudar asistir, feliz contento, triste infeliz, enojado furioso, médico doctor, abogado letrado,
    niño chico, bebé infante, calle avenida, piedra roca, bosque selva, mar océano, barco bote, trabajo empleo,
    salario sueldo, rico adinerado, difícil complicado, fácil sencillo, inteligente listo, mojado húmedo, limpiar lavar, elegir escoger,
    terminar acabar, permitir dejar, prohibir impedir, basura residuos, factura recibo, empezar comenzar, rápido veloz, zumo jugo`;

  test('tells Spanish synonyms from unrelated words', () => {
    const synonyms = similarities(SPANISH_SYNONYMS).toSorted((a, b) => a - b);
    const words = SPANISH_SYNONYMS.split(/,\s*/).map((pair) => pair.trim().split(' '));
    const unrelated = words.map(([a = ''], index) => wordSimilarity(a, words.at(index - 23)?.[1] ?? ''));
    expect(areaUnderCurve(synonyms, unrelated)).toBeGreaterThan(0.95);
    expect(synonyms[Math.floor(synonyms.length / 2)]).toBeGreaterThan(0.45);
  });

  test('is the same both ways, 1 for a word itself, 0 for a word that is not listed', () => {
    expect(wordSimilarity('jacket', 'coat')).toBe(wordSimilarity('coat', 'jacket'));
    expect(wordSimilarity('Jacket', 'jacket')).toBe(1);
    expect(wordSimilarity('jacket', 'zxqvortle')).toBe(0);
    expect(wordVector('zxqvortle')).toBeNull();
    expect(wordVector('jacket')).toHaveLength(model.dimensions);
  });
});
