import { containsFact } from '../metrics/contains-fact.ts';
import { matchesUrl } from '../metrics/matches-url.ts';
import type { SuiteCase } from '../suite.ts';

/** What a store says under one URL. */
export interface StatedPage {
  url: string;
  text: string;
}

/** Whether the pages that a case cites exist and say what it expects; one that cites none may find it on any page. Pure. */
export function isGrounded({ expect: wanted }: SuiteCase, pages: readonly StatedPage[]): boolean {
  const cited = (wanted.citations ?? ['*']).map((glob) => pages.filter(({ url }) => matchesUrl(url, glob)));
  const says = (fact: string) => cited.flat().some(({ text }) => containsFact(text, fact));
  const facts = wanted.facts ?? [];
  const found = wanted.factsMode === 'any' && facts.length > 0 ? facts.some(says) : facts.every(says);
  return cited.every((matching) => matching.length > 0) && found;
}
