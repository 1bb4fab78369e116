import type { AnswerResponse } from '../../service/schemas/answer-response.ts';
import type { Citation } from '../../service/schemas/citation.ts';
import type { MetricName } from '../metrics/metric-names.ts';
import type { CaseAnswer } from '../run/case-run.ts';
import { richAnswer } from './rich-answer.ts';

/** One thing that can go wrong with an answer. */
export interface Mutation {
  /** What it is a mutation of: `richAnswer` where it is left out, or `rightAbstention`. */
  of?: 'abstention';
  apply(answer: CaseAnswer): CaseAnswer;
  /** Every metric that it makes worse, in the order of the metrics; no other may change. */
  worsens: MetricName[];
}

const response =
  (change: (response: AnswerResponse) => Partial<AnswerResponse>) =>
  (answer: CaseAnswer): CaseAnswer => ({
    ...answer,
    response: { ...answer.response, ...change(answer.response) },
  });

const firstCitation = (change: (citation: Citation) => Partial<Citation>) =>
  response(({ citations }) => ({
    citations: citations.map((citation, index) =>
      index === 0 ? { ...citation, ...change(citation) } : citation,
    ),
  }));

/** Replaces words in the answer and in its sentences alike, as a model that writes them would. */
const words = (from: string, to: string) =>
  response(({ answer, parts }) => ({
    answer: answer.replaceAll(from, to),
    parts: parts.map((part) => ({ ...part, text: part.text.replaceAll(from, to) })),
  }));

/**
 * What can go wrong with an answer, one thing at a time. An answer that is wrong in any way does not pass, and its
 * confidence was too high, so `passed`, `calibrationError` and `brier` are worse wherever a check fails.
 */
export const mutations = {
  'drops a citation': {
    apply: response(({ citations, parts }) => ({
      citations: citations.slice(1),
      parts: parts.map((part) => ({ ...part, citations: part.citations.filter((id) => id !== 1) })),
    })),
    worsens: ['passed', 'citationRecall', 'support', 'numberExactness', 'calibrationError', 'brier'],
  },
  'cites nothing': {
    apply: response(({ parts }) => ({
      citations: [],
      parts: parts.map((part) => ({ ...part, citations: [] })),
    })),
    worsens: ['passed', 'cited', 'citationRecall', 'support', 'numberExactness', 'calibrationError', 'brier'],
  },
  'shifts a quote by one': {
    apply: firstCitation(({ start, end }) => ({ start: start + 1, end: end + 1 })),
    worsens: ['passed', 'quoteValidity', 'support', 'calibrationError', 'brier'],
  },
  'makes a quote up': {
    apply: firstCitation(({ quote }) => ({ quote: `${quote} Always.` })),
    worsens: ['passed', 'quoteValidity', 'support', 'calibrationError', 'brier'],
  },
  'cites a document that is not there': {
    apply: firstCitation(() => ({ documentId: 'doc_none' })),
    worsens: ['passed', 'citationValidity', 'quoteValidity', 'support', 'calibrationError', 'brier'],
  },
  'cites another page': {
    apply: firstCitation(() => ({ url: 'https://shop.test/blog' })),
    worsens: ['passed', 'citationRecall', 'citationPrecision', 'calibrationError', 'brier'],
  },
  'cites a page too many': {
    apply: response(({ citations }) => {
      const last = citations.slice(-1).map((one) => ({ ...one, id: 9, url: 'https://shop.test/blog' }));
      return { citations: [...citations, ...last] };
    }),
    worsens: ['citationPrecision'],
  },
  'changes a number that is no expected fact': {
    apply: words('5 to 7', '5 to 9'),
    worsens: ['support', 'numberExactness'],
  },
  'changes an expected number': {
    apply: words('30 days', '60 days'),
    worsens: ['passed', 'factsFound', 'support', 'numberExactness', 'calibrationError', 'brier'],
  },
  'turns a sentence round': {
    apply: words('You can return', 'You can’t return'),
    worsens: ['support'],
  },
  'leaves an expected fact out': {
    apply: response(({ answer, parts }) => ({
      answer: answer.slice(answer.indexOf('Standard')),
      parts: parts.slice(1),
    })),
    worsens: ['passed', 'factsFound', 'calibrationError', 'brier'],
  },
  'says what is forbidden': {
    apply: response(({ answer }) => ({ answer: `${answer} It’s our best price ever.` })),
    worsens: ['passed', 'forbiddenAvoided', 'calibrationError', 'brier'],
  },
  'adds a number outside of its sentences': {
    apply: response(({ answer }) => ({ answer: `${answer} Save 40% today.` })),
    worsens: ['numberExactness'],
  },
  'swaps its products': {
    apply: response(({ products }) => ({ products: products.toReversed() })),
    worsens: ['passed', 'productOrder', 'calibrationError', 'brier'],
  },
  'leaves a product out': {
    apply: response(({ products }) => ({ products: products.slice(1) })),
    worsens: ['passed', 'productRecall', 'productOrder', 'calibrationError', 'brier'],
  },
  'says that it is in another language': {
    apply: response(() => ({ locale: 'es' })),
    worsens: ['passed', 'calibrationError', 'brier', 'languageMatch'],
  },
  'is translated': {
    apply: (answer) => ({ ...answer, detectedLanguage: 'es' }),
    worsens: ['passed', 'calibrationError', 'brier', 'languageMatch'],
  },
  'asks back though nothing is unclear': {
    apply: response(() => ({
      status: 'clarify',
      clarify: { attribute: 'size', question: 'Which size?', options: ['S', 'M'] },
    })),
    worsens: ['passed', 'answered', 'clarifyMatch', 'statusAccuracy'],
  },
  'offers people though it knows the answer': {
    apply: response(() => ({ handoff: { reason: 'unsure', message: 'Shall I ask somebody?' } })),
    worsens: ['passed', 'handoffMatch', 'calibrationError', 'brier'],
  },
  abstains: {
    apply: response(() => ({ status: 'abstained' })),
    worsens: ['passed', 'answered', 'statusAccuracy', 'abstention', 'abstentionPrecision'],
  },
  'answers what the pages do not say': {
    of: 'abstention',
    apply: (answer) => {
      const { response: wrong, documents } = richAnswer();
      return { ...answer, documents, response: { ...wrong, confidence: 0.9 } };
    },
    worsens: ['passed', 'statusAccuracy', 'abstention', 'abstentionRecall', 'calibrationError', 'brier'],
  },
  'is less sure than of what it cannot answer': {
    apply: response(() => ({ confidence: 0.05 })),
    worsens: ['abstentionAuc', 'calibrationError', 'brier'],
  },
  'takes long': {
    apply: (answer) => ({ ...answer, milliseconds: answer.milliseconds * 10 }),
    worsens: ['latencyP50', 'latencyP95', 'latencyP99'],
  },
  'costs more': {
    apply: response(() => ({ usage: { inputTokens: 900, outputTokens: 90, costUsd: 0.01 } })),
    worsens: ['inputTokens', 'outputTokens', 'costUsd'],
  },
  'retrieves a stranger first': {
    apply: (answer) => ({
      ...answer,
      retrieved: [strange(0), ...(answer.retrieved ?? [])],
    }),
    worsens: ['hitAt1', 'mrr', 'ndcgAt10', 'map'],
  },
  'retrieves its page sixth': {
    apply: (answer) => ({
      ...answer,
      retrieved: [...[0, 1, 2, 3, 4].map(strange), ...(answer.retrieved ?? [])],
    }),
    worsens: ['hitAt1', 'hitAt5', 'recallAt5', 'mrr', 'ndcgAt10', 'map'],
  },
  'retrieves nothing': {
    apply: (answer) => ({ ...answer, retrieved: [] }),
    worsens: ['hitAt1', 'hitAt5', 'recallAt5', 'recallAt10', 'mrr', 'ndcgAt10', 'map'],
  },
} satisfies Record<string, Mutation>;

function strange(index: number) {
  const url = `https://shop.test/blog/${index}`;
  return { documentId: `doc_${index}`, url, title: '', heading: [], text: '', start: 0, end: 0, score: 1 };
}
