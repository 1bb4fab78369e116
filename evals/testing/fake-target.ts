import type { AnswerRequest } from '../../service/schemas/answer-request.ts';
import type { AnswerResponse } from '../../service/schemas/answer-response.ts';
import type { Target } from '../target/target.ts';
import { sampleDocument } from './sample-answer.ts';

interface FakeTarget extends Target {
  /** Every request, in the order of arrival. */
  requests: AnswerRequest[];
  /** Ids of the documents that were fetched. */
  fetched: string[];
  closed: boolean;
}

/** A target that answers as a test says and knows one document, `doc_returns`. */
export function makeFakeTarget(
  answer: (request: AnswerRequest, signal: AbortSignal) => Promise<AnswerResponse> | AnswerResponse,
): FakeTarget {
  const target: FakeTarget = {
    name: 'fake',
    store: 'sample',
    info: {},
    requests: [],
    fetched: [],
    closed: false,
    async answer(request, signal) {
      target.requests.push(request);
      return { response: await answer(request, signal), retrieved: null };
    },
    async findDocument(_store, documentId) {
      target.fetched.push(documentId);
      return documentId === 'doc_returns' ? { text: sampleDocument } : null;
    },
    async close() {
      target.closed = true;
    },
  };
  return target;
}
