import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DraftSentence } from '../answerer.ts';
import { fakeEvidence } from '../llm/fake-evidence.ts';
import { makeAnswerBuilder } from './compose-answer.ts';

const evidence = fakeEvidence(
  'Worn items stay yours. Tags stay on.',
  { text: 'Region: Canada; Price: $15', shape: 'rows' },
  { text: 'Row of a feed', url: 'feed:catalog.csv' },
);
const quote = (index: number, start: number, end: number) => {
  const from = evidence[index]?.start ?? 0;
  return { evidence: index, start: from + start, end: from + end };
};

it('sets marks before the full stop, and cites the same quote by one number', () => {
  const builder = makeAnswerBuilder(evidence, 's');
  const first = builder.add({ text: 'Worn items stay yours.', quotes: [quote(0, 0, 22)] });
  const second = builder.add({ text: 'Really?!', quotes: [quote(0, 0, 22), quote(0, 23, 36)] });
  expect([first.delta, second.delta]).toEqual(['Worn items stay yours [1].', ' Really [1] [2]?!']);
  expect(second.citations.map(({ id }) => id)).toEqual([2]);
  expect(builder.result().citations[0]).toMatchObject({
    quote: 'Worn items stay yours.',
    answerSpans: [
      { start: 0, end: 21 },
      { start: 27, end: 33 },
    ],
  });
});

it('leaves an abbreviation its point', () => {
  const builder = makeAnswerBuilder(evidence, 's');
  const { delta } = builder.add({ text: 'Call until 5 p.m.', quotes: [quote(0, 0, 22)] });
  expect(delta).toBe('Call until 5 p.m. [1].');
  expect(builder.result().citations[0]?.answerSpans).toEqual([{ start: 0, end: 17 }]);
});

it('lists items on lines of their own', () => {
  const builder = makeAnswerBuilder(evidence, 's');
  builder.add({ text: 'Prices:', quotes: [quote(0, 0, 22)] });
  builder.add({ text: 'Canada – Price: $15', quotes: [quote(1, 0, 26)], layout: 'item' });
  builder.add({ text: 'Tags stay on.', quotes: [quote(0, 23, 36)] });
  expect(builder.result().answer).toBe('Prices: [1]\n- Canada – Price: $15 [2]\n\nTags stay on [3].');
});

it('links to the words on the page, to the cells of a row, or to the kept text', () => {
  const builder = makeAnswerBuilder(evidence, 'my store');
  builder.add({ text: 'x', quotes: [quote(0, 23, 36), quote(1, 0, 26), quote(2, 0, 13)] });
  expect(builder.result().citations.map(({ link }) => link)).toEqual([
    'https://shop.example/page-0#:~:text=Tags%20stay%20on.',
    'https://shop.example/page-1#:~:text=Canada,%2415',
    '/documents/doc_2?store=my%20store',
  ]);
});

it('keeps every span on its sentence, and the deltas joined the answer', () => {
  const sentence: fc.Arbitrary<DraftSentence> = fc.record(
    {
      text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
      quotes: fc.array(fc.constantFrom(quote(0, 0, 22), quote(0, 23, 36), quote(1, 0, 26)), {
        minLength: 1,
        maxLength: 3,
      }),
      layout: fc.constant('item' as const),
    },
    { requiredKeys: ['text', 'quotes'] },
  );
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), (sentences) => {
      const builder = makeAnswerBuilder(evidence, 's');
      const deltas = sentences.map((one) => builder.add(one).delta);
      const { answer, parts, citations } = builder.result();
      expect(deltas.join('')).toBe(answer);
      expect(parts.map(({ text }) => text)).toEqual(sentences.map(({ text }) => text));
      for (const { id, answerSpans } of citations) {
        const bodies = parts
          .filter((part) => part.citations.includes(id))
          .map(({ text }) => text.replace(/[.!?…]+$/, ''));
        expect(answerSpans.map(({ start, end }) => answer.slice(start, end))).toEqual(bodies);
      }
    }),
  );
});

it('says first where the quotes are in another language than the shopper’s, outside of parts and spans', () => {
  for (const layout of [undefined, 'item'] as const) {
    const builder = makeAnswerBuilder(evidence, 's', 'es');
    const sentence = {
      text: 'Worn items stay yours.',
      quotes: [quote(0, 0, 22)],
      ...(layout ? { layout } : {}),
    };
    const deltas = [builder.add(sentence).delta, builder.add({ ...sentence, text: 'Tags stay on.' }).delta];
    const { answer, parts, citations, sourceLocale } = builder.result();
    expect(sourceLocale).toBe('en');
    expect(deltas.join('')).toBe(answer);
    expect(answer.match(/La tienda solo tiene esto en inglés:(?= Worn|\n- Worn)/g)).toHaveLength(1);
    expect(parts.map(({ text }) => text)).toEqual(['Worn items stay yours.', 'Tags stay on.']);
    expect(citations[0]?.answerSpans.map(({ start, end }) => answer.slice(start, end))).toEqual([
      'Worn items stay yours',
      'Tags stay on',
    ]);
  }
});

it('says nothing of the language where it is the shopper’s, or where facts are quoted', () => {
  const same = makeAnswerBuilder(evidence, 's', 'en-GB');
  same.add({ text: 'Tags stay on.', quotes: [quote(0, 23, 36)] });
  expect(same.result()).toMatchObject({ answer: 'Tags stay on [1].', sourceLocale: null });
  const facts = makeAnswerBuilder(fakeEvidence({ text: 'Weight: 410 g', shape: 'facts' }), 's', 'es');
  facts.add({ text: 'Weight: 410 g', quotes: [quote(0, 0, 13)] });
  expect(facts.result()).toMatchObject({ answer: 'Weight: 410 g [1]', sourceLocale: null });
});
