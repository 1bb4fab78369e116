import { factsFound, locateFacts, nearestAnswer } from '../../metrics/facts-found.ts';
import { expectsAbstention } from '../../score/expected-outcome.ts';
import type { SuiteCase } from '../../suite.ts';
import type { QuestionFigures } from '../compare/measures.ts';
import { shownFigures } from './answer-figures.ts';
import type { PeerAnswer } from './peer.ts';

/** A case that both kinds of system can be asked: one question, and it is said whether it has an answer. */
export function isComparable({ turns, expect }: Pick<SuiteCase, 'turns' | 'expect'>): boolean {
  return turns.length === 1 && expectsAbstention(expect) !== null;
}

/** One answer's figures on a case, its facts found as evals find them. Pure. */
export function suiteFigures(
  { expect }: Pick<SuiteCase, 'expect'>,
  answer: Omit<PeerAnswer, 'ranked'>,
  sources: ReadonlyMap<string, string>,
): QuestionFigures {
  const figures = shownFigures(expectsAbstention(expect) === false, answer, sources);
  const facts = locateFacts(expect.facts ?? [], answer.text, []);
  const nearest = nearestAnswer(expect.answers ?? [], answer.text, []);
  const { value } = factsFound(facts, expect.factsMode, nearest?.places);
  return value === null ? figures : { ...figures, factsFound: value };
}
