import type { DocumentResponse } from '../schemas/document.ts';
import type { RecordedConversation } from '../wire/recorded/recorded-conversation.ts';
import { recordedStore } from '../wire/recorded/recorded-store.fixture.ts';
import { returnsPage } from './made-up.ts';
import { awkwardPage } from './made-up-awkward.ts';

/** A document of any store. */
export type MockDocument = Omit<DocumentResponse, 'store'>;

/** Every document that some answer cites, by its id: quotes are slices of their texts. */
export function mockDocuments(conversations: readonly RecordedConversation[]): Map<string, MockDocument> {
  const found = new Map<string, MockDocument>([returnsPage, awkwardPage].map((page) => [page.id, page]));
  const citations = conversations.flatMap(({ turns }) => turns.flatMap(({ response }) => response.citations));
  for (const { documentId, url, contentHash, fetchedAt } of citations) {
    const source = recordedStore.find((each) => each.url === url);
    if (source === undefined) continue;
    const { title, kind, locale, text } = source;
    found.set(documentId, { id: documentId, url, title, kind, locale, text, contentHash, fetchedAt });
  }
  return found;
}
