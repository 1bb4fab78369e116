import { describe, expect, it } from 'vitest';
import { fakeUnit } from '../fake-unit.fixture.ts';
import { fakeEvidence } from '../llm/fake-evidence.ts';
import { questionTerms, withIdf } from '../understand/question-terms.ts';
import { lacksAskedKind } from './unanswered-kind.ts';

function lacks(asked: string, text: string, locale = 'en', credit = 0): boolean {
  const terms = withIdf(questionTerms(asked, locale), 100, new Map());
  const picked = fakeEvidence(text).map((piece) => fakeUnit(piece, { credits: terms.map(() => credit) }));
  return lacksAskedKind({ asked, locale }, terms, picked);
}

describe('lacksAskedKind', () => {
  it.each([
    ['which courier company brings the parcels?', 'We open a trace with the courier, which takes 5 days.'],
    ['¿qué paquetería usan?', 'La paquetería hace dos intentos de entrega.', 'es'],
    ['¿cómo se llama la paquetería?', 'La paquetería hace dos intentos de entrega.', 'es'],
    ['how old do you have to be for the day?', 'The day takes place on the first Sunday of the month.'],
    ['¿qué porcentaje de interés cobran?', 'Con un pago vencido la línea se congela.', 'es'],
    ['what time does the courier come?', 'The courier comes on weekdays.'],
    ['how many batteries come with it', 'For the first hire we need photo ID.'],
  ])('is so where nothing of that kind is said: "%s"', (asked, text, locale = 'en') =>
    expect(lacks(asked, text, locale)).toBe(true),
  );

  it.each([
    ['which courier company brings the parcels?', 'Parcels go with UPS.'],
    ['which courier brings the parcels?', 'Evri brings them on weekdays.'],
    ['¿qué paquetería usan?', 'Enviamos por Estafeta.', 'es'],
    ['how old do you have to be for the day?', 'For over 16s only.'],
    ['what age is the toy for', 'Age: 3+'],
    ['what percentage do you keep?', 'We keep half of the price.'],
    ['what time do you close?', 'Sunday: closed'],
    ['how many amps is the charger', 'The charger draws 4 A.'],
    ['how many times can I change it', 'You may change it as often as you like.'],
    ['¿cómo se llaman las pequeñas?', 'Las pequeñas se llaman tentilla.', 'es'],
    ['¿cuántos llegan en una caja?', 'Una caja tiene seis.', 'es'],
    ['do you send by courier?', 'We send it by courier.'],
  ])('is not so where it is, or nothing so narrow is asked: "%s"', (asked, text, locale = 'en') =>
    expect(lacks(asked, text, locale)).toBe(false),
  );

  it('takes what is counted as said where the line speaks of it', () => {
    expect(lacks('how many batteries come with it', 'Two batteries are included.', 'en', 1)).toBe(false);
  });

  it('tells nothing where nothing would be said', () => {
    expect(lacksAskedKind({ asked: 'which courier company?', locale: 'en' }, [], [])).toBe(false);
  });
});
