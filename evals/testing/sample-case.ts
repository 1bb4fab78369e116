import type { SuiteCase } from '../suite.ts';

/** A case with one question that expects an answer, but for what a test changes. */
export function sampleCase(id: string, changes: Partial<SuiteCase> = {}): SuiteCase {
  return {
    id,
    tags: [],
    turns: [sampleTurn(`Question ${id}?`)],
    gates: {},
    expect: { factsMode: 'all', citationsMode: 'all', status: ['answered'] },
    ...changes,
  };
}

export function sampleTurn(question: string): SuiteCase['turns'][number] {
  return { question, locale: null, market: null, filters: null };
}
