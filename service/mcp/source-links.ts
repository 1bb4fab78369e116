import type { ResourceLink } from '@modelcontextprotocol/sdk/types.js';

/** The address of a document's text among the resources. */
export const documentTemplate = 'aisle://stores/{store}/documents/{id}';

/** Reads an address that {@link sourceLink} has made. Pure. @returns null for any other */
export function readDocumentUri(uri: string): { store: string; id: string } | null {
  const [, store, id] = /^aisle:\/\/stores\/([\w.-]{1,64})\/documents\/([\w-]{1,128})$/.exec(uri) ?? [];
  return store === undefined || id === undefined ? null : { store, id };
}

/** A page that something stands on: on the web, or else as the text that is kept of it. Pure. */
export function sourceLink(
  store: string,
  { documentId, url, title }: { documentId: string; url: string; title: string },
  description?: string,
): ResourceLink {
  const isWeb = /^https?:\/\//i.test(url);
  const name = title.trim() || url;
  return {
    type: 'resource_link',
    uri: isWeb ? url : `aisle://stores/${store}/documents/${documentId}`,
    name,
    title: name,
    ...(description !== undefined && { description }),
    ...(!isWeb && { mimeType: 'text/plain' }),
  };
}

/** The same for many, each document once. Pure. */
export function sourceLinks(
  store: string,
  sources: readonly { documentId: string; url: string; title: string }[],
): ResourceLink[] {
  const byDocument = new Map(sources.map((one) => [one.documentId, one] as const).reverse());
  const first = sources.filter((one) => byDocument.get(one.documentId) === one);
  return first.map((one) => sourceLink(store, one));
}
