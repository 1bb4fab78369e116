import type { CaseGates, Expectation, SuiteCase, SuiteTurn } from '../suite.ts';
import type { WrittenCase } from './suite-format.ts';

/** A case of a file as it runs: what may be written in several ways in one. */
export function toSuiteCase(written: WrittenCase, fileTags: readonly string[]): SuiteCase {
  const { id, question = '', conversation = [{ question }], tags, draft = false, gates, expect } = written;
  return {
    id,
    tags: [...new Set([...tags, ...fileTags, ...(draft ? ['draft'] : [])])],
    turns: conversation.map(
      (turn): SuiteTurn => ({
        question: turn.question,
        locale: turn.locale ?? written.locale ?? null,
        market: turn.market ?? written.market ?? null,
        filters: turn.filters ?? written.filters ?? null,
      }),
    ),
    gates: gates as CaseGates,
    expect: toExpectation(expect),
  };
}

function toExpectation({ status, facts, answers, forbidden, ...rest }: WrittenCase['expect']): Expectation {
  return {
    ...rest,
    ...(status === undefined ? {} : { status: Array.isArray(status) ? status : [status] }),
    ...(facts === undefined ? {} : { facts: facts.map(toFact) }),
    ...(answers === undefined
      ? {}
      : { answers: answers.map((answer) => (Array.isArray(answer) ? answer : [answer])) }),
    ...(forbidden === undefined ? {} : { forbidden: forbidden.map(toFact) }),
  };
}

type WrittenFact = NonNullable<WrittenCase['expect']['facts']>[number];

/** That it has either `any` or `regex` was checked as a contradiction. */
function toFact(fact: WrittenFact) {
  if (typeof fact === 'string') return fact;
  return fact.any === undefined ? { regex: fact.regex ?? '' } : { any: fact.any };
}
