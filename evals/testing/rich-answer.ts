import type { CaseAnswer } from '../run/case-run.ts';
import type { SuiteCase } from '../suite.ts';
import { sampleAbstention, sampleAnswer, sampleCard, sampleDocument } from './sample-answer.ts';
import { sampleCase } from './sample-case.ts';

const shippingDocument = 'Shipping\nStandard shipping takes 5 to 7 business days.';
const shippingQuote = 'Standard shipping takes 5 to 7 business days.';

/** A case that expects something of everything. */
export const richCase: SuiteCase = sampleCase('rich', {
  expect: {
    status: ['answered'],
    facts: ['30 days'],
    factsMode: 'all',
    forbidden: ['best price ever'],
    citations: ['*/returns', '*/shipping'],
    citationsMode: 'all',
    products: ['PARKA-1', 'PARKA-2'],
    productsOrder: 'listed',
    clarify: false,
    handoff: false,
    locale: 'en',
  },
});

/** An answer to it that is right in all, and sure of itself. */
export function richAnswer(): CaseAnswer {
  const returns = sampleAnswer();
  const [citation] = returns.citations;
  if (citation === undefined) throw new Error('the sample answer has a citation');
  const start = shippingDocument.indexOf(shippingQuote);
  const shipping = {
    ...citation,
    id: 2,
    url: 'https://shop.test/shipping',
    title: 'Shipping',
    heading: ['Shipping'],
    quote: shippingQuote,
    documentId: 'doc_shipping',
    start,
    end: start + shippingQuote.length,
  };
  const response = sampleAnswer({
    answer: `${returns.answer} Standard shipping takes 5 to 7 business days [2].`,
    parts: [...returns.parts, { text: shippingQuote, citations: [2] }],
    citations: [citation, shipping],
    products: [sampleCard, { ...sampleCard, sku: 'PARKA-2', url: 'https://shop.test/parka-2' }],
    confidence: 1,
  });
  return {
    response,
    turns: [],
    retrieved: response.citations.map(({ documentId, url, title, heading, quote, start, end }) => ({
      ...{ documentId, url, title, heading, start, end },
      text: quote,
      score: 1,
    })),
    documents: new Map([
      ['doc_returns', sampleDocument],
      ['doc_shipping', shippingDocument],
    ]),
    detectedLanguage: 'en',
    milliseconds: 10,
  };
}

/** A question that the store's pages do not answer. */
export const unanswerableCase: SuiteCase = sampleCase('unanswerable', {
  expect: { factsMode: 'all', citationsMode: 'all', status: ['abstained'] },
});

/** The right answer to it, given after `richAnswer`'s time. */
export function rightAbstention(): CaseAnswer {
  return {
    response: sampleAbstention({ confidence: 0.1 }),
    turns: [],
    retrieved: [],
    documents: new Map(),
    detectedLanguage: null,
    milliseconds: 20,
  };
}
