import type { RecordedAnswer } from './recording.ts';

/** Where an answer of a call stands: it is the n-th, from 1, that one case got to it. */
export interface Slot {
  hash: string;
  case: string | null;
  n: number;
}

/** What a case has made of one call in this run. */
interface CallCount {
  asked: number;
  /** Of failed tries, to which the next try's answer goes. */
  failed: number[];
}

/**
 * Counts the calls of a run, for each case by itself: cases run at the same time, and in another order each time. Calls
 * outside of cases count together.
 */
export function makeCallCounts() {
  const counts = new Map<string, CallCount>();
  const countOf = ({ hash, case: name }: Omit<Slot, 'n'>): CallCount => {
    const key = JSON.stringify([hash, name]);
    const count = counts.get(key) ?? { asked: 0, failed: [] };
    counts.set(key, count);
    return count;
  };
  return {
    /** @returns how many such calls the case has made before; a try that failed does not count once it is tried again. */
    next(call: Omit<Slot, 'n'>): number {
      const count = countOf(call);
      const again = count.failed.shift();
      if (again !== undefined) return again;
      count.asked += 1;
      return count.asked - 1;
    },
    /** A call that may be tried again. */
    failed({ n, ...call }: Slot): void {
      countOf(call).failed.push(n - 1);
    },
  };
}

/** A failure that a client may try to get past: it is what came of the call only when no further try came. */
export function mayPass(status: number): boolean {
  return status === 408 || status === 409 || status === 425 || status === 429 || status >= 500;
}

/**
 * The answer to the call that a case makes after `asked` same ones: its own in their order; any that there are, where it has
 * none of its own, as a case that is new or has another id. Pure.
 *
 * @returns undefined where the case has asked more often than was recorded.
 */
export function chooseAnswer(
  answers: readonly RecordedAnswer[],
  name: string | null,
  asked: number,
): RecordedAnswer | undefined {
  const own = answers.filter((answer) => answer.case === name);
  const candidates = own.length > 0 ? own : answers;
  const last = candidates.at(-1);
  // A failure is recorded once, however often it was tried. Outside of cases nothing says how often a call is made.
  const holdsOn = name === null || (last !== undefined && mayPass(last.status));
  return candidates[asked] ?? (holdsOn ? last : undefined);
}
