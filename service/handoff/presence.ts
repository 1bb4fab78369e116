import type { OpeningHours, TimeSpan } from '../../ingest/config/opening-hours.ts';

/** Whether somebody is there. */
export interface Presence {
  available: boolean;
  /** When somebody is there next; null while somebody is, and where that is further away than one looks. */
  opensAt: Date | null;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** How far ahead is looked: longer than any holiday. */
const MOST_DAYS = 60;

/**
 * Tells whether hours say that somebody is there at a moment, and if not, when. Hours are those of clocks on the wall of a
 * time zone, summer time included. Pure.
 * @param timeZone IANA name
 */
export function presenceAt({ week, dates }: OpeningHours, timeZone: string, now: Date): Presence {
  const wallNow = now.getTime() + offsetAt(now.getTime(), timeZone);
  const today = Math.floor(wallNow / DAY_MS) * DAY_MS;
  let opens: number | null = null;
  // From yesterday: its last span may go on past midnight.
  for (let day = -1; day <= MOST_DAYS && opens === null; day += 1) {
    const midnight = today + day * DAY_MS;
    for (const span of spansOf(midnight)) {
      const from = toInstant(midnight + span.from * MINUTE_MS, timeZone);
      const to = toInstant(
        midnight + (span.to > span.from ? span.to : span.to + 1_440) * MINUTE_MS,
        timeZone,
      );
      if (from <= now.getTime() && now.getTime() < to) return { available: true, opensAt: null };
      if (from > now.getTime() && (opens === null || from < opens)) opens = from;
    }
  }
  return { available: false, opensAt: opens === null ? null : new Date(opens) };

  function spansOf(midnight: number): readonly TimeSpan[] {
    const date = new Date(midnight);
    return dates.get(date.toISOString().slice(0, 10)) ?? week[(date.getUTCDay() + 6) % 7] ?? [];
  }
}

/** The moment at which clocks show a time; where they show it twice the first, where they skip it the one after. */
function toInstant(wall: number, timeZone: string): number {
  const before = wall - offsetAt(wall - DAY_MS, timeZone);
  if (before + offsetAt(before, timeZone) === wall) return before;
  const after = wall - offsetAt(wall + DAY_MS, timeZone);
  return after + offsetAt(after, timeZone) === wall ? after : before;
}

/** What clocks show more than UTC, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(instant / 1_000) * 1_000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than all else here. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const found = formats.get(timeZone);
  if (found !== undefined) return found;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    ...{
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    },
  });
  formats.set(timeZone, made);
  return made;
}
