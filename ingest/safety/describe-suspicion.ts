import type { Suspicion } from './screen-document.ts';

/** UTF-16 units of a suspect passage that a report shows. */
const SHOWN = 120;

/** Says for a report what was found and what to do; its quotation is one line without invisible or control characters. Pure. */
export function describeSuspicion({ reason, text }: Suspicion): string {
  const line = text
    .replace(/\p{Cf}|\p{Cc}/gu, (char) => (/\s/.test(char) ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .replaceAll('"', "'")
    .trim();
  const shown = line.length <= SHOWN ? line : `${line.slice(0, SHOWN - 1)}…`;
  return `expected text for shoppers, found a passage that ${reason}; it is never quoted. Find out who wrote it, and remove it: "${shown}"`;
}
