import { describe, expect, it } from 'vitest';
import { METRIC_NAMES, METRICS, type MetricName } from '../metrics/metric-names.ts';
import type { CaseAnswer } from '../run/case-run.ts';
import type { Gates } from '../suite.ts';
import { type Mutation, mutations } from '../testing/mutate-answer.ts';
import { richAnswer, richCase, rightAbstention, unanswerableCase } from '../testing/rich-answer.ts';
import { checkGates } from './gates.ts';
import { type MetricTable, measureSuite } from './measure-suite.ts';
import { scoreCase } from './score-case.ts';

const measure = (answer: CaseAnswer, abstention: CaseAnswer) =>
  measureSuite([
    scoreCase({ case: richCase, ...answer }),
    scoreCase({ case: unanswerableCase, ...abstention }),
  ]);
const right = measure(richAnswer(), rightAbstention());
const measureMutated = ({ of, apply }: Mutation) =>
  of === 'abstention'
    ? measure(richAnswer(), apply(rightAbstention()))
    : measure(apply(richAnswer()), rightAbstention());
const entries: [string, Mutation][] = Object.entries(mutations);

/** Metrics that another measurement has worse; one that has become not applicable is not compared. */
function worseThan(before: MetricTable, after: MetricTable): MetricName[] {
  return METRIC_NAMES.filter((name) => {
    const [then, now] = [before[name].value, after[name].value];
    if (then === null || now === null) return false;
    return METRICS[name].better === 'higher' ? now < then : now > then;
  });
}

/** Limits that a measurement just keeps. */
function gatesAt(metrics: MetricTable): Gates {
  return Object.fromEntries(
    METRIC_NAMES.flatMap((name) => {
      const { value } = metrics[name];
      return value === null ? [] : [[name, value]];
    }),
  );
}

describe('a right answer', () => {
  it('is best in every metric', () => {
    for (const name of METRIC_NAMES) {
      const best = METRICS[name].better === 'higher' ? 1 : 0;
      if (!name.startsWith('latency')) expect([name, right[name].value]).toEqual([name, best]);
    }
  });
});

describe('an answer that', () => {
  it.each(entries)('%s is worse in exactly the metrics that tell of it', (_, mutation) => {
    const after = measureMutated(mutation);
    expect(worseThan(right, after)).toEqual(mutation.worsens);
    expect(worseThan(after, right)).toEqual([]);
  });

  it.each(entries)('%s fails the gates on those metrics', (_, mutation) => {
    const metrics = measureMutated(mutation);
    const gates = Object.fromEntries(mutation.worsens.map((name) => [name, gatesAt(right)[name] ?? 0]));
    const held = checkGates({ gates, tagGates: {} }, { metrics, tags: {} }, { partial: false });
    expect(held.map(({ metric, status }) => [metric, status])).toEqual(
      mutation.worsens.map((name) => [name, 'failed']),
    );
  });
});

it('there is a mutation for every metric', () => {
  const told = new Set(entries.flatMap(([, { worsens }]) => worsens));
  expect(METRIC_NAMES.filter((name) => !told.has(name))).toEqual([]);
});
