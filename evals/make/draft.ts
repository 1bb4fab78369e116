import { createHash } from 'node:crypto';
import type { Expectation } from '../suite.ts';
import { pageGlob } from './page-glob.ts';

/** How a draft was made; its case has it as a tag. */
export type DraftKind =
  | 'faq'
  | 'typed-quickly'
  | 'statement'
  | 'table'
  | 'list'
  | 'product'
  | 'comparison'
  | 'constraint'
  | 'follow-up'
  | 'unanswerable';

/** Languages that questions are made in. */
export type DraftLanguage = 'en' | 'es';

/** A case to be, which a person accepts or not. */
export interface Draft {
  /** Where its question is not the one that it was made with; default: see `draftId`. */
  id?: string;
  kind: DraftKind;
  /** More than one: a conversation. */
  questions: string[];
  language: DraftLanguage;
  /** The product or the row that it asks about, as the page calls it: a question without it could mean any. */
  about?: string;
  /** What it is drawn from: a page's URL, or a name for what several pages say together. */
  from: string;
  /** Pages that hold the answer. */
  urls: string[];
  /** The page's own words that the expectation rests on; null for what no page says. */
  quote: string | null;
  expect: Omit<Expectation, 'factsMode' | 'citationsMode'> & Partial<Pick<Expectation, 'factsMode'>>;
  /** The question is the store's own. */
  asWritten?: boolean;
}

/** What a case with this answer expects: its facts, on this page. */
export function expectFacts(url: string, facts: Draft['expect']['facts']): Draft['expect'] {
  return { status: ['answered'], facts, citations: [pageGlob(url)] };
}

/** Stable from call to call: the same question of the same pages has the same id. Such as `table-shipping-3f9a1c`. */
export function draftId({ id, kind, questions, from, urls }: Draft): string {
  if (id !== undefined) return id;
  const hash = createHash('sha256').update(JSON.stringify([questions, urls.length > 0 ? urls : from]));
  const name =
    (urls[0] ?? from)
      .replace(/[?#].*$/su, '')
      .split('/')
      .findLast((part) => part !== '') ?? '';
  const slug = name
    .normalize('NFKD')
    .replace(/\.\w{2,5}$/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/\p{M}/gu, '')
    .replace(/^-+|-+$/gu, '')
    .toLowerCase()
    .slice(0, 40);
  return [kind, slug, hash.digest('hex').slice(0, 8)].filter((part) => part !== '').join('-');
}

/** A number from 0 to 2^32 − 1 that looks random and is the same for the same texts. */
export function hashNumber(...parts: (string | number)[]): number {
  return createHash('sha256').update(parts.join('\n')).digest().readUInt32BE(0);
}
