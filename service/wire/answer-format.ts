import { problemDocument } from '../problem.ts';
import { formatEvent } from './server-sent-events.ts';
import type { StreamedEvent, WireFormat } from './wire-format.ts';

/** The format of `POST /answer`: `start`, `delta`, `citation`, `products`, then `done` or `error`. */
export const answerFormat: WireFormat = {
  resumable: true,
  event: (event) => formatEvent(...namedData(event)),
  failed: (problem, requestId) => formatEvent('error', problemDocument(problem, requestId)),
};

/** The event's name on the wire and its data. */
function namedData(event: StreamedEvent): [name: string, data: unknown] {
  switch (event.type) {
    case 'start':
    case 'delta': {
      const { type, ...data } = event;
      return [type, data];
    }
    case 'citation':
      return ['citation', event.citation];
    case 'products':
      return ['products', event.products];
    case 'done':
      return ['done', event.response];
  }
}
