import type { CaseResult } from './case-result.ts';
import type { CaseRun } from './case-run.ts';
import { checkAnswer } from './check-answer.ts';
import { expectsAbstention, isAbstention } from './expected-outcome.ts';
import { scoreAnswer, scoreFailure } from './score-answer.ts';

/** Judges what happened to a case. Pure: everything that it needs was fetched when the case ran. */
export function scoreCase(run: CaseRun): CaseResult {
  const { id, tags, questions, expect } = run.case;
  const expected = expectsAbstention(expect);
  if (run.response === undefined) {
    return {
      id,
      tags,
      questions,
      turns: [],
      standalone: null,
      passed: false,
      error: run.error,
      status: null,
      answer: null,
      locale: null,
      detectedLanguage: null,
      parts: [],
      citations: [],
      retrieved: null,
      clarify: null,
      handoff: null,
      confidence: null,
      products: [],
      facts: (expect.facts ?? []).map((fact) => ({ fact, foundIn: null })),
      checks: [{ name: 'answer', passed: false, expected: 'an answer', got: run.error }],
      scores: scoreFailure(expect),
      abstention: { expected, made: false },
      milliseconds: null,
      timings: {},
      model: null,
      usage: null,
    };
  }
  const { response } = run;
  const scored = scoreAnswer(expect, run);
  const checks = checkAnswer(expect, response, scored);
  return {
    id,
    tags,
    questions,
    turns: run.turns,
    standalone: response.understood?.standalone ?? null,
    passed: checks.every((check) => check.passed),
    error: null,
    status: response.status,
    answer: response.answer,
    locale: response.locale,
    detectedLanguage: run.detectedLanguage,
    parts: response.parts,
    citations: scored.citations,
    retrieved: run.retrieved,
    clarify: response.clarify,
    handoff: response.handoff,
    confidence: response.confidence,
    products: response.products.map(({ sku, name, price, currency }) => ({ sku, name, price, currency })),
    facts: scored.facts,
    checks,
    scores: scored.scores,
    abstention: { expected, made: isAbstention(response.status) },
    milliseconds: run.milliseconds,
    timings: response.timings,
    model: response.model,
    usage: response.usage,
  };
}
