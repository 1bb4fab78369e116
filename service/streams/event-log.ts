/** The server-sent events of one answer, numbered from 1, kept so that who lost the connection gets the rest. */
export interface EventLog {
  /** @returns the event's number. */
  append(write: (number: number) => string): number;
  /** Nothing is appended any more. */
  end(): void;
  readonly ended: boolean;
  /** Number of the newest event; 0 without one. */
  readonly last: number;
  /** Of what is kept, in UTF-16 code units. */
  readonly size: number;
  /** All events after a number, joined; null when the first of them is no longer kept. */
  after(number: number): string | null;
  /** Resolves at the next event, or at the end. */
  changed(): Promise<void>;
  /** Tells how far the reader is: what was read may be let go when the log grows too large. Resolves writers. */
  read(number: number): void;
  /** Resolves once the reader is less than `units` behind. */
  room(units: number): Promise<void>;
}

/** @param most kept of what was read, in UTF-16 code units; what was not read is kept whatever it takes, see `room` */
export function makeEventLog(most: number): EventLog {
  const events: string[] = [];
  /** Number of the first one kept. */
  let first = 1;
  let size = 0;
  let unread = 0;
  let readTo = 0;
  let ended = false;
  let change = Promise.withResolvers<void>();
  let reading = Promise.withResolvers<void>();

  const tell = () => {
    change.resolve();
    change = Promise.withResolvers();
  };
  const letGo = () => {
    while (size > most && first <= readTo) {
      size -= events.shift()?.length ?? 0;
      first += 1;
    }
  };
  return {
    append(write) {
      const number = first + events.length;
      const text = write(number);
      events.push(text);
      size += text.length;
      unread += text.length;
      letGo();
      tell();
      return number;
    },
    end() {
      ended = true;
      tell();
      reading.resolve();
    },
    get ended() {
      return ended;
    },
    get last() {
      return first + events.length - 1;
    },
    get size() {
      return size;
    },
    after(number) {
      if (number + 1 < first) return null;
      return events.slice(number + 1 - first).join('');
    },
    changed: () => change.promise,
    read(number) {
      // A reader that begins anew, further back, has more before it.
      readTo = number;
      unread = events.slice(Math.max(0, number + 1 - first)).reduce((sum, text) => sum + text.length, 0);
      letGo();
      reading.resolve();
      reading = Promise.withResolvers();
    },
    async room(units) {
      while (unread >= units && !ended) await reading.promise;
    },
  };
}
