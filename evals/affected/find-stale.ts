import { matchesUrl } from '../metrics/matches-url.ts';
import { normaliseText } from '../metrics/normalise-text.ts';
import { describeFact, statesFact } from '../metrics/states-fact.ts';
import type { Fact, SuiteCase } from '../suite.ts';
import type { LastRecord } from './find-affected.ts';

interface StoredPage {
  url: string;
  text: string;
}

/**
 * What of a case does not stand on its pages any more, in a line each: quotes of its last answer, and quotes and facts that it
 * expects of the pages that it names. Pure.
 *
 * @param pages every document, as it is now, that the last answer cited or the expectation's globs match.
 */
export function findStale(
  { expect }: SuiteCase,
  last: LastRecord | null,
  pages: readonly StoredPage[],
): string[] {
  const lines: string[] = [];
  for (const { url, quote } of last?.citations ?? []) {
    const texts = pages.filter((page) => page.url === url);
    if (!texts.some(({ text }) => text.includes(quote))) lines.push(`quote of ${url}: ${quote}`);
  }
  const globs = expect.citations ?? [];
  if (globs.length === 0) return lines;
  const named = pages.filter(({ url }) => globs.some((glob) => matchesUrl(url, glob)));
  for (const glob of globs) {
    if (!named.some(({ url }) => matchesUrl(url, glob))) lines.push(`expected page: ${glob}`);
  }
  for (const quote of expect.quotes ?? []) {
    const wanted = normaliseText(quote);
    if (!named.some(({ text }) => normaliseText(text).includes(wanted)))
      lines.push(`expected quote: ${quote}`);
  }
  const says = (fact: Fact) => named.some(({ text }) => statesFact(text, fact));
  const missing = (expect.facts ?? []).filter((fact) => !says(fact));
  const enough = expect.factsMode === 'any' && missing.length < (expect.facts ?? []).length;
  if (!enough) lines.push(...missing.map((fact) => `expected fact: ${describeFact(fact)}`));
  return lines;
}

/** Globs and URLs whose pages `findStale` wants to see. */
export function pagesOf({ expect }: SuiteCase, last: LastRecord | null): string[] {
  return [...(expect.citations ?? []), ...(last?.citations.map(({ url }) => url) ?? [])];
}
