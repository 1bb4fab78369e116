import { describeFact } from '../metrics/states-fact.ts';
import type { Fact } from '../suite.ts';

/** Facts as a person reads them: `"30 days", "free | at no cost", /\d+ days/`. */
export function listFacts(facts: readonly Fact[]): string {
  return facts.map(showFact).join(', ');
}

function showFact(fact: Fact): string {
  return typeof fact !== 'string' && 'regex' in fact
    ? describeFact(fact)
    : JSON.stringify(describeFact(fact));
}

/** What there is of what was wanted: `"a" but not "b"`. */
export function listFound(facts: readonly Fact[], isFound: (fact: Fact, index: number) => boolean): string {
  const found = facts.filter(isFound);
  if (found.length === 0) return 'none of them';
  const missing = facts.filter((fact, index) => !isFound(fact, index));
  return missing.length === 0 ? listFacts(found) : `${listFacts(found)} but not ${listFacts(missing)}`;
}
