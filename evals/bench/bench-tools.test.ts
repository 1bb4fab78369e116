import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { makePost, measureLatency } from './latency.ts';
import { describeMachine, formatMachine } from './machine.ts';
import { benchTable, meetsTarget } from './table.ts';

describe('measureLatency', () => {
  it('sends every request once, with no more under way than there are clients', async () => {
    const seen: number[] = [];
    let running = 0;
    let most = 0;
    const result = await measureLatency(
      async (index) => {
        seen.push(index);
        running += 1;
        most = Math.max(most, running);
        await sleep(1);
        running -= 1;
      },
      { requests: 25, clients: 4 },
    );
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, index) => index));
    expect(most).toBe(4);
    expect(result).toMatchObject({ requests: 25, clients: 4, errors: 0, firstError: null });
    expect(result.p50).toBeLessThanOrEqual(result.p95 ?? 0);
    expect(result.p95).toBeLessThanOrEqual(result.max ?? 0);
  });

  it('counts errors beside the times, and keeps the first', async () => {
    const result = await measureLatency(
      async (index) => {
        if (index % 2 === 1) throw new Error(`no ${index}`);
      },
      { requests: 10 },
    );
    expect(result).toMatchObject({ errors: 5, firstError: 'no 1' });
    expect(result.p50).not.toBeNull();
  });

  it('has no times when nothing succeeds, and does not measure the warm-up', async () => {
    let calls = 0;
    const result = await measureLatency(
      async () => {
        calls += 1;
        throw new Error('down');
      },
      { requests: 3, warmup: 5 },
    );
    expect([calls, result.errors, result.p50, result.mean, result.perSecond]).toEqual([8, 3, null, null, 0]);
  });

  it('refuses no requests and no clients', async () => {
    await expect(measureLatency(async () => {}, { requests: 0 })).rejects.toThrow(RangeError);
    await expect(measureLatency(async () => {}, { requests: 1, clients: 0 })).rejects.toThrow(RangeError);
  });
});

it('makePost sends the body of its number and takes any status but 2xx for an error', async () => {
  const bodies: unknown[] = [];
  const post = makePost(
    'http://service.test/answer',
    (index) => ({ question: `Q${index}?` }),
    async (_, init) => {
      bodies.push(init?.body);
      return new Response('{}', { status: bodies.length === 1 ? 200 : 500 });
    },
  );
  await post(0);
  await expect(post(1)).rejects.toThrow('POST http://service.test/answer: 500 {}');
  expect(bodies).toEqual(['{"question":"Q0?"}', '{"question":"Q1?"}']);
});

describe('benchTable', () => {
  const rows = [
    { what: 'R@1', value: 0.95, target: { atLeast: 0.94 } },
    { what: 'p50', value: 50, unit: 'ms', digits: 1, target: { atMost: 40 } },
    { what: 'pages', value: null, target: { atLeast: 20 } },
    { what: 'rows', value: 5, digits: 0 },
  ];
  it('shows values, targets and what changed since the baseline', () => {
    const lines = benchTable(
      rows,
      new Map([
        ['R@1', 0.9],
        ['p50', 45.5],
      ]),
    ).split('\n');
    expect(lines.slice(2)).toEqual([
      expect.stringMatching(/^R@1 +0\.950 +≥ 0\.940 +ok +0\.900 +\+0\.050$/),
      expect.stringMatching(/^p50 +50\.0 ms +≤ 40\.0 ms +missed +45\.5 ms +\+4\.5 ms$/),
      expect.stringMatching(/^pages +– +≥ 20\.000 +not measured +– +–$/),
      expect.stringMatching(/^rows +5 +– +–$/),
    ]);
  });
  it('shows the plainest method beside the figure, where there is one', () => {
    const lines = benchTable([
      { ...rows[0], what: 'R@1', value: 0.95, baseline: 0.938 },
      ...rows.slice(3),
    ]).split('\n');
    expect(lines[0]).toMatch(/^what +baseline +value +target/);
    expect(lines.slice(2)).toEqual([
      expect.stringMatching(/^R@1 +0\.938 +0\.950 +≥ 0\.940 +ok$/),
      expect.stringMatching(/^rows +5$/),
    ]);
  });
  it('tells what is met', () => {
    expect(rows.map(meetsTarget)).toEqual([true, false, false, true]);
  });
});

it('formatMachine puts what matters on one line', () => {
  expect(formatMachine(describeMachine(new Date(0)))).toMatch(
    /^1970-01-01T00:00:00\.000Z · Node \d+\.\d+\.\d+ · \d+ cores \(.+\) · \d+ GiB · \w+ \w+$/,
  );
});
