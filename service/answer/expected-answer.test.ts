import { expect, it } from 'vitest';
import { expectedAnswer, showsExpected } from './expected-answer.ts';

it.each([
  ['How much does shipping cost?', 'money', 'Standard shipping is $5.', 'It takes 5 days.'],
  ['¿Cuánto cuesta el envío?', 'money', 'El envío es gratis.', 'Tarda 5 días.'],
  ['How much does the tent weigh?', 'number', 'It weighs 2 kg.', 'It is light.'],
  ['How long do refunds take?', 'duration', 'Refunds take five to ten days.', 'Refunds go to your card.'],
  ['How much time do I have?', 'duration', 'You have 30 days.', 'Keep the tags on.'],
  ['¿Cuántos días tengo?', 'duration', 'Tienes 30 días.', 'Guarda las etiquetas.'],
  ['When do you open?', 'moment', 'We open at 9 am.', 'We are friendly.'],
  ['¿A qué hora abren?', 'moment', 'Abrimos a las 10:00.', 'Somos amables.'],
  ['What is your phone number?', 'contact', 'Call +1 541 555 0132.', 'Call us.'],
  ['Who founded the shop?', 'name', 'It was founded by Ana Ruiz.', 'It was founded long ago.'],
])('expects of "%s" a %s', (question, kind, answer, other) => {
  const expected = expectedAnswer(question, /[¿áéíóú]/.test(question) ? 'es' : 'en');
  expect(expected?.kind).toBe(kind);
  if (expected === null) return;
  expect(showsExpected(answer, expected.kind)).toBe(true);
  expect(showsExpected(other, expected.kind)).toBe(false);
});

it('expects nothing of a question that does not tell', () => {
  expect(expectedAnswer('Can I return it?', 'en')).toBeNull();
});

it('knows the words that ask: an answer need not repeat them', () => {
  expect(expectedAnswer('How long do refunds take?', 'en')?.cues).toEqual(new Set(['long']));
});
