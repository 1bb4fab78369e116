import { Writable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeLogger } from '../../ingest/logger.ts';
import { fuzzedRequest } from './fuzz-requests.fixture.ts';
import { listRoutes } from './routes.fixture.ts';
import { sendFuzzed } from './send-fuzzed.fixture.ts';
import { makeStrictService } from './strict-service.fixture.ts';

const RUNS = 10_000;

test(`${RUNS} requests that are nearly right meet no failure, no stack, and no word of what was asked in the log`, async () => {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const { app } = makeStrictService({ logger: makeLogger({ level: 'info', destination }) });
  const routes = listRoutes(app).filter(({ pattern }) => !/^\/(page|widget)\//.test(pattern));
  expect(routes.length).toBeGreaterThan(12);
  const statuses = new Map<number, number>();
  const reached = new Set<string>();
  const before = Object.getOwnPropertyNames(Object.prototype);

  await fc.assert(
    fc.asyncProperty(fuzzedRequest(routes), async (request) => {
      const { status, pathname, wrong } = await sendFuzzed(app, request);
      expect(wrong).toBeNull();
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status < 300) reached.add(`${request.method} ${pathname.split('/')[1]}`);
    }),
    { numRuns: RUNS },
  );

  // A fuzzer that is turned away at the door has tried nothing.
  expect(statuses.get(200)).toBeGreaterThan(RUNS / 20);
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 202, 400, 401, 403, 404, 405, 413, 415]));
  for (const route of [
    'POST answer',
    'POST chat',
    'POST v1',
    'POST feedback',
    'POST handoff',
    'GET documents',
  ])
    expect(reached).toContain(route);
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(lines.length).toBeGreaterThan(RUNS / 2);
  for (const line of lines) {
    expect(line.indexOf('\n')).toBe(line.length - 1);
    expect(['info', 'warn']).toContain(JSON.parse(line).level);
  }
  expect(lines.join('')).not.toContain('canary');
});
