import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScheduledSource } from '../../ingest/run/plan-jobs.ts';
import { makeAgenda } from './agenda.ts';

const source = (schedule: string, given: Partial<ScheduledSource> = {}): ScheduledSource => ({
  storeId: 'shop',
  sourceId: schedule,
  schedule,
  timezone: 'UTC',
  ...given,
});
const at = (time: string) => new Date(`2026-11-22T${time}Z`);
const agendaOf = (sources: ScheduledSource[], doneAt: Date | null, now: Date) =>
  makeAgenda(sources, () => doneAt, now);

describe('what is due', () => {
  const nightly = source('0 3 * * *');

  it.each<[string, Date | null, Date, boolean]>([
    ['a source that was never ingested', null, at('02:59:00'), true],
    ['one whose time came since', at('02:00:00'), at('03:00:01'), true],
    ['one whose time is now', at('02:00:00'), at('03:00:00'), true],
    ['one whose time comes next', at('02:00:00'), at('02:59:59.999'), false],
    ['one that was ingested since', at('03:04:00'), at('12:00:00'), false],
    ['one whose time was missed for days', new Date('2026-11-01T03:05:00Z'), at('12:00:00'), true],
  ])('%s', (_, doneAt, now, isDue) => {
    expect(agendaOf([nightly], doneAt, now).due).toHaveLength(isDue ? 1 : 0);
  });

  it('counts what was missed many times once, since its last time', () => {
    const { due, nextAt } = agendaOf([source('*/5 * * * *')], at('01:00:00'), at('11:58:00'));
    expect(due.map(({ dueAt }) => dueAt)).toEqual([at('11:55:00')]);
    expect(nextAt).toEqual(at('12:00:00'));
  });

  it('begins with the longest overdue', () => {
    const { due } = agendaOf([source('0 9 * * *'), source('0 3 * * *')], null, at('12:00:00'));
    expect(due.map(({ source: { sourceId } }) => sourceId)).toEqual(['0 3 * * *', '0 9 * * *']);
  });

  it('goes by the time of the store’s own zone, in summer and in winter', () => {
    const madrid = source('0 3 * * *', { timezone: 'Europe/Madrid' });
    expect(agendaOf([madrid], null, at('00:00:00')).nextAt).toEqual(at('02:00:00'));
    const summer = new Date('2026-07-01T00:00:00Z');
    expect(agendaOf([madrid], null, summer).nextAt).toEqual(new Date('2026-07-01T01:00:00Z'));
  });

  it('is nothing where nothing is scheduled', () => {
    expect(agendaOf([], null, at('12:00:00'))).toEqual({ due: [], nextAt: null });
  });
});

it('never makes a source due twice for one time, nor lets one pass', () => {
  const schedule = fc.constantFrom('*/10 * * * * *', '0 3 * * *', '30 2 * * 1-5', '0 0 1 * *', '7 */6 * * *');
  const step = fc.integer({ min: 1, max: 90 * 24 * 3600 * 1000 });
  const zone = fc.constantFrom('UTC', 'Europe/Madrid', 'America/New_York', 'Asia/Kathmandu');
  fc.assert(
    fc.property(schedule, zone, fc.array(step, { maxLength: 20 }), (cron, timezone, steps) => {
      const one = source(cron, { timezone });
      let now = at('00:00:00');
      let doneAt: Date | null = now;
      for (const ms of steps) {
        const { nextAt } = agendaOf([one], doneAt, now);
        now = new Date(now.getTime() + ms);
        const { due } = agendaOf([one], doneAt, now);
        expect(due.length).toBe(nextAt !== null && nextAt <= now ? 1 : 0);
        if (due[0] !== undefined) doneAt = due[0].dueAt;
        expect(agendaOf([one], doneAt, now).due).toEqual([]);
      }
    }),
    { numRuns: 50 },
  );
});
