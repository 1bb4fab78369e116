import type { AnswerResponse } from '../service/schemas.ts';
import type { Check } from './case-result.ts';
import type { ScoredAnswer } from './score-answer.ts';
import type { Expectation } from './suite.ts';

/**
 * One check for each expectation of a case, and two that every answer is held to: what is answered is cited, and every
 * quote is proven. A case passes when all its checks do. Pure.
 */
export function checkAnswer(expect: Expectation, response: AnswerResponse, scored: ScoredAnswer): Check[] {
  const { scores } = scored;
  const checks: Check[] = [];
  const add = (name: string, passed: boolean, expected: string, got: string) =>
    checks.push({ name, passed, expected, got });

  if (expect.status) add('status', expect.status === response.status, expect.status, response.status);
  if (expect.facts) {
    const found = scored.facts.filter(({ foundIn }) => foundIn !== null).map(({ fact }) => fact);
    const expected = `${expect.factsMode} of ${list(expect.facts)}`;
    add('facts', scores.factsFound.value === 1, expected, found.length > 0 ? list(found) : 'none of them');
  }
  if (expect.forbidden) {
    const got = scored.said.length > 0 ? `says ${list(scored.said)}` : 'none';
    add('forbidden', scored.said.length === 0, `none of ${list(expect.forbidden)}`, got);
  }
  if (expect.citations) {
    const cited = [...new Set(scored.citations.map(({ url }) => url))];
    const got = cited.length > 0 ? `cited ${cited.join(', ')}` : 'nothing cited';
    add('citations', scored.missingCitations.length === 0, expect.citations.join(', '), got);
  }
  if (expect.products) {
    const got = response.products.map(({ sku }) => sku).join(', ') || 'none';
    add('products', scored.missingProducts.length === 0, expect.products.join(', '), got);
  }
  if (expect.locale) {
    const read = scored.detectedLanguage === null ? '' : `, its text reads as ${scored.detectedLanguage}`;
    add('locale', scores.languageMatch.value === 1, expect.locale, `${response.locale}${read}`);
  }
  if (response.status === 'answered') {
    add('cited', scores.cited.value === 1, 'at least one citation', `${scored.citations.length}`);
  }
  const faults = scored.citations.flatMap(({ id, fault }) => (fault === null ? [] : [`[${id}]: ${fault}`]));
  add(
    'quotes',
    faults.length === 0,
    'every quote is a slice of its document',
    faults.join('; ') || 'every one is',
  );
  return checks;
}

function list(texts: readonly string[]): string {
  return texts.map((text) => JSON.stringify(text)).join(', ');
}
