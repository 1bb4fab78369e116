import { fold } from '../../../ingest/analysis/stem.ts';
import { type Clause, narrowingWords, readClauses } from './clauses.ts';
import { compareValues } from './compare-values.ts';
import { readCost } from './cost.ts';
import { costWord } from './cost-word.ts';
import { isNarrowHeading } from './narrow-heading.ts';
import { NEUTRAL } from './neutral-words.ts';
import { polarityWord } from './polarity-word.ts';
import { type AnswerWord, coverage, type Reading } from './reading.ts';
import { keepsConditions } from './unsure.ts';

/** What the one statement says that speaks of all that was asked. Pure. */
export function statedWord(reading: Reading): AnswerWord | null {
  const { asked, asks, quote, context } = reading;
  if (isNarrowHeading(context.headings, asks, quote)) return null;
  const keys = new Set(asked.claims.map(({ key }) => key));
  const clauses = readClauses(quote, context.locale);
  const asksCost = readCost(asked.statement) !== null;
  const isOfCost = (one: Clause): boolean => asksCost && readCost(one.text) !== null;
  const [clause, second] = clauses
    .map((one) => ({ one, shared: one.tokens.filter(asks).length + (isOfCost(one) ? OF_COST : 0) }))
    .sort((a, b) => b.shared - a.shared);
  if (clause === undefined) return null;
  // Two statements that speak of it as much may say two things.
  if (second !== undefined && second.shared === clause.shared && second.shared > 0) return null;
  const words = coverage(reading, clause.one);
  const compared = compareValues(reading.question, clause.one.text);
  const costs = costWord(reading, clause.one, words);
  if (!keepsConditions(quote, context.locale, asks, keys, asked.statement) && compared !== 'false')
    return null;
  if (compared === 'open') return null;
  if (compared === 'false' || compared === 'true') {
    const isOfIt = words.missing.length === 0 && clause.one.negators === 0 && boundedAlike(reading, true);
    const narrowing = narrowingWords(clause.one, asks, 'none').filter(
      ({ word }) => !NEUTRAL.test(fold(word)),
    );
    if (!isOfIt || narrowing.length > 0 || asked.topics.length === 0) return null;
    return compared === 'true' ? 'yes' : 'no';
  }
  if (!boundedAlike(reading, compared !== null)) return null;
  if (costs !== undefined) return costs;
  return polarityWord(reading, clause.one, words);
}

/** A statement of costs answers a question of costs, however many words another one shares. */
const OF_COST = 10;

const BOUND_WORDS =
  /(?<!\p{L})(?:before|after|without|until|over|under|all|every|always|only|same|outside|inside|online|antes|despues|sin|hasta|tod[oa]s?|siempre|solo|mism[oa]|fuera|dentro)(?!\p{L})/gu;
const SAME_BOUND: Record<string, string> = { todo: 'todos', toda: 'todos', todas: 'todos' };

/** Words such as "after" and "all" that a question and a quote must have both, or the one denies what the other says. */
function boundedAlike({ asked, quote }: Reading, hasValues: boolean): boolean {
  const norm = (word: string): string => SAME_BOUND[word] ?? word;
  const said = new Set([...fold(quote).matchAll(BOUND_WORDS)].map(([word]) => norm(word)));
  return [...asked.statement.matchAll(BOUND_WORDS)]
    .map(([word]) => norm(word))
    .filter(
      (word) => !hasValues || !/^(?:before|after|until|over|under|antes|despues|hasta|dentro)$/.test(word),
    )
    .every((word) => said.has(word));
}
