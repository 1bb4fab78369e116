import { describe, expect, it } from 'vitest';
import type { CatalogTerm } from '../../../sql/list-catalog-vocabulary.ts';
import { takeCounts } from './take-counts.ts';
import { buildVocabulary } from './vocabulary.ts';

const shop = (locale: string, stated: Record<string, string[]>) =>
  buildVocabulary(
    Object.entries(stated).flatMap(([attribute, values]) =>
      values.map(
        (value): CatalogTerm => ({ field: 'attribute', attribute, value, products: 1, documentIds: [] }),
      ),
    ),
    locale,
  );
const TOYS = shop('es', { piezas: ['125', '600', '1000'], jugadores: ['2-4', '2-8'], color: ['rojo', '2'] });
const CAMERAS = shop('en', { iso: ['100', '400'], megapixels: ['24', '33'], strings: ['6', '12'] });

describe('takeCounts', () => {
  it('reads a number of what an attribute counts, with its bound', () => {
    expect(takeCounts('puzles de mas de 500 piezas', TOYS)).toEqual({
      choices: [{ said: 'piezas', attributes: { piezas: ['600', '1000'] }, names: [], lexemes: [] }],
      rest: 'puzles de |||||||||||||||||',
    });
    expect(takeCounts('at least 30 megapixels', CAMERAS).choices[0]?.attributes).toEqual({
      megapixels: ['33'],
    });
  });

  it('reads the number behind its name', () => {
    expect(takeCounts('iso 400 film', CAMERAS).choices[0]?.attributes).toEqual({ iso: ['400'] });
  });

  it('takes what reaches to both sides of a number', () => {
    expect(takeCounts('un juego para 3 jugadores', TOYS).choices[0]?.attributes).toEqual({
      jugadores: ['2-4', '2-8'],
    });
    expect(takeCounts('un juego para 6 jugadores', TOYS).choices[0]?.attributes).toEqual({
      jugadores: ['2-8'],
    });
  });

  it('says where nothing has so many', () => {
    expect(takeCounts('a guitar with 8 strings', CAMERAS).choices[0]?.attributes).toEqual({});
  });

  it('leaves numbers of what no attribute counts, and attributes of words', () => {
    expect(takeCounts('2 colores y 3 cajas', TOYS)).toEqual({ choices: [], rest: '2 colores y 3 cajas' });
    expect(takeCounts('piezas de madera', TOYS).choices).toEqual([]);
  });
});
