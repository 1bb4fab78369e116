import { describe, expect, it } from 'vitest';
import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import type { Ground } from '../answerer.ts';
import { makeGround } from './ground.fixture.ts';
import { makeVerify } from './verify.ts';

const verify = makeVerify(wordSimilarity);
const cite = (...quotes: (string | Partial<Ground>)[]): Ground[] =>
  quotes.map((quote) => (typeof quote === 'string' ? makeGround(quote) : { ...makeGround(''), ...quote }));

describe('a value stays with what its quotes give it to', () => {
  const kayaks = 'The Otter kayak costs $640 and the Heron kayak costs $890.';
  const heads = 'Sofas are delivered to the room of your choice for £39 and to the kerb for £19.';
  const dash = ['The Otter kayak costs $640.', 'The Heron kayak costs $890.'] as const;
  const titled = [
    { text: 'Price per night: $55', context: ['Lake cabin'] },
    { text: 'Price per night: $75', context: ['Forest cabin'] },
  ];
  it.each([
    ['The Heron kayak costs $890.', [kayaks], true],
    ['The Otter kayak costs $890.', [kayaks], false],
    ['The Heron kayak costs $640.', dash, false],
    ['The Heron costs $890 and the Otter costs $640.', dash, true],
    ['The Heron costs $640 and the Otter costs $890.', dash, false],
    ['Sofas are delivered to the kerb for £19.', [heads], true],
    ['Sofas are delivered to the room of your choice for £19.', [heads], false],
    ['The forest cabin costs $75 per night.', titled, true],
    ['The forest cabin costs $55 per night.', titled, false],
    ['It is $8 for adults and $5 for students.', ['Tickets: $5 for students and $8 for adults.'], true],
    ['It is $5 for adults and $8 for students.', ['Tickets: $5 for students and $8 for adults.'], false],
    ['We open at 9 a.m. in summer.', ['We open at 9 a.m. in summer and at 10 a.m. in winter.'], true],
    ['We open at 10 a.m. in summer.', ['We open at 9 a.m. in summer and at 10 a.m. in winter.'], false],
  ] as const)('%s of %j: %s', (sentence, quotes, ok) => {
    expect(verify(sentence, cite(...quotes)).ok).toBe(ok);
  });

  it.each([
    ['La mesa cuesta 120 € y la silla, 45 €.', true],
    ['La silla cuesta 45 €.', true],
    ['La silla cuesta 120 €.', false],
    ['La mesa cuesta 45 € y la silla, 120 €.', false],
  ])('%s: %s', (sentence, ok) => {
    const quote = { text: 'La mesa de pino cuesta 120 € y la silla de pino cuesta 45 €.', locale: 'es' };
    expect(verify(sentence, cite(quote)).ok).toBe(ok);
  });

  it('takes a dash after a name for no range', () => {
    const quotes = cite('Grade 1 book – $18.50', 'Grade 2 book – $21.00');
    expect(verify('Grade 1 – $18.50.', quotes).ok).toBe(true);
    expect(verify('The Grade 1 book costs $18.50.', quotes).ok).toBe(true);
    expect(verify('The book costs $1–$18.50.', quotes).ok).toBe(false);
  });

  it('takes "a $50 fee" for dollars of the United States', () => {
    expect(verify('A $50 fee applies.', cite('We charge a fee of $50.')).ok).toBe(true);
    expect(verify('A fee of A$50 applies.', cite('We charge a fee of $50.')).ok).toBe(false);
  });
});

describe('a comparison holds where the values that are quoted bear it out', () => {
  const tents = ['The Larch tent weighs 1.8 kg.', 'The Aspen tent weighs 2.4 kg.'] as const;
  it.each([
    ['The Larch is lighter than the Aspen.', true],
    ['The Larch (1.8 kg) is lighter than the Aspen (2.4 kg).', true],
    ['The Aspen weighs more than the Larch.', true],
    ['The Aspen is lighter than the Larch.', false],
    ['The Larch weighs more than the Aspen.', false],
    ['The Larch (2.4 kg) is heavier than the Aspen (1.8 kg).', false],
    ['The Larch is cheaper than the Aspen.', false],
    ['The Larch is 0.6 kg lighter than the Aspen.', false],
    ['The Larch is lighter than the Birch.', false],
  ])('%s: %s', (sentence, ok) => {
    expect(verify(sentence, cite(...tents)).ok).toBe(ok);
  });

  it.each([
    ['La mesa Duna es más barata que la mesa Loma.', true],
    ['La mesa Loma es más barata que la mesa Duna.', false],
    ['La mesa Loma cuesta más que la mesa Duna.', true],
  ])('%s: %s', (sentence, ok) => {
    const quotes = ['La mesa Duna cuesta 90 €.', 'La mesa Loma cuesta 140 €.'];
    expect(verify(sentence, cite(...quotes.map((text) => ({ text, locale: 'es' })))).ok).toBe(ok);
  });
});
