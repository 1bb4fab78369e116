import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OpeningHours, readHours } from '../../ingest/config/opening-hours.ts';
import { presenceAt } from './presence.ts';

function hours(written: string | string[]): OpeningHours {
  const read = readHours(written);
  if (read.kind !== 'hours') throw new Error(`not read: ${written}`);
  return read.hours;
}
const at = (written: string | string[], zone: string, now: string) => {
  const { available, opensAt } = presenceAt(hours(written), zone, new Date(now));
  return available ? 'open' : (opensAt?.toISOString() ?? 'never');
};

describe('readHours', () => {
  it.each([
    'Mon-Fri 9:00-18:00',
    'Monday to Friday: 9:00 – 18:00',
    'lunes a viernes 9.00-18.00',
    'mon, tue, wed, thu and fri 9:00-13:00, 13:00-18:00; Sat closed',
    'Daily 9:00-18:00; Sat, Sun closed',
  ])('reads %s', (written) => {
    expect(at(written, 'UTC', '2026-11-23T17:59:00Z')).toBe('open');
    expect(at(written, 'UTC', '2026-11-27T18:00:00Z')).toBe('2026-11-30T09:00:00.000Z');
  });

  it.each([
    'Monday to Friday, 9 to 17 (UTC)',
    'ask us',
    'We reply within a day',
    'Weekdays 9:00-18:00 except holidays',
  ])('leaves to people what is written for them: %s', (written) =>
    expect(readHours(written)).toEqual({ kind: 'text' }),
  );

  it.each([
    ['Mon-Fri 9:00-25:00', 'Mon-Fri 9:00-25:00'],
    ['Mon-Fry 9:00-18:00', 'Mon-Fry 9:00-18:00'],
    ['Mon 9:00-18:00; Tue 10-12:75', 'Tue 10-12:75'],
    [['Mon 9:00-18:00', 'ask us'], 'ask us'],
    ['Mon-Fri 9:00-18:00 CET', 'Mon-Fri 9:00-18:00 CET'],
    [['2026-02-30 closed'], '2026-02-30 closed'],
    ['Mon 9:00-9:00', 'Mon 9:00-9:00'],
  ])('says which entry of %j is wrong', (written, entry) => {
    expect(readHours(written)).toMatchObject({ kind: 'mistake', entry });
  });

  it('crashes on nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.array(fc.string())), (written) => {
        readHours(written);
      }),
    );
  });
});

describe('presenceAt', () => {
  it('goes by the clocks of the store, summer time included', () => {
    const office = 'Mon-Fri 9:00-18:00';
    expect(at(office, 'Europe/Madrid', '2026-11-23T08:00:00Z')).toBe('open');
    expect(at(office, 'Europe/Madrid', '2026-11-23T07:59:59Z')).toBe('2026-11-23T08:00:00.000Z');
    // Friday evening before clocks go forward on Sunday, 2026-03-29.
    expect(at(office, 'Europe/Madrid', '2026-03-27T20:00:00Z')).toBe('2026-03-30T07:00:00.000Z');
    expect(at(office, 'America/Los_Angeles', '2026-11-23T16:59:00Z')).toBe('2026-11-23T17:00:00.000Z');
  });

  it('goes on past midnight, and is never closed where it never is', () => {
    expect(at('Sat 20:00-2:00', 'UTC', '2026-11-29T01:59:00Z')).toBe('open');
    expect(at('Sat 20:00-2:00', 'UTC', '2026-11-29T02:00:00Z')).toBe('2026-12-05T20:00:00.000Z');
    expect(at('daily 0:00-24:00', 'Asia/Kolkata', '2026-11-29T18:30:00Z')).toBe('open');
  });

  it('takes a date for itself, holidays and all', () => {
    const written = ['daily 9:00-18:00', '2026-12-25 closed', '2026-12-26 11:00-12:00'];
    expect(at(written, 'UTC', '2026-12-25T12:00:00Z')).toBe('2026-12-26T11:00:00.000Z');
    expect(at(written, 'UTC', '2026-12-26T12:00:00Z')).toBe('2026-12-27T09:00:00.000Z');
    expect(at(['Mon closed'], 'UTC', '2026-12-26T12:00:00Z')).toBe('never');
  });

  it('opens at the time that it tells, at any moment of any zone', () => {
    const zones = ['UTC', 'Europe/Madrid', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
    const written = hours('Mon-Fri 9:00-13:00, 15:30-19:00; Sat 22:00-3:00');
    const year = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...zones), year, (zone, now) => {
        const { available, opensAt } = presenceAt(written, zone, now);
        if (available) return;
        if (opensAt === null) throw new Error('it opens every week');
        expect(opensAt.getTime()).toBeGreaterThan(now.getTime());
        expect(presenceAt(written, zone, opensAt).available).toBe(true);
        expect(presenceAt(written, zone, new Date(opensAt.getTime() - 1)).available).toBe(false);
      }),
    );
  });
});
