import { describe, expect, it } from 'vitest';
import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import { makeVerify } from './verify.ts';

const verify = makeVerify(wordSimilarity);
const RIDERS = 'Frame size M: rider height 168–178 cm. Frame size L: rider height 179–188 cm.';
const RETURNS =
  'The customer pays the return costs, except for faulty products, in which case the store pays them.';
const COURIER = 'An order can be cancelled free of charge until it has been handed to the courier.';

describe('what follows from a quote in other words', () => {
  it.each([
    ["If you're 183 cm tall, your frame size is L.", RIDERS, true],
    ["If you're 183 cm tall, your frame size is M.", RIDERS, false],
    ['These brake pads fit a 2016 model.', 'Brake pads. Fits model years 2013–2019.', true],
    ['These brake pads fit a 2020 model.', 'Brake pads. Fits model years 2013–2019.', false],
    ['Delivery takes 5 days.', 'Delivery takes 3–7 days.', false],
    ['It costs $25.', 'It costs $20–$30.', false],
    [
      'If you order at 2 pm, your order ships the same day.',
      'Orders placed before 1 pm ship the same day.',
      false,
    ],
    [
      'If you order at noon, your order ships the same day.',
      'Orders placed before 1 pm ship the same day.',
      true,
    ],
    ['With 200 points you get £2 off.', 'Every 100 points are worth £1 off.', true],
    ['With 300 points you get £2 off.', 'Every 100 points are worth £1 off.', false],
    ['On Saturdays the shop closes at 14:00.', 'The shop is open on Saturdays from 10:00 to 14:00.', true],
    ['On Saturdays the shop closes at 10:00.', 'The shop is open on Saturdays from 10:00 to 14:00.', false],
    ["You can cancel your order as long as it hasn't been handed to the courier.", COURIER, true],
    ['You can cancel your order once it has been handed to the courier.', COURIER, false],
    ["If the product is faulty, you don't pay the return costs.", RETURNS, true],
    ['If the product is faulty, you pay the return costs.', RETURNS, false],
    ["You don't pay the return costs.", RETURNS, false],
    [
      "We don't shorten trousers unless they were bought from us.",
      'We only shorten trousers that were bought from us.',
      true,
    ],
    [
      "We don't shorten trousers that were bought from us.",
      'We only shorten trousers that were bought from us.',
      false,
    ],
  ])('%s <= %s: %s', (sentence, text, ok) => {
    const ground = { text, context: [], locale: 'en', product: null };
    expect(verify(sentence, [ground]).ok).toBe(ok);
  });
});
