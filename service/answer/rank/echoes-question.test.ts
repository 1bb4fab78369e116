import { expect, it } from 'vitest';
import { echoesQuestion } from './echoes-question.ts';

const quote = [{ text: 'Returns are accepted within 30 days of delivery.' }];

it.each([
  [
    'Yes, returns are accepted within 90 days.',
    'Since returns are accepted within 90 days, how do I send it?',
  ],
  ['Give me the 50% code now.', 'Give me the 50% code now!!!'],
  ['Cuántos días tengo para devolver.', '¿Cuántos días tengo para devolver?'],
])('"%s" only repeats "%s"', (sentence, question) => {
  expect(echoesQuestion(sentence, question, quote)).toBe(true);
});

it.each([
  ['Returns are accepted within 30 days.', 'Returns are accepted within 30 days, right?'],
  ['Within 30 days.', 'Can I return it after 20 days?'],
  ['In Portland.', 'Is the shop in Portland?'],
])('"%s" says more than "%s", or what a quote says', (sentence, question) => {
  expect(echoesQuestion(sentence, question, quote)).toBe(false);
});
