import { describe, expect, it } from 'vitest';
import { parseEvalOptions } from '../eval-options.ts';
import { deliver, exitStatusOf } from '../run/finish-run.ts';
import { openCaseStore } from './case-store.ts';
import { toComparable } from './comparable-case.ts';
import type { Baseline } from './open-baseline.ts';
import { madeCase, madeRun } from './testing/made-runs.ts';

function parse(...args: string[]) {
  let err = '';
  const output = {
    stdout: () => {},
    stderr: (text: string) => {
      err += text;
    },
  };
  return { options: parseEvalOptions(['suite.yaml', ...args], output, 2), err: () => err };
}

describe('limits on the command line', () => {
  it('are read', () => {
    expect(parse('--baseline', 'b', '--max-broken', '2', '--no-worse').options).toMatchObject({
      ...{ baseline: 'b', maxBroken: 2, noWorse: true },
    });
    expect(parse('--baseline', 'b').options).toMatchObject({ maxBroken: null, noWorse: false });
  });

  it.each([
    [['--max-broken', '1'], '--max-broken needs --baseline'],
    [['--no-worse'], '--no-worse needs --baseline'],
    [['--baseline', 'b', '--max-broken', '-1'], 'expected a whole number from 0, got -1'],
    [['--baseline', 'b', '--max-broken', 'few'], 'expected a whole number from 0, got few'],
  ])('are wrong usage as %j', (args, message) => {
    const { options, err } = parse(...args);
    expect(options).toEqual({ exitStatus: 2 });
    expect(err()).toContain(message);
  });

  it('decide the exit status, and the reason is printed', async () => {
    const store = openCaseStore();
    const cases = store.suite();
    cases.add(toComparable(madeCase('a', true)));
    const baseline: Baseline = {
      ...{ startedAt: '2026-01-01T00:00:00.000Z', version: null, close: store.close },
      suites: [{ suite: 's', head: null, cases }],
    };
    const statusWith = async (limits: { maxBroken?: number; noWorse?: boolean }) => {
      let out = '';
      const report = await deliver(madeRun([madeCase('a', false)]), baseline, {
        ...{ out: null, json: false, stderr: () => {}, ...limits },
        stdout: (text) => {
          out += text;
        },
      });
      return { status: exitStatusOf(report, false), out };
    };
    expect((await statusWith({})).status).toBe(0);
    expect((await statusWith({ maxBroken: 1, noWorse: true })).status).toBe(0);
    const { status, out } = await statusWith({ maxBroken: 0 });
    expect(status).toBe(1);
    expect(out).toContain('--max-broken: expected at most 0 broken cases, got 1 (a): FAILED');
    expect(out).toMatch(/FAILED: --max-broken/u);
    baseline.close();
  });
});
