import type { Citation } from '../schemas/citation.ts';

/** A page that an answer stands on, as formats without our citations name it. */
export interface CitedSource {
  documentId: string;
  /** On the web; of what is nowhere on the web the path of its text here, `/documents/…`. */
  url: string;
  /** Never empty. */
  title: string;
}

/** The source of a citation. Pure. */
export function citedSource({ documentId, url, title, heading, link }: Citation): CitedSource {
  const isWeb = /^https?:\/\//i.test(url);
  const named = [title, heading[0] ?? '', url].find((name) => name.trim() !== '');
  return { documentId, url: isWeb ? url : link, title: named ?? documentId };
}

/** The sources of citations, each once, in the order in which they are first cited. Pure. */
export function citedSources(citations: readonly Citation[]): CitedSource[] {
  const byDocument = new Map<string, CitedSource>();
  for (const citation of citations) {
    if (!byDocument.has(citation.documentId)) byDocument.set(citation.documentId, citedSource(citation));
  }
  return [...byDocument.values()];
}
