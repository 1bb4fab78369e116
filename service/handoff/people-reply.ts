import { isRecord } from '../../ingest/is-record.ts';
import { type PeopleSay, peopleSaySchema } from '../schemas/handoff.ts';

/** What people say in reply to a delivery, with an id that is the same when the delivery is sent again. */
export type PeopleReply = PeopleSay & { id: string };

/** More are left out. */
const MOST = 20;

/**
 * Reads what a webhook replies: `{"events": [{"type": "taken", "by": "Ana"}]}`. Anything else is no reply to a shopper; most
 * answer with some `{"ok": true}`. Pure.
 */
export function readReplies(body: string, deliveryId: string): PeopleReply[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return [];
  }
  if (!isRecord(parsed) || !Array.isArray(parsed.events)) return [];
  return parsed.events.slice(0, MOST).flatMap((entry: unknown, place) => {
    const read = peopleSaySchema.safeParse(entry);
    return read.success ? [{ ...read.data, id: read.data.id ?? `${deliveryId}/${place}` }] : [];
  });
}
