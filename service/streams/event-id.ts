/** What of an answer a reader has, up to and with an event. */
export interface Said {
  /** Of its text, in UTF-16 code units. */
  text: number;
  /** Citations. */
  citations: number;
}

/** Where in a stream an event stands. */
export interface EventPlace {
  /** Counted from 1 by the instance that made the answer; 0: before the first. Null: told again out of the database. */
  number: number | null;
  /** Null where the id does not tell. */
  said: Said | null;
  /** Nothing comes after it. */
  isLast: boolean;
}

export const FROM_BEGINNING: EventPlace = { number: 0, said: { text: 0, citations: 0 }, isLast: false };

/** In place of the number of an event that was told again out of the database. */
const KEPT = 'kept';

/**
 * The `id` of an event: the answer's, the event's number, and what was said by then, so that an instance that has only the whole
 * answer can go on too. To clients it is one text, to be sent back as it came.
 */
export function writeEventId(answerId: string, { number, said, isLast }: EventPlace): string {
  const known = said === null ? '' : `.${said.text}.${said.citations}`;
  return `${answerId}/${number ?? KEPT}${isLast ? '.end' : known}`;
}

/** @returns null when the text is no such id. */
export function readEventId(id: string): { answerId: string; place: EventPlace } | null {
  const [, answerId, number, end, text, citations] =
    /^(ans_[\w-]{1,64})\/(\d{1,9}|kept)(?:\.(?:(end)|(\d{1,9})\.(\d{1,4})))?$/.exec(id) ?? [];
  if (answerId === undefined) return null;
  const said = text === undefined ? null : { text: Number(text), citations: Number(citations) };
  return {
    answerId,
    place: { number: number === KEPT ? null : Number(number), said, isLast: end !== undefined },
  };
}
