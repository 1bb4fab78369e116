/** A comment that keeps a silent stream open; clients ignore it (WHATWG HTML, server-sent events, 9.2.6). */
export const heartbeat = ': keep-alive\n\n';

/** Whole server-sent events, one by one. */
export function splitEvents(text: string): string[] {
  return text.split(/(?<=\n\n)/).filter((event) => event !== '');
}

/** One server-sent event. JSON holds no raw line break, so its data is always one line. */
export function formatEvent(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
