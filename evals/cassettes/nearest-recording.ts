import type { StaleCall } from './cassette.ts';
import { canonicalJson } from './model-call.ts';
import { listRecordings, type Recording, readRecording } from './recording.ts';

/** Recordings that are read for one run's stale calls, and held meanwhile. */
const MOST_READ = 2_000;

/**
 * Makes what finds the recording that a stale call has most likely come from: one of the same case, else of the same model,
 * with the most words in common. Reads the cassette when it is first asked.
 */
export function makeFindNearest(folder: string): (stale: StaleCall) => Promise<Recording | null> {
  let all: Promise<Recording[]> | null = null;
  return async ({ call, case: name }) => {
    all ??= readAll(folder);
    const alike = (await all).filter((one) => one.call.kind === call.kind);
    const own = alike.filter(({ answers }) => answers.some((answer) => answer.case === name));
    const words = wordsOf(call.body);
    let best: Recording | null = null;
    let most = -1;
    for (const recording of own.length > 0 ? own : alike) {
      const share =
        likeness(words, wordsOf(recording.call.body)) + (recording.call.model === call.model ? 0.1 : 0);
      if (share > most) {
        best = recording;
        most = share;
      }
    }
    return best;
  };
}

async function readAll(folder: string): Promise<Recording[]> {
  const recordings: Recording[] = [];
  for (const name of (await listRecordings(folder)).slice(0, MOST_READ)) {
    const recording = await readRecording(folder, name);
    if (recording !== null) recordings.push(recording);
  }
  return recordings;
}

function wordsOf(body: unknown): Set<string> {
  return new Set(canonicalJson(body).match(/[\p{L}\p{N}]+/gu));
}

/** Jaccard's index: what two sets share, of all that is in them. 0…1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / Math.max(1, one.size + other.size - shared);
}
