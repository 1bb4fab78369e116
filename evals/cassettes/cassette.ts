import type { HashedCall } from './model-call.ts';

/** A call that replaying found no answer to. */
export interface StaleCall {
  call: HashedCall;
  /** `suite/id`; null outside of cases. */
  case: string | null;
  /** How many same calls the cassette has answers to: 0 where it has none at all. */
  recorded: number;
}

/** What a run has made of a cassette. */
export interface CassetteUse {
  /** Calls that were answered by it. */
  replayed: number;
  /** Calls that were asked and put into it. */
  recorded: number;
  /** Calls that were asked and got no answer, or one that is not kept: they are not in it. */
  unanswered: number;
  /** Its files that no call of this run was answered by. */
  unused: string[];
}

/** Recorded calls of models, between the clients of models and the network. */
export interface Cassette {
  folder: string;
  mode: 'record' | 'replay';
  fetch: typeof globalThis.fetch;
  /** Calls without an answer so far. */
  stale(): StaleCall[];
  /** Waits for what is still read, and writes what is only now known to be final. */
  finish(): Promise<CassetteUse>;
}
