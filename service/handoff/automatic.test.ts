import { expect, it } from 'vitest';
import { isAutomatic, isEcho } from './automatic.ts';

it.each([
  'Automatic reply: your message',
  'RE: Auto-Reply - I am away',
  'Out of Office: back on Monday',
  'I’m currently out of the office and will be back on Monday.',
  'Thank you for your email. I am out of office until 3 May.',
  'This is an automated message, please do not answer.',
  'Respuesta automática: estoy de vacaciones',
  'Este es un mensaje automático.',
  'Actualmente estoy fuera de la oficina',
])('knows an answering machine: %s', (text) => expect(isAutomatic(text)).toBe(true));

it.each([
  'I got an automatic reply from you, where is my order?',
  'Do you sell automatic coffee machines?',
  'Automatic watches under 200 euros',
  'I am out of coffee, what do you recommend?',
  'Which bags are for the office?',
  'Fuera de Europa, ¿hacéis envíos?',
  'Is there an out of office chair cover?',
])('takes no shopper for one: %s', (text) => expect(isAutomatic(text)).toBe(false));

it('knows its own words, however they come back', () => {
  const said = ["I couldn't find that in the store's pages [1]. Ask a person?", 'Yes'];
  expect(isEcho("> i couldn't find that in the store's pages.\n> Ask a person?", said)).toBe(true);
  expect(isEcho('yes', said)).toBe(false);
  expect(isEcho("I couldn't find that in the store's pages. Why?", said)).toBe(false);
});
