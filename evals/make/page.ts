import type { PassageShape, ProductFacts } from '../../sql/document.ts';
import type { WholeDocument } from '../../sql/list-whole-documents.ts';
import type { DraftLanguage } from './draft.ts';

/** Lines of one shape under one heading. */
export interface PageSection {
  heading: string[];
  shape: PassageShape;
  /** A paragraph, list item, table row or fact each. */
  lines: string[];
}

/** A document as drafts are made from it. */
export interface Page {
  url: string;
  title: string;
  language: DraftLanguage;
  text: string;
  product: ProductFacts | null;
  sections: PageSection[];
}

/**
 * A document without what customers wrote in it and what gives orders: neither is to be answered from. Null for one in a
 * language that no questions are made in, and for an article, which is true of its day. Pure.
 */
export function toPage({ url, title, locale, genre, text, product, passages }: WholeDocument): Page | null {
  const language = /^(en|es)(?:-|$)/u.exec(locale)?.[1] as DraftLanguage | undefined;
  if (language === undefined || genre !== null) return null;
  const sections: PageSection[] = [];
  for (const { start, end, heading, shape, voice, suspect } of passages) {
    if (voice !== 'store' || suspect) continue;
    const lines = text.slice(start, end).split('\n');
    const last = sections.at(-1);
    // A long section is several passages.
    if (last?.shape === shape && JSON.stringify(last.heading) === JSON.stringify(heading)) {
      last.lines.push(...lines);
    } else sections.push({ heading, shape, lines });
  }
  return { url, title, language, text, product, sections };
}

const GENERIC =
  /^(?:overview|details?|general|other|more|introduction|faqs?|info(?:rmation)?|notes?|summary|important|about(?: us)?|informaci[oó]n|otros?|detalles?|resumen|importante|notas?|introducci[oó]n|preguntas frecuentes)$/iu;
const LONGEST_TOPIC = 60;

/** What a section is about, in the page's words as one would type them; null where its headings do not say. Pure. */
export function topicOf({ title }: Pick<Page, 'title'>, heading: readonly string[]): string | null {
  const last = heading.at(-1)?.replace(/[:.\s]+$/u, '') ?? '';
  const own = GENERIC.test(last) ? '' : last;
  const isShort = own.split(/\s+/u).length < 2;
  const above = heading.at(-2) ?? (title === last ? '' : title);
  const topic = [own, isShort && !GENERIC.test(above) && above !== own ? above : '']
    .filter(Boolean)
    .join(', ');
  if (topic === '' || topic.length > LONGEST_TOPIC || /[?¿!]/u.test(topic)) return null;
  return lowerFirst(topic);
}

/** The title as what the page is about, where it is short enough for that; '' where it is not. */
export function shortTitle({ title }: Pick<Page, 'title'>): string {
  const own = title.replace(/\s+[|–—-]\s.*$/u, '').trim();
  return own.split(/\s+/u).length > 5 || GENERIC.test(own) || /[?¿]/u.test(own) ? '' : lowerFirst(own);
}

/** Whether all words of one text are in another. */
export function holdsWords(text: string, words: string): boolean {
  const own = new Set(text.toLowerCase().split(/\P{L}+/u));
  return words
    .toLowerCase()
    .split(/\P{L}+/u)
    .every((word) => own.has(word));
}

/** Without the capital letter that a line begins with, unless it is a name, or begins with an abbreviation. */
export function lowerFirst(text: string): string {
  const [first = '', second = ''] = text.split(/\s/u, 2);
  if (first === 'I' || /^\p{Lu}/u.test(second) || /\p{Lu}.*\p{Lu}|\d/u.test(first)) return text;
  return text.charAt(0).toLowerCase() + text.slice(1);
}
