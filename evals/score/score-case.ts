import type { Verify } from '../../service/answer/answerer.ts';
import { describeFact } from '../metrics/states-fact.ts';
import type { CaseRun } from '../run/case-run.ts';
import type { CaseResult } from './case-result.ts';
import { checkAnswer } from './check-answer.ts';
import { expectsAbstention, isAbstention } from './expected-outcome.ts';
import { hashCase } from './hash-case.ts';
import { scoreAnswer, scoreFailure } from './score-answer.ts';
import { checkSentence } from './sentence-check.ts';

/**
 * Judges what happened to a case. Everything that it needs was fetched when the case ran.
 *
 * @param verify the check of a sentence against its quotes.
 * @throws RangeError where a pattern of the case takes too long on this answer.
 */
export function scoreCase(run: CaseRun, verify: Verify = checkSentence): CaseResult {
  const { id, tags, expect } = run.case;
  const questions = run.case.turns.map(({ question }) => question);
  const definition = hashCase(run.case);
  const expected = expectsAbstention(expect);
  if (run.response === undefined) {
    return {
      id,
      tags,
      definition,
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
      facts: [...(expect.facts ?? []), ...(expect.answers?.[0] ?? [])].map((fact) => ({
        fact: describeFact(fact),
        foundIn: null,
      })),
      unsupported: [],
      inexactNumbers: [],
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
  const scored = scoreAnswer(expect, run, verify);
  const { inputTokens, outputTokens, costUsd } = response.usage;
  // A case's gate may be on what is no share as well: its own time and tokens.
  const amounts = { inputTokens, outputTokens, costUsd, ...latencies(run.milliseconds) };
  const scores = {
    ...scored.scores,
    ...Object.fromEntries(Object.entries(amounts).map(([name, value]) => [name, { value }])),
  };
  const checks = checkAnswer(expect, response, { ...scored, scores }, run.case.gates);
  return {
    id,
    tags,
    definition,
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
    unsupported: scored.unsupported,
    inexactNumbers: scored.inexactNumbers,
    checks,
    scores: scored.scores,
    abstention: { expected, made: isAbstention(response.status) },
    milliseconds: run.milliseconds,
    timings: response.timings,
    model: response.model,
    usage: response.usage,
  };
}

/** Of a single case each percentile is its own time. */
function latencies(milliseconds: number) {
  return { latencyP50: milliseconds, latencyP95: milliseconds, latencyP99: milliseconds };
}
