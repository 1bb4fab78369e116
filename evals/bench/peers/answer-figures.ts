import { containsFact } from '../../metrics/contains-fact.ts';
import type { Measure, QuestionFigures } from '../compare/measures.ts';
import { rankingFigures } from '../compare/ranking-figures.ts';
import type { SetQuestion } from '../sets/question-set.ts';
import type { PeerAnswer } from './peer.ts';
import { isProven } from './prove.ts';

/** What is measured of an answer, whatever the set; those of facts only of suites. */
export const ANSWER_MEASURES: readonly Measure[] = [
  measure('holds gold', 'holdsGold', 'higher', 'what it shows states a gold answer; no answer counts 0'),
  measure(
    'facts found',
    'factsFound',
    'higher',
    'expected facts in what it shows; no answer counts 0',
    'mean',
  ),
  measure(
    'AUC, answerable or not',
    'confidence',
    'higher',
    'how well its confidence tells them apart; 0.5 is chance',
    'area',
  ),
  measure('answered, has an answer', 'answeredRight', 'higher', 'questions that the passages answer'),
  measure('answered, has none', 'answeredWrong', 'lower', 'answered though the passages do not answer'),
  measure(
    'provable',
    'proven',
    'higher',
    'of its answers, those with a slice that stands verbatim in the source it names',
  ),
  { ...measure('words shown', 'words', 'neither', 'of an answer', 'mean'), digits: 0 },
  { ...measure('time', 'milliseconds', 'lower', 'a question', 'mean'), unit: 'ms', digits: 1 },
];

function measure(
  name: string,
  figure: string,
  better: Measure['better'],
  means: string,
  kind: Measure['kind'] = 'share',
): Measure {
  return { name, figure, better, means, kind };
}

/** One answer's figures on a public set. Pure. */
export function answerFigures(
  { passageId, answerable, gold }: Pick<SetQuestion, 'passageId' | 'answerable' | 'gold'>,
  answer: PeerAnswer,
  sources: ReadonlyMap<string, string>,
): QuestionFigures {
  return {
    ...rankingFigures(answer.ranked, new Set(answerable ? [passageId] : [])),
    ...shownFigures(answerable, answer, sources),
    ...(answerable && gold.length > 0
      ? { holdsGold: Number(gold.some((words) => containsFact(answer.text, words))) }
      : {}),
  };
}

/** What needs neither gold nor facts. Pure. */
export function shownFigures(
  answerable: boolean,
  { answered, confidence, text, slices, milliseconds }: Omit<PeerAnswer, 'ranked'>,
  sources: ReadonlyMap<string, string>,
): QuestionFigures {
  return {
    answerable: Number(answerable),
    confidence,
    [answerable ? 'answeredRight' : 'answeredWrong']: Number(answered),
    ...(answered
      ? { proven: Number(isProven(slices, sources)), words: text.match(/\S+/gu)?.length ?? 0 }
      : {}),
    milliseconds,
  };
}
