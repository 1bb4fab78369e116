import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mainQuestion } from './main-question.ts';

it.each([
  ['en', 'My aunt gave me boots. Can I return a gift?', 'Can I return a gift?'],
  ['en', 'I bought a tent last week, how long is the warranty', 'how long is the warranty'],
  ['en', 'I moved house, so can you change my address?', 'so can you change my address?'],
  ['en', 'This is the third time I ask: where is my refund?', 'where is my refund?'],
  ['en', 'tried the helmet on, doesnt fit. can it go back?', 'can it go back?'],
  ['en', 'my rose died... how long is it covered', 'how long is it covered'],
  ['es', 'Mi tía me regaló unas botas. ¿Puedo devolverlas?', '¿Puedo devolverlas?'],
  ['es', 'Compré una tienda ayer, cuánto tarda el envío', 'cuánto tarda el envío'],
  ['es', 'La tienda tiene una gotera, y podéis cambiarla?', 'y podéis cambiarla?'],
  ['es', 'Compré una tienda ayer, qué garantía tiene', 'qué garantía tiene'],
  ['es', 'Tengo un sedán gris, venden balatas para ese', 'venden balatas para ese'],
  ['es', 'La caja estaba abierta. Qué tengo que mandar', 'Qué tengo que mandar'],
  ['en', 'My lamp is dim. What now? Is that covered?', 'Is that covered?'],
])('takes the part that asks (%s): %s', (locale, message, asked) => {
  expect(mainQuestion(message, locale)).toBe(asked);
});

it('joins several questions', () => {
  expect(mainQuestion('Is it warm? The box was open. Can I return it?', 'en')).toBe(
    'Is it warm? Can I return it?',
  );
});

it.each(['Can I return a gift?', 'warranty of the tent', 'red boots, size 9, wide', ''])(
  'keeps the whole where all or nothing asks: %s',
  (message) => expect(mainQuestion(message, 'en')).toBe(message),
);

it.each([
  ['en', 'My lamp came broken, what do I do?'],
  ['en', 'The parcel is lost. Can you help me with this?'],
  ['es', 'La caja estaba abierta. Qué puedo hacer'],
  ['es', 'Me ha llegado rota, ¿qué hago ahora?'],
])('keeps the story where only help is asked for (%s): %s', (locale, message) => {
  expect(mainQuestion(message, locale)).toBe(message);
});

it('adds no word of its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (message) => {
      const letters = [...mainQuestion(message, 'en').replace(/\s+/g, '')];
      let from = 0;
      for (const letter of letters) {
        from = message.indexOf(letter, from) + letter.length;
        expect(from).toBeGreaterThanOrEqual(letter.length);
      }
    }),
  );
});
