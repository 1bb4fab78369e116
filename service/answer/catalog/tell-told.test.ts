import { describe, expect, it } from 'vitest';
import type { Evidence } from '../answerer.ts';
import { compareTold, tellBack, tellSize } from './tell-told.ts';

const told = (name: string, text: string, index = 0, locale = 'en'): Evidence =>
  ({
    index,
    text,
    locale,
    start: 0,
    end: text.length,
    title: name,
    product: { name },
  }) as unknown as Evidence;
const texts = (drafts: { text: string }[]) => drafts.map(({ text }) => text);

describe('what descriptions tell of products', () => {
  const n7 = told('N7', 'Magnesium body. A battery good for 520 shots.');
  const n5 = told('N5', 'The lighter sister. The battery lasts for 410 shots.', 1);

  it('sets side by side what is asked of several', () => {
    const question = 'which one has the longer battery life?';
    expect(texts(compareTold(question, [n7, n5], 'en', new Set(['n7', 'n5'])))).toEqual([
      'N7 – A battery good for 520 shots.',
      'N5 – The battery lasts for 410 shots.',
    ]);
    expect(compareTold(question, [n7], 'en', new Set(['n7']))).toEqual([]);
    expect(compareTold('which one has a viewfinder?', [n7, n5], 'en', new Set(['n7', 'n5']))).toEqual([]);
  });

  it('says when a product is back', () => {
    const nebuliser = told('Nebuliser', 'Under 25 dB. New shipment expected on 14 December 2026.');
    expect(texts(tellBack([nebuliser]))).toEqual(['New shipment expected on 14 December 2026.']);
    expect(tellBack([n7])).toEqual([]);
  });

  it('tells the one size of the sort that is asked for', () => {
    const wrench = told(
      'Torquímetro',
      'Torquímetro de 28 a 210 Nm con estuche. Incluye certificado.',
      0,
      'es',
    );
    expect(texts(tellSize('que rango maneja el torquimetro', [wrench]))).toEqual([
      'Torquímetro de 28 a 210 Nm con estuche.',
    ]);
    const nebuliser = told('Nebuliser', 'Fits in a hand, under 25 dB. Two masks.');
    expect(texts(tellSize('how loud is it', [nebuliser]))).toEqual(['Fits in a hand, under 25 dB.']);
    expect(tellSize('how hot does it get', [nebuliser])).toEqual([]);
    expect(tellSize('is it nice', [nebuliser])).toEqual([]);
  });

  it('tells none where several sentences may be meant', () => {
    const tent = told('Tent', 'The poles are 40 cm long. The bag is 60 cm high.');
    expect(tellSize('how high is the tent', [tent])).toEqual([]);
  });
});
