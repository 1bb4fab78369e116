import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseDrafts } from './choose-drafts.ts';
import { type Draft, draftId, expectFacts } from './draft.ts';
import { givesAway, isSound } from './is-sound.ts';

const url = 'https://shop.example/help/returns';
const page = { url, title: 'Returns', text: 'You can return it within 30 days. It costs $5.' };
const draft = (given: Partial<Draft> = {}): Draft => ({
  kind: 'statement',
  questions: ['How long do I have to return it?'],
  language: 'en',
  from: url,
  urls: [url],
  quote: 'You can return it within 30 days.',
  expect: expectFacts(url, ['30 days']),
  ...given,
});

describe('isSound', () => {
  it('takes a draft whose facts stand on the page that it cites', () => {
    expect(isSound(draft(), [page])).toBe(true);
  });

  it.each<[string, Draft]>([
    ['a fact that the page does not state', draft({ expect: expectFacts(url, ['20 days']) })],
    [
      'a quote that it does not have',
      draft({ expect: { ...expectFacts(url, ['30 days']), quotes: ['It is free.'] } }),
    ],
    [
      'another page’s glob',
      draft({ expect: { ...expectFacts(url, ['30 days']), citations: ['*/shipping'] } }),
    ],
    ['a page that is not there', draft({ urls: [url, 'https://shop.example/gone'] })],
    ['a question that says the answer', draft({ questions: ['Is it 30 days?'] })],
    ['a fact that any answer holds', draft({ expect: expectFacts(url, ['5']) })],
    ['a single word for a question', draft({ questions: ['Returns?'] })],
    ['a link in the question', draft({ questions: ['What is on https://shop.example about it?'] })],
    ['nothing that could fail', draft({ expect: {} })],
    [
      'facts where nothing is to be answered',
      draft({ expect: { ...expectFacts(url, ['30 days']), status: ['abstained'] } }),
    ],
  ])('refuses %s', (_, wrong) => {
    expect(isSound(wrong, [page])).toBe(false);
  });

  it('knows a question that names the amount otherwise', () => {
    expect(givesAway('Does it cost $5.00 or more?', draft({ expect: expectFacts(url, ['$5']) }))).toBe(true);
    expect(givesAway('Does it cost much?', draft({ expect: expectFacts(url, ['$5']) }))).toBe(false);
  });
});

describe('chooseDrafts', () => {
  const choice = { limit: 12, perPage: 2, seed: 1 };
  const made = fc
    .record({
      kind: fc.constantFrom<Draft['kind']>('faq', 'table', 'product', 'list'),
      from: fc.constantFrom(
        'https://a.example/1',
        'https://a.example/2',
        'https://a.example/3',
        'https://a.example/4',
      ),
      question: fc.integer({ min: 0, max: 30 }),
    })
    .map(({ kind, from, question }) =>
      draft({
        kind,
        from,
        urls: [from],
        questions: [`Question number ${question}?`],
        expect: expectFacts(from, ['30 days']),
      }),
    );

  it('chooses the same in whatever order drafts come, each question once, within its bounds', () => {
    fc.assert(
      fc.property(fc.array(made, { maxLength: 40 }), fc.integer({ min: 0, max: 5 }), (drafts, seed) => {
        const chosen = chooseDrafts(drafts, { ...choice, seed });
        const questions = chosen.map((one) => one.questions[0]);
        expect(new Set(questions).size).toBe(questions.length);
        expect(chosen.length).toBeLessThanOrEqual(choice.limit);
        for (const { from } of chosen) {
          expect(chosen.filter((one) => one.from === from).length).toBeLessThanOrEqual(choice.perPage);
        }
        const again = chooseDrafts([...drafts].reverse(), { ...choice, seed });
        expect(again.map((one) => one.questions[0]).sort()).toEqual(questions.sort());
      }),
    );
  });

  it('cites all pages that answer a question alike, and leaves out one that they answer otherwise', () => {
    const other = 'https://shop.example/faq';
    const twin = draft({ from: other, urls: [other], expect: expectFacts(other, ['30 days']) });
    expect(chooseDrafts([draft(), twin], choice)).toMatchObject([
      { expect: { citations: ['*/faq', '*/help/returns'] }, urls: [other, url] },
    ]);
    const contrary = draft({ from: other, urls: [other], expect: expectFacts(other, ['20 days']) });
    expect(chooseDrafts([draft(), contrary], choice)).toEqual([]);
  });

  it('takes a kind of which there are fewest', () => {
    const ask = (kind: Draft['kind'], n: number) =>
      draft({ kind, from: `https://a.example/${n % 5}`, questions: [`${kind} ${n}?`] });
    const many = Array.from({ length: 20 }, (_, n) => ask('product', n));
    const few = Array.from({ length: 5 }, (_, n) => ask('table', n));
    const chosen = chooseDrafts([...many, ...few], { limit: 10, perPage: 2, seed: 3 });
    expect(chosen.filter(({ kind }) => kind === 'table')).toHaveLength(5);
    expect(new Set(chosen.map(draftId)).size).toBe(10);
  });
});
