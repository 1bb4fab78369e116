import { messagesFor } from '../answer/compose/messages.ts';
import type { HandoffOffer } from '../schemas/handoff.ts';
import type { HandoffSettings } from './handoff-settings.ts';
import { type Presence, presenceAt } from './presence.ts';

/** @returns null where it is not known when somebody is there. Pure. */
export function presenceOf({ hours, timeZone }: HandoffSettings, now: Date): Presence | null {
  return hours === null ? null : presenceAt(hours, timeZone, now);
}

/** What is told of it to clients. */
export function showPresence(presence: Presence | null): Pick<HandoffOffer, 'available' | 'opensAt'> {
  if (presence === null) return {};
  return { available: presence.available, opensAt: presence.opensAt?.toISOString() ?? null };
}

/** The offer of a person in a language, with whether somebody is there now. Pure. */
export function offerPerson(
  settings: HandoffSettings,
  locale: string,
  reason: string,
  now: Date,
): HandoffOffer {
  const presence = presenceOf(settings, now);
  return {
    reason,
    message: offerMessage(settings, presence, locale, now),
    ...showPresence(presence),
    ...(settings.hoursText === null ? {} : { hours: settings.hoursText }),
    ...(settings.email === null ? {} : { email: settings.email }),
  };
}

function offerMessage(
  settings: HandoffSettings,
  presence: Presence | null,
  locale: string,
  now: Date,
): string {
  const messages = messagesFor(locale);
  const own = settings.message(locale);
  if (presence === null) return own ?? messages.handoff;
  const said = own ?? messages.passOn;
  if (presence.available) return `${said} ${messages.personThere}`;
  if (presence.opensAt === null) return `${said} ${messages.nobodyThere}`;
  const time = formatTime(presence.opensAt, locale, settings.timeZone, now);
  return `${said} ${messages.nobodyThereUntil.replace('{time}', () => time)}`;
}

const WEEK_MS = 7 * 86_400_000;

/** `Monday at 9:00 AM (GMT+1)`; with the date when it is a week away or more. */
function formatTime(at: Date, locale: string, timeZone: string, now: Date): string {
  const isFar = at.getTime() - now.getTime() > WEEK_MS - 3_600_000;
  const format = new Intl.DateTimeFormat(locale.startsWith('es') ? 'es' : 'en', {
    weekday: 'long',
    ...(isFar ? { day: 'numeric', month: 'long' } : {}),
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  });
  return format.format(at);
}
