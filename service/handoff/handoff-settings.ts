import type { HandoffConfig, StoreConfig } from '../../ingest/config/config-format.ts';
import { type OpeningHours, readHours } from '../../ingest/config/opening-hours.ts';

/** How a store passes shoppers to people. */
export interface HandoffSettings {
  /** Said when people are offered, in a language; null: what Aisle says itself. */
  message: (locale: string) => string | null;
  email: string | null;
  /** As written, for people. */
  hoursText: string | null;
  /** Null where it is not known when somebody is there. */
  hours: OpeningHours | null;
  /** IANA name; the hours are in it. */
  timeZone: string;
  /** Whether handoffs are sent anywhere. */
  isSent: boolean;
}

const NOTHING: HandoffSettings = {
  message: () => null,
  email: null,
  hoursText: null,
  hours: null,
  timeZone: 'UTC',
  isSent: false,
};

/** @returns what finds the settings of a store by its id. Pure but for the machine's time zone. */
export function readHandoffSettings(
  stores: readonly Pick<StoreConfig, 'id' | 'handoff' | 'timezone' | 'locales'>[],
): (storeId: string) => HandoffSettings {
  const machine = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const settings = new Map(
    stores.map(({ id, handoff = {}, timezone = machine, locales }) => [
      id,
      toSettings(handoff, timezone, locales?.[0] ?? 'en'),
    ]),
  );
  return (storeId) => settings.get(storeId) ?? NOTHING;
}

function toSettings(
  { message, email, hours, webhook }: HandoffConfig,
  timeZone: string,
  firstLocale: string,
): HandoffSettings {
  const read = hours === undefined ? null : readHours(hours);
  const texts: Record<string, string> =
    typeof message === 'string' ? { [firstLocale]: message } : (message ?? {});
  const byLanguage = new Map(
    Object.entries(texts).map(([locale, text]) => [language(locale), text] as const),
  );
  return {
    message: (locale) => byLanguage.get(language(locale)) ?? null,
    email: email ?? null,
    hoursText: hours === undefined ? null : typeof hours === 'string' ? hours : hours.join('; '),
    hours: read?.kind === 'hours' ? read.hours : null,
    timeZone,
    isSent: webhook !== undefined,
  };
}

function language(locale: string): string {
  return locale.split(/[-_]/)[0]?.toLowerCase() ?? '';
}
