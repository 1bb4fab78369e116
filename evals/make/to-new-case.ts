import { describeFact } from '../metrics/states-fact.ts';
import type { Fact } from '../suite.ts';
import type { NewCase } from './append-cases.ts';
import { type Draft, draftId } from './draft.ts';

/** A draft as it is written to a file: with where it is from and what that says above it, for whoever accepts it. Pure. */
export function toNewCase(draft: Draft): NewCase {
  const { kind, questions, language, urls, quote, expect } = draft;
  const { status = [], citations, ...rest } = expect;
  const [question] = questions;
  const facts = (expect.facts ?? []).map((fact: Fact) => describeFact(fact));
  return {
    comment: [
      ...(urls.length === 0 ? ['No page says it.'] : urls.slice(0, 4)),
      ...(quote === null ? [] : [`“${quote.length > 300 ? `${quote.slice(0, 299)}…` : quote}”`]),
      ...(facts.length > 0 ? [`States: ${facts.join('; ')}`] : []),
    ],
    entry: {
      id: draftId(draft),
      draft: true,
      ...(questions.length === 1
        ? { question }
        : { conversation: questions.map((one) => ({ question: one })) }),
      tags: [kind, language],
      expect: {
        ...(status.length === 1 ? { status: status[0] } : { status }),
        ...rest,
        ...(citations && { citations, ...(citations.length > 1 && { citationsMode: 'any' }) }),
      },
    },
  };
}
