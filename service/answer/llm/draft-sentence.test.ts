import { describe, expect, it } from 'vitest';
import type { Ground, Verdict } from '../answerer.ts';
import { draftSentence } from './draft-sentence.ts';
import { fakeEvidence, plainVerify, wordOverlapQuote } from './fake-evidence.ts';

const deps = { selectQuote: wordOverlapQuote, verify: plainVerify };
const cite = (text: string, ...citations: number[]) => ({ text, citations });

describe('a sentence in another language than the pages', () => {
  const pages = fakeEvidence(
    'We ship daily. Unworn items can be returned within 30 days. Gift cards are final.',
  );
  /** As the check treats a translation: the numbers and nothing else in common. */
  const verify = (sentence: string, grounds: Ground[]): Verdict =>
    grounds.length > 0 && grounds.every(({ text }) => text.includes('30')) && sentence.includes('30')
      ? { ok: true }
      : { ok: false, reason: 'the quotes do not say: devolver' };

  it('gets the quote that carries it, though they share no words', () => {
    const drafted = draftSentence(cite('Puedes devolver lo que no has usado en 30 días.', 0), pages, 'es', {
      ...deps,
      verify,
    });
    const [quote] = 'sentence' in drafted ? drafted.sentence.quotes : [];
    expect(pages[0]?.text.slice((quote?.start ?? 0) - 100, (quote?.end ?? 0) - 100)).toBe(
      'Unworn items can be returned within 30 days.',
    );
  });

  it('is refused where none does', () => {
    const drafted = draftSentence(cite('Puedes devolverlo en 60 días.', 0), pages, 'es', { ...deps, verify });
    expect(drafted).toMatchObject({ rejection: { reason: expect.stringContaining('do not say') } });
  });
});

describe('a sentence in another language than asked for', () => {
  const pages = fakeEvidence('You can return it within 30 days.', {
    text: 'Puedes devolverlo en 30 días.',
    locale: 'es',
  });

  it('is refused with the language to write in, and kept aside where all its pages are in its own', () => {
    const english = cite('You can return it within 30 days.', 0);
    const complaint = 'It is in English. Write it in Spanish (español).';
    expect(draftSentence(english, pages, 'es', deps)).toMatchObject({
      rejection: { reason: complaint, quotes: [{ passage: 1, text: english.text }] },
      foreign: { text: english.text },
    });
    expect(draftSentence(english, pages, 'en', deps)).toMatchObject({ sentence: { text: english.text } });
  });

  it('is not kept aside where the pages are in the shopper\u2019s', () => {
    const spanish = cite('Puedes devolverlo en 30 días.', 1);
    expect(draftSentence(spanish, pages, 'es', deps)).toHaveProperty('sentence');
    const drafted = draftSentence(cite('You can return it within 30 days.', 0, 1), pages, 'es', deps);
    expect(drafted).not.toHaveProperty('foreign');
    expect(drafted).toHaveProperty('rejection');
  });

  it('is told what else is wrong with it', () => {
    expect(draftSentence(cite('You can return it within 90 days.', 0), pages, 'es', deps)).toMatchObject({
      rejection: {
        reason: 'It is in English. Write it in Spanish (español). number 90 is not in the quotes',
      },
    });
  });
});

it('tells the check who wrote what is quoted', () => {
  const seen: Ground[] = [];
  const evidence = fakeEvidence(
    { text: 'Kept me dry.', voice: 'customer' },
    { text: 'Kept us dry.', genre: 'article' },
  );
  draftSentence(cite('Kept us dry.', 0, 1), evidence, 'en', {
    ...deps,
    verify: (_, grounds) => {
      seen.push(...grounds);
      return { ok: true };
    },
  });
  expect(seen).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ text: 'Kept me dry.', voice: 'customer' }),
      expect.objectContaining({ text: 'Kept us dry.', genre: 'article' }),
    ]),
  );
});
