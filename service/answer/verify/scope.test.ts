import { describe, expect, it } from 'vitest';
import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import { makeGround } from './ground.fixture.ts';
import { makeVerify } from './verify.ts';

const verify = makeVerify(wordSimilarity);
const holds = (sentence: string, text: string, locale = 'en') =>
  verify(sentence, [makeGround(text, { locale })]).ok;

describe('how sure a sentence is', () => {
  it.each([
    ['The courier may call before delivery.', 'The courier may call before delivery.', true],
    [
      'The courier will call before delivery.',
      'Sometimes busy, the courier may call before delivery.',
      false,
    ],
    ['The courier can call before delivery.', 'Sometimes busy, the courier may call before delivery.', true],
    ['Tickets may be printed.', 'At the door, tickets must be printed.', false],
    ['It is optional to print tickets.', 'At the door, you must print tickets.', false],
    ['You need to print tickets.', 'At the door, you must print tickets.', true],
  ])('%s of "%s": %s', (sentence, text, ok) => expect(holds(sentence, text)).toBe(ok));

  it.each([
    ['El paquete puede llegar con un día de retraso.', true],
    ['El paquete llegará con un día de retraso.', false],
  ])('%s: %s', (sentence, ok) =>
    expect(holds(sentence, 'En agosto, el paquete puede llegar con un día de retraso.', 'es')).toBe(ok),
  );
});

describe('what a sentence speaks of', () => {
  it.each([
    ['Electrical parts can not be returned.', true],
    ['Parts cannot be returned.', false],
    ['All parts cannot be returned.', false],
  ])('%s: %s', (sentence, ok) =>
    expect(
      holds(
        sentence,
        'Fitted or not, electrical parts cannot be returned. Electrical parts cannot be returned.',
      ),
    ).toBe(ok),
  );

  it('may be what its heading has named', () => {
    const ground = makeGround('Electrical parts cannot be returned once used.', {
      context: ['Electrical parts'],
    });
    expect(verify('Parts cannot be returned once used.', [ground]).ok).toBe(true);
    expect(verify('All parts cannot be returned once used.', [ground]).ok).toBe(false);
  });
});

describe('how a value stands to what happens', () => {
  it.each([
    ['Claims are answered after 5 days.', 'Claims are answered within 5 days.', false],
    ['Kept until you delete it, or before 3 years.', 'Kept until you delete it, or after 3 years.', false],
    ['Claims are answered in up to 5 days.', 'Claims are answered within 5 days.', true],
    ['Cancel 2 days after arrival.', 'Cancel at least 2 days before arrival, please.', false],
    ['Cancel no later than 2 days before arrival.', 'Cancel at least 2 days before arrival, please.', true],
    ['The fair begins on May 3.', 'The fair ends on May 3 at noon.', false],
    ['We open Tuesday to Friday.', 'We open Monday to Friday, all year.', false],
  ])('%s of "%s": %s', (sentence, text, ok) => expect(holds(sentence, text)).toBe(ok));

  it.each([
    ['El comprador paga el envío.', 'El envío de vuelta corre a cargo del comprador.', true],
    ['Pagamos el envío de vuelta.', 'El envío de vuelta corre a cargo del comprador.', false],
    ['La tienda asume el envío de vuelta.', 'El envío de vuelta corre por nuestra cuenta.', true],
    ['El cliente paga el envío de vuelta.', 'El envío de vuelta corre por nuestra cuenta.', false],
  ])('%s of "%s": %s', (sentence, text, ok) => expect(holds(sentence, text, 'es')).toBe(ok));
});

it('each piece of a sentence keeps its own of two opposites', () => {
  const quote = makeGround('Seen it cheaper? We match it before you buy, and for 14 days after.');
  expect(verify('We match it after you buy, and for 14 days after.', [quote]).ok).toBe(false);
  expect(verify('We match it before you buy, and for 14 days after.', [quote]).ok).toBe(true);
});
