import type { ComparableCase } from '../../comparison/comparable-case.ts';
import { diffAnswers, type WordChange } from '../../comparison/word-diff.ts';
import type { CaseResult } from '../../score/case-result.ts';
import { clip, rounded } from './case-row.ts';

/** What the page shows of a case once it is opened. */
export interface CaseDetail
  extends Pick<
    CaseResult,
    | 'questions'
    | 'turns'
    | 'standalone'
    | 'error'
    | 'answer'
    | 'locale'
    | 'detectedLanguage'
    | 'parts'
    | 'products'
    | 'clarify'
    | 'handoff'
    | 'facts'
    | 'unsupported'
    | 'inexactNumbers'
    | 'checks'
    | 'timings'
    | 'model'
    | 'usage'
    | 'repeats'
    | 'judgements'
  > {
  citations: ShownCitation[];
  /** Null where the target does not show them. */
  retrieved: ShownPassage[] | null;
  /** Scores that apply, and the others' reasons. */
  scores: { name: string; value: number | null; reason: string | null }[];
  /** What was answered in the baseline's run; null without one. */
  before: EarlierAnswer | null;
}

interface ShownCitation {
  id: number;
  url: string;
  title: string;
  quote: string;
  before: string;
  after: string;
  fault: string | null;
}

interface ShownPassage {
  url: string;
  title: string;
  heading: string[];
  text: string;
  score: number;
  /** Ids of the citations whose quote is in it. */
  citedBy: number[];
}

interface EarlierAnswer extends Pick<ComparableCase, 'passed' | 'status' | 'answer' | 'error' | 'citations'> {
  /** From the earlier answer's words to those of now; null where both are the same, or too long for it. */
  words: WordChange[] | null;
}

const LONGEST_PASSAGE = 4000;

/** Pure. */
export function toDetail(result: CaseResult, before: ComparableCase | null): CaseDetail {
  const { questions, turns, standalone, error, answer, locale, detectedLanguage, parts, products } = result;
  const { clarify, handoff, facts, unsupported, inexactNumbers, checks, timings, model, usage } = result;
  return {
    ...{ questions, turns, standalone, error, answer, locale, detectedLanguage, parts, products },
    ...{ clarify, handoff, facts, unsupported, inexactNumbers, checks, timings, model, usage },
    ...(result.repeats && { repeats: result.repeats }),
    ...(result.judgements && { judgements: result.judgements }),
    citations: result.citations.map(({ id, url, title, quote, context, fault }) => ({
      ...{ id, url, title, quote, fault },
      before: context?.before ?? '',
      after: context?.after ?? '',
    })),
    retrieved: shownPassages(result),
    scores: Object.entries(result.scores).map(([name, score]) => ({
      name,
      value: rounded(score.value, 4),
      reason: score.value === null ? score.reason : null,
    })),
    before: before && earlierAnswer(before, answer ?? ''),
  };
}

function shownPassages({ retrieved, citations }: CaseResult): ShownPassage[] | null {
  if (retrieved === null) return null;
  return retrieved.map(({ url, title, heading, text, score, documentId, start, end }) => ({
    ...{ url, title, heading },
    text: clip(text, LONGEST_PASSAGE),
    score: rounded(score, 3) ?? 0,
    citedBy: citations
      .filter(
        (citation) => citation.documentId === documentId && citation.start < end && start < citation.end,
      )
      .map(({ id }) => id),
  }));
}

function earlierAnswer(before: ComparableCase, now: string): EarlierAnswer {
  const { passed, status, answer, error, citations } = before;
  return { passed, status, answer, error, citations, words: diffAnswers(answer ?? '', now) };
}
