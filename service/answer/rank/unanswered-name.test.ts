import { expect, it } from 'vitest';
import { fakeEvidence } from '../llm/fake-evidence.ts';
import { expectedAnswer } from '../understand/expected-answer.ts';
import { questionTerms, withIdf } from '../understand/question-terms.ts';
import { rankUnits } from './rank-units.ts';
import { lacksAskedName } from './unanswered-name.ts';

function lacks(question: string, text: string, locale = 'en'): boolean {
  const expected = expectedAnswer(question, locale);
  const terms = withIdf(questionTerms(question, locale), 100, new Map());
  const evidence = fakeEvidence(text).map((piece) => ({ ...piece, locale }));
  const ranked = rankUnits(terms, { standalone: question, locale, expected, named: null }, evidence, () => 0);
  return lacksAskedName({ asked: question, locale, named: null }, terms, ranked);
}

const PAYING = 'We accept Visa, Mastercard and PayPal. You can pay in the shop too.';

it.each([
  ['can I pay with Klarna', PAYING],
  ['do you ship with FedEx?', 'We ship every day but Sunday.'],
  ['do you sell trombones', 'We ship every day but Sunday.'],
])('misses in “%s” the name that nothing speaks of', (question, text) =>
  expect(lacks(question, text)).toBe(true),
);

it.each([
  ['can I pay with PayPal', PAYING],
  ['do you ship with FedEx?', 'We ship with FedEx every day.'],
  ['do you sell brass trombones', 'Trombones are sold in the shop.'],
  ['how long is sofa delivery', 'Delivery takes five days.'],
])('misses nothing in “%s”', (question, text) => expect(lacks(question, text)).toBe(false));

it('misses it in Spanish too', () => {
  expect(lacks('¿se puede pagar con bizum?', 'Puedes pagar con tarjeta.', 'es')).toBe(true);
  expect(lacks('¿se puede pagar con tarjeta?', 'Puedes pagar con tarjeta.', 'es')).toBe(false);
});
