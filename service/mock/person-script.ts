import type { ScriptedSay } from './kept-handoffs.ts';

/** Who takes conversations here. */
export const PERSON = 'Eva';

const SAID: readonly (readonly string[])[] = [
  ["Hello, this is Eva from the store. I'm reading what you asked, one moment."],
  ['Your parcel left our warehouse this morning.', 'It should be with you on Thursday.'],
  ['You are welcome. Have a nice day!'],
];

/**
 * What the person says to what the shopper says, each a while after the other; after the last of it the conversation is the assistant's
 * again. Pure.
 * @param turn how many times the shopper has said something to them before
 * @param pauseMs between two messages
 */
export function personSays(turn: number, pauseMs: number): ScriptedSay[] {
  const said = (SAID[turn] ?? []).map((text) => ({
    type: 'message' as const,
    text,
    by: PERSON,
    afterMs: pauseMs,
  }));
  return turn < SAID.length - 1 ? said : [...said, { type: 'closed', afterMs: pauseMs }];
}
