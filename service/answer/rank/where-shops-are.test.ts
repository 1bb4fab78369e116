import { describe, expect, it } from 'vitest';
import type { Evidence } from '../answerer.ts';
import { fakeUnit } from '../fake-unit.fixture.ts';
import { fakeEvidence } from '../llm/fake-evidence.ts';
import { questionTerms, withIdf } from '../understand/question-terms.ts';
import { tellWhereShopsAre } from './where-shops-are.ts';

function unit(text: string, own: Partial<Evidence> = {}) {
  const [piece] = fakeEvidence({ kind: 'policy', title: 'Our shops', heading: ['Our shops'], ...own, text });
  if (piece === undefined) throw new Error('no evidence');
  return fakeUnit(piece);
}

const told = (question: string, units: ReturnType<typeof unit>[], locale = 'en') =>
  tellWhereShopsAre(units, withIdf(questionTerms(question, locale), 10, new Map()), {
    standalone: question,
    locale,
  })
    .filter(({ tellsOfShops }) => tellsOfShops === true)
    .map(({ text }) => text);

const OWN = unit('We own one shop and one warehouse, both in Bend, Oregon.');
const NO_OTHER = unit('We have no other shops.');
const ADDRESS = unit('27 Spurrier Lane, York YO1 0LD');
const CREDIT = unit('You get store credit in 3 days.');
const BRING = unit('You can also bring returns to our shop in Bend.');

describe('tellWhereShopsAre', () => {
  it.each(['do you have a store in Portland?', 'is there a shop in Seattle', 'any store near boston'])(
    'answers “%s” by what says where the shops are',
    (question) => {
      expect(told(question, [CREDIT, BRING, OWN, NO_OTHER])).toEqual([OWN.text, NO_OTHER.text]);
    },
  );

  it('knows a place that no list has where the question ends in it', () => {
    expect(told('is there a branch in Shrewsbury', [ADDRESS, CREDIT])).toEqual([ADDRESS.text]);
  });

  it('tells a table of shops as a whole', () => {
    const rows = [
      'Shop: York; Address: 27 Spurrier Lane',
      'Shop: Hull; Address: 4 Dock Street',
      'Shop: Ripon; Address: Mill',
    ];
    const units = rows.map((text) => unit(text, { shape: 'rows' }));
    expect(told('have you got a shop in Leeds?', units)).toEqual(rows);
  });

  it.each([
    ['do you have a store in Bend, Oregon?', 'the place is named'],
    ['when does the shop in Portland open?', 'its hours are asked for'],
    ['do you have kayaks in the store in Portland?', 'what it sells is asked for'],
    ['do you ship to Portland?', 'no shop is asked for'],
  ])('changes nothing for “%s”: %s', (question) => expect(told(question, [OWN, NO_OTHER])).toEqual([]));

  it('reads Spanish', () => {
    const own = unit('Tenemos una tienda en Zaragoza y ninguna otra tienda más.', { locale: 'es' });
    expect(told('¿tenéis tienda en Sevilla?', [own], 'es')).toEqual([own.text]);
  });
});
