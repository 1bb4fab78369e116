import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoundPassage } from '../../../sql/search-passages.ts';
import { type CopyPreference, collapseCopies } from './collapse-copies.ts';

const POLICY =
  'You can send back anything within 30 days of its delivery. It has to be unworn, with its labels, and in the box that it came in. We pay the money back within five days of its arrival at our warehouse.';

let made = 0;
const found = (text: string, given: Partial<FoundPassage> = {}): FoundPassage => {
  made += 1;
  return {
    documentId: `doc_${made}`,
    url: `https://shop.example/${made}`,
    title: `Page ${made}`,
    kind: 'page',
    genre: null,
    voice: 'store',
    suspect: false,
    locale: 'en',
    market: null,
    heading: [],
    shape: 'prose',
    text,
    start: 0,
    end: text.length,
    contentHash: '',
    fetchedAt: new Date(0),
    modifiedAt: null,
    product: null,
    bm25: 1,
    cosine: 0,
    score: 1,
    ...given,
  };
};
const collapse = (passages: FoundPassage[], given: Partial<CopyPreference> = {}, most = 24) =>
  collapseCopies(passages, { locale: 'en', market: null, documentIds: [], ...given }, most);

describe('collapseCopies', () => {
  it('lets ten copies with other headers and footers take one place', () => {
    const copies = Array.from({ length: 10 }, (_, index) =>
      found(`Jacket ${index}\n${POLICY}${index % 2 ? '\nNeed help?' : ''}`, {
        kind: 'product',
        title: `Jacket ${index}`,
      }),
    );
    const other = found('Gift cards are never paid out.', { score: 0.1 });
    expect(collapse([...copies, other], {}, 2)).toEqual([copies[0], other]);
  });

  it.each<[string, Partial<FoundPassage>, Partial<FoundPassage>]>([
    ['the shopper’s market', { kind: 'product', market: 'ES' }, { kind: 'policy' }],
    ['the shopper’s language', { kind: 'product' }, { kind: 'policy', locale: 'fr' }],
    ['a page before an article', { modifiedAt: new Date(1) }, { genre: 'article', modifiedAt: new Date(2) }],
    ['a policy before a product', { kind: 'policy' }, { kind: 'product', modifiedAt: new Date(2) }],
    ['a FAQ before a page', { kind: 'faq' }, { kind: 'page' }],
    ['the newer', { modifiedAt: new Date(2) }, { modifiedAt: new Date(1) }],
    ['the dated', { modifiedAt: new Date(2) }, {}],
  ])('keeps %s, at the score of the best found', (_, better, worse) => {
    const [best, other] = [found(POLICY, { ...better, score: 0.4 }), found(POLICY, { ...worse, score: 0.9 })];
    expect(collapse([other, best], { market: 'ES' })).toEqual([{ ...best, score: 0.9 }]);
  });

  it.each([
    [POLICY, POLICY.replace('30 days', '60 days')],
    [POLICY, POLICY.replace('has to be', 'has not to be')],
    [POLICY, POLICY.replace('You can', "You can't")],
    [
      POLICY,
      `${POLICY} Boots and tents that were made to measure are another matter and stay with whoever has bought them.`,
    ],
    ['Free.', 'Closed.'],
  ])('takes for no copies what differs in a number, a "not" or much else', (one, other) => {
    expect(collapse([found(one), found(other)])).toHaveLength(2);
  });

  it('keeps facts and words of two products, and what a customer wrote, apart', () => {
    const facts = { kind: 'product' as const, shape: 'facts' as const };
    expect(collapse([found('Color: red', facts), found('Color: red', facts)])).toHaveLength(2);
    const say = (name: string) =>
      found(POLICY.replace('It has', `The ${name} has`), { kind: 'product', title: `${name} Tent` });
    expect(collapse([say('Larch'), say('Alder')])).toHaveLength(2);
    expect(collapse([found(POLICY), found(POLICY, { voice: 'customer' })])).toHaveLength(2);
  });

  it('keeps what the documents say that the question is about, besides as many others', () => {
    const policy = found(POLICY, { kind: 'policy' });
    const own = found(POLICY, { kind: 'product', score: 0.5 });
    const documentIds = [own.documentId];
    expect(collapse([policy, own], { documentIds })).toEqual([{ ...own, score: 1 }]);
    const far = found('It weighs two pounds.', { documentId: own.documentId, score: 0.1 });
    expect(collapse([policy, found('Else.'), far], { documentIds }, 1)).toEqual([policy, far]);
  });

  it('returns passages of the list, each text once, best first', () => {
    const text = fc.constantFrom('a b c d', 'A b, c d!', 'e f g h', 'i', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.nat(9))), (given) => {
        const passages = given
          .map(([words, score]) => found(words, { score }))
          .sort((a, b) => b.score - a.score);
        const kept = collapse(passages, {}, 100);
        const ids = new Set(passages.map(({ documentId }) => documentId));
        for (const { documentId } of kept) expect(ids.has(documentId)).toBe(true);
        const texts = (list: FoundPassage[]) =>
          new Set(list.map((one) => one.text.toLowerCase().replace(/\W/g, '')));
        expect(texts(kept)).toEqual(texts(passages));
        expect(kept).toHaveLength(texts(passages).size);
        expect(kept.map(({ score }) => score)).toEqual(kept.map(({ score }) => score).sort((a, b) => b - a));
      }),
    );
  });
});
