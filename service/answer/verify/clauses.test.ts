import { describe, expect, it } from 'vitest';
import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import { makeGround } from './ground.fixture.ts';
import { makeVerify } from './verify.ts';

const verify = makeVerify(wordSimilarity);
const verdict = (sentence: string, text: string, locale = 'en') =>
  verify(sentence, [makeGround(text, { locale })]);
type Case = [sentence: string, quote: string, ok: boolean, locale?: string];

function holds(cases: Case[]): void {
  it.each(cases)('%s of "%s": %s', (sentence, text, ok, locale) => {
    const found = verdict(sentence, text, locale);
    expect(found.ok, JSON.stringify(found)).toBe(ok);
  });
}

describe('what a clause says of its own thing', () => {
  const towels = 'Bath towels: 600 g cotton. Robes: terry. Slippers: cork.';
  holds([
    ['The slippers are terry.', towels, false],
    ['The slippers are cork.', towels, true],
    ['The oat bar contains peanuts.', 'The oat bar contains honey. The rice bar contains peanuts.', false],
    ['The rice bar contains peanuts.', 'The oat bar contains honey. The rice bar contains peanuts.', true],
    [
      'Parcels to Norway travel by sea.',
      'Parcels to Ireland travel by sea; parcels to Norway go with a courier.',
      false,
    ],
    [
      'La tienda de Murcia repara relojes.',
      'La tienda de Cádiz repara relojes; la de Murcia vende correas.',
      false,
      'es',
    ],
    [
      'The blanket is wool and can be machine washed.',
      'Material: wool. The blanket can be machine washed.',
      true,
    ],
  ]);
});

describe('a bound', () => {
  holds([
    ['A haircut costs £12.', 'Haircut from £12, beard trim £8.', false],
    ['A haircut costs from £12.', 'Haircut from £12, beard trim £8.', true],
    ['A beard trim costs £8.', 'Haircut from £12, beard trim £8.', true],
    ['Lamps are 25% off.', 'Save up to 25% off lamps.', false],
    ['El tinte tarda tres horas.', 'El tinte puede tardar hasta tres horas.', false, 'es'],
    ['Dyeing takes two days.', 'Dyeing takes at least two days.', false],
    ['The rack holds 20 kg.', 'The rack holds up to 20 kg.', true],
  ]);
});

describe('what a quote leaves open', () => {
  holds([
    ['We match your thread.', 'We will try to match your thread, if you bring a sample.', false],
    ['Members get early access.', 'Members may get early access.', false],
    ['Members may get early access.', 'Members may get early access.', true],
    ['We close at noon on holidays.', 'We reserve the right to close at noon on holidays.', false],
    ['Hats can be returned.', 'Hats may be returned within two weeks by post.', true],
    ['Candles are half price.', 'Selected candles are half price in May.', false],
    ['Delivery takes two days.', 'Delivery usually takes two days.', false],
    ['Debes engrasar la cadena cada mes.', 'Recomendamos engrasar la cadena cada mes.', false, 'es'],
    ['Engraving is done in gold leaf.', 'Engraving is done in gold leaf, subject to availability.', false],
    [
      'Your refund is sent after inspection.',
      'Your refund is sent after inspection, usually within a week.',
      true,
    ],
  ]);
});

describe('what comes with a thing', () => {
  holds([
    [
      'The radio comes with a plug.',
      'The radio has no plug; it needs a 9 V supply. Plug not included.',
      false,
    ],
    ['La linterna viene con pila.', 'Pila no incluida. Correa de mano.', false, 'es'],
    ['La linterna viene sin pila.', 'Pila no incluida. Linterna con correa.', true, 'es'],
    ['The bread is free from soy and milk.', 'The bread contains milk. It is free from soy.', false],
  ]);
});

describe('who does what', () => {
  holds([
    ['You call us before the visit.', 'We call you before the visit.', false],
    ['We call you before the visit.', 'We call you before the visit, so keep your phone on.', true],
    ['Pagamos la aduana.', 'El cliente paga la aduana; nosotros pagamos el envío.', false, 'es'],
    ['You pay the duties.', 'You pay the duties, and we pay the postage.', true],
    ['We pay the duties.', 'You pay the duties, and we pay the postage.', false],
  ]);
});

describe('which way round', () => {
  holds([
    ['The Finch is quieter than the Wren.', 'The Wren is quieter than the Finch.', false],
    ['The Wren is quieter than the Finch.', 'The Wren is quieter than the Finch, but it weighs more.', true],
    ['Brush from root to tip.', 'Brush from tip to root.', false],
    [
      'Primero se pone la arena y después la grava.',
      'Primero se pone la grava y después la arena.',
      false,
      'es',
    ],
    ['The cup fits inside the bowl.', 'The bowl fits inside the cup.', false],
    [
      'Billing starts on activation, not on delivery.',
      'Billing starts on delivery, not on activation.',
      false,
    ],
    ['Billing starts on delivery.', 'Billing starts on delivery, not on activation.', true],
    ['These gloves run small.', 'These gloves run large.', false],
    ['Indoor paint dries in an hour.', 'Outdoor paint dries in an hour.', false],
    ['The offer never ends.', 'The offer ends on Friday.', false],
  ]);
});
