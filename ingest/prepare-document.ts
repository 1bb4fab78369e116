import { createHash } from 'node:crypto';
import type { NewDocument, NewPassage } from '../sql/publish-document.ts';
import { lexemes } from './analysis/analyze.ts';
import { languageOf } from './analysis/language-of.ts';
import { chunkDocument } from './chunk.ts';
import { embedHashOf, embedTextOf } from './embedding/embed-text.ts';
import { markVoices } from './extract/opinion-headings.ts';
import { serverDate, statedDate } from './extract/page-date.ts';
import type { SourceDocument } from './extract/source-document.ts';
import { withLocale } from './extract/with-locale.ts';
import { UNDETERMINED } from './files/detect-language.ts';
import { type Screened, type Suspicion, screenDocument } from './safety/screen-document.ts';
import { countTokens } from './tokens.ts';

/**
 * What a word of a passage's headings and of its document's title counts beside one of its text: a passage is found
 * by what it stands under, as a row of prices under "Delivery to Canada" is.
 */
const HEADING_WEIGHT = 1;

const DEFAULT_LOCALE = 'en';

/** A document ready to be published, with what has to be embedded before. */
export interface PreparedDocument {
  document: NewDocument;
  /** By `embedHash`: the text whose vector the passage is found by, and its length in tokens. */
  embeddings: Map<string, { text: string; tokens: number }>;
  /** What in it gives orders to a model, and is kept from being quoted. */
  suspicions: Suspicion[];
}

/** Where a document belongs and how it was got. */
export interface DocumentOrigin {
  storeId: string;
  sourceId: string;
  /** The run that got it. */
  runId?: string;
  etag: string | null;
  lastModified: string | null;
  /** ISO 8601. */
  fetchedAt: string;
}

/**
 * Turns what was read from a source into a document with passages, postings and hashes. Pure.
 * @param listedDate when a sitemap says that it was last changed; believed where nothing else says.
 * @param mainLocale of the store: what a document is in that neither says nor shows its language, whose words would be cut as
 *   no language's otherwise, and found by no question.
 */
export function prepareDocument(
  read: SourceDocument,
  origin: DocumentOrigin,
  listedDate: string | null = null,
  mainLocale = DEFAULT_LOCALE,
): PreparedDocument {
  const source = markVoices(read.locale === UNDETERMINED ? withLocale(read, mainLocale) : read);
  const { sections, product, suspicions } = screenDocument(source);
  const embeddings = new Map<string, { text: string; tokens: number }>();
  const headingLexemes = new Map<string, string[]>();
  const passages = chunkDocument({ text: source.text, sections }, { countTokens }).map(
    (chunk): NewPassage => {
      const text = source.text.slice(chunk.start, chunk.end);
      const context = headingContext(source.title, chunk.heading);
      const embedText = embedTextOf({ title: source.title, heading: chunk.heading, text });
      const embedHash = embedHashOf(embedText);
      embeddings.set(embedHash, { text: embedText, tokens: countTokens(embedText) });
      const postings = countLexemes(text, context, source.locale, headingLexemes);
      return {
        ...chunk,
        ...marksAt(sections, chunk.start),
        text,
        embedHash,
        postings,
        length: sumOf(postings),
      };
    },
  );
  const document: NewDocument = {
    ...origin,
    documentId: documentId(origin.storeId, origin.sourceId, source.url),
    url: source.url,
    kind: source.kind,
    genre: source.genre ?? null,
    modifiedAt:
      source.modifiedAt ??
      statedDate(source.text) ??
      serverDate(origin.lastModified, origin.fetchedAt) ??
      serverDate(listedDate, origin.fetchedAt),
    locale: source.locale,
    title: source.title,
    text: source.text,
    contentHash: contentHash(source, suspicions),
    passages,
    product,
  };
  return { document, embeddings, suspicions };
}

/** The title and the headings above a passage, each once. */
function headingContext(title: string, heading: string[]): string[] {
  return [...new Set([title, ...heading].filter((line) => line !== ''))];
}

/** Stable for a URL of a source, so that a citation of an unchanged page stays good after a new ingest. */
export function documentId(storeId: string, sourceId: string, url: string): string {
  return `doc_${createHash('sha256').update(`${storeId}\n${sourceId}\n${url}`).digest('base64url').slice(0, 16)}`;
}

/** Raised for a language when its words are cut otherwise: its documents are then published anew by the next run. */
const ANALYSIS_VERSIONS: Readonly<Record<string, number>> = { es: 2 };

/** Hash of everything of a document that a reader could see; `asOf` only says when it was looked at. */
function contentHash(source: SourceDocument, suspicions: Suspicion[]): string {
  const { title, kind, locale, text, sections, genre } = source;
  const product = source.product === null ? null : { ...source.product, asOf: null };
  // Marks that most documents lack: those keep the hash that they had before there were any.
  const analysis = ANALYSIS_VERSIONS[languageOf(locale)];
  const marks = [
    ...(genre === undefined ? [] : [genre]),
    ...(suspicions.length === 0 ? [] : [suspicions]),
    ...(analysis === undefined ? [] : [{ analysis }]),
  ];
  return `sha256-${sha256(JSON.stringify([title, kind, locale, text, sections, product, ...marks]))}`;
}

/** What is known of the section that a passage is cut from; none is cut from two. */
function marksAt(sections: Screened['sections'], start: number): Pick<NewPassage, 'voice' | 'suspect'> {
  const section = sections.findLast((one) => one.start <= start);
  return { voice: section?.voice ?? 'store', suspect: section?.suspect ?? false };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** @param headingLexemes those of the document's headings that have been met before; filled */
function countLexemes(
  text: string,
  context: string[],
  locale: string,
  headingLexemes: Map<string, string[]>,
): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (found: string[], weight: number): void => {
    for (const lexeme of found) counts.set(lexeme, (counts.get(lexeme) ?? 0) + weight);
  };
  add(lexemes(text, locale), 1);
  for (const line of context) {
    const found = headingLexemes.get(line) ?? lexemes(line, locale);
    headingLexemes.set(line, found);
    add(found, HEADING_WEIGHT);
  }
  return counts;
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
