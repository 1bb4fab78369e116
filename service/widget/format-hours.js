/** Monday first, by the first three letters without accents, as `ingest/config/opening-hours.ts` reads them. */
const names = ['mon tue wed thu fri sat sun', 'lun mar mie jue vie sab dom'].map((week) => week.split(' '));
/** A Monday. */
const monday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

/**
 * Opening hours that a machine can read, in the shopper's language: `Mon-Fri 9:00-18:00; 2026-12-25 closed`.
 * @param formatDate as `speak` returns it
 */
export function formatHours(hours, { locale, texts, formatDate }) {
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const word = (written) => {
    if (/\d/.test(written)) return formatDate(`${written}T12:00`);
    const plain = written.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    if (['closed', 'cerrado'].includes(plain)) return texts.closed;
    if (['daily', 'diario'].includes(plain)) return texts.daily;
    const day = names.map((week) => week.indexOf(plain.slice(0, 3))).find((at) => at >= 0);
    return day === undefined ? written : weekday.format(monday + day * dayMs);
  };
  return hours.replace(/\d{4}-\d\d-\d\d|\p{L}{3,}/gu, word).replace(/(?<=[\p{L}\d.])-(?=[\p{L}\d])/gu, '–');
}
