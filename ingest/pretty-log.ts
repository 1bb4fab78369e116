import type { DestinationStream } from 'pino';

/** Makes a destination that writes each JSON line of a log as one readable line. */
export function prettyDestination(target: DestinationStream): DestinationStream {
  return { write: (line) => target.write(prettyLine(line)) };
}

/** `09:15:02 INFO  message key=value`, then an error's stack, indented; what is no JSON object stays as it is. */
function prettyLine(line: string): string {
  const entry = parse(line);
  if (entry === null) return line;
  const { time, level, msg, err, ...rest } = entry;
  const clock = typeof time === 'string' ? time.slice(11, 19) : '';
  const fields = Object.entries(rest).map(([key, value]) =>
    visible(`${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`),
  );
  const first = [
    clock,
    String(level ?? '')
      .toUpperCase()
      .padEnd(5),
    visible(String(msg ?? '')),
    ...fields,
  ].filter((part) => part !== '');
  return `${[first.join(' '), ...stackOf(err)].join('\n')}\n`;
}

function stackOf(error: unknown): string[] {
  const stack = typeof error === 'object' && error !== null && 'stack' in error ? error.stack : undefined;
  return typeof stack === 'string' ? stack.split('\n').map((each) => `  ${visible(each)}`) : [];
}

/** A path or an error's words may come from anybody: no line of theirs, nothing that moves the cursor or turns text around. */
function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function parse(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
