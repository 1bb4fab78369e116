import { matchesUrl } from '../metrics/matches-url.ts';
import { statesFact } from '../metrics/states-fact.ts';
import type { Fact, SuiteCase } from '../suite.ts';

/** What a store says under one URL. */
export interface StatedPage {
  url: string;
  text: string;
}

/** Whether the pages that a case cites exist and say what it expects; one that cites none may find it on any page. Pure. */
export function isGrounded({ expect: wanted }: SuiteCase, pages: readonly StatedPage[]): boolean {
  const cited = (wanted.citations ?? ['*']).map((glob) => pages.filter(({ url }) => matchesUrl(url, glob)));
  const says = (fact: Fact) => cited.flat().some(({ text }) => statesFact(text, fact));
  const { facts = [], answers = [] } = wanted;
  const found = wanted.factsMode === 'any' && facts.length > 0 ? facts.some(says) : facts.every(says);
  const accepted = answers.length === 0 || answers.some((texts) => texts.every(says));
  return cited.every((matching) => matching.length > 0) && found && accepted;
}
