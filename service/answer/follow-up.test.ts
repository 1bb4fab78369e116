import { describe, expect, it } from 'vitest';
import { carryOver } from './follow-up.ts';

const carried = (question: string, previous: string | null, locale = 'en') =>
  carryOver(question, previous, locale).terms.map((term) => term.word);

describe('carryOver', () => {
  it.each([
    ['How long does that take?', 'Do you ship to Spain?', 'en', 'spain'],
    ['And to Canada?', 'Do you ship to Spain?', 'en', 'ship'],
    ['What about sale items?', 'Can I return worn boots?', 'en', 'return'],
    ['in red?', 'Do you have the Kestrel jacket?', 'en', 'kestrel'],
    ['¿Y a Portugal?', '¿Envían a España?', 'es', 'envían'],
    ['¿Cuánto tarda?', '¿Envían a España?', 'es', 'españa'],
    ['¿Puedo devolverlos?', '¿Tienen botas de montaña?', 'es', 'botas'],
  ])('takes the subject of "%s" from "%s"', (question, previous, locale, word) => {
    expect(carried(question, previous, locale)).toContain(word);
    expect(carryOver(question, previous, locale).standalone).toContain(word);
  });

  it.each([
    ['What is your return policy?', 'Do you ship to Spain?', 'en'],
    ['Do gift cards expire?', 'Do you ship to Spain?', 'en'],
    ['Does the Kestrel jacket come in red?', 'Do you ship to Spain?', 'en'],
    ['How do I wash a down jacket?', 'Do you ship to Spain?', 'en'],
    ['¿Cuáles son los gastos de envío?', '¿Tienen botas de montaña?', 'es'],
    ['And to Canada?', null, 'en'],
  ])('leaves "%s" after "%s" as it is', (question, previous, locale) => {
    expect(carryOver(question, previous, locale)).toEqual({ standalone: question, terms: [] });
  });

  it('carries no word that the question has', () => {
    expect(carried('Do you ship it to Spain?', 'Do you ship boots?')).toEqual(['boots']);
  });
});
