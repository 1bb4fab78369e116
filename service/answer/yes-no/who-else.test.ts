import { expect, it } from 'vitest';
import { answerWord } from './answer-word.ts';
import { leavesWhoOpen } from './who-else.ts';

const pickup = 'Choose “Pick up in Bend” at checkout.';

it.each([
  ['can someone else pick up my order?', pickup],
  ['Could my wife collect the parcel?', 'Bring a photo ID and your order number.'],
  ['¿Puede recogerlo otra persona?', 'Recoge tu pedido en la tienda con tu DNI.'],
  ['¿Puede venir mi hermana en mi lugar?', 'Los pedidos se recogen en la tienda.'],
])('"%s" is left open by "%s"', (question, text) => expect(leavesWhoOpen(question, text)).toBe(true));

it.each([
  ['can someone else pick up my order?', 'Anyone with your order number can collect it.'],
  ['can I pick up my order?', pickup],
  ['¿Puede recogerlo otra persona?', 'Puede recogerlo cualquier persona autorizada.'],
])('"%s" is told of by "%s"', (question, text) => expect(leavesWhoOpen(question, text)).toBe(false));

it('says no "yes" where a page says only what the shopper does', () => {
  const context = {
    headings: ['Free pickup in Bend'],
    product: null,
    voice: 'store',
    locale: 'en',
  } as const;
  const quote = 'You can pick up your order in Bend.';
  expect(
    answerWord('can I pick up my order?', quote, { ...context, headings: ['Free pickup in Bend'] }, 'en'),
  ).toBe('yes');
  expect(
    answerWord(
      'can someone else pick up my order?',
      quote,
      { ...context, headings: ['Free pickup in Bend'] },
      'en',
    ),
  ).toBeNull();
});
