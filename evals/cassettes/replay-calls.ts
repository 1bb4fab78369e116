import { UsageError } from '../usage-error.ts';
import { chooseAnswer, makeCallCounts } from './answer-slots.ts';
import { toResponse } from './answer-stream.ts';
import { currentCase } from './case-scope.ts';
import type { Cassette, StaleCall } from './cassette.ts';
import { readCall } from './model-call.ts';
import { fileNameOf, listRecordings, readRecording } from './recording.ts';

/** What a client gets instead of an answer: a status that none of them tries again or gets round. */
const STALE = {
  status: 404,
  contentType: 'application/json',
  body: { error: { message: 'not in the cassette', type: 'stale_cassette', param: null, code: null } },
};

/**
 * Opens a cassette that answers all calls of models. Nothing is ever sent.
 *
 * @throws UsageError where the folder holds none.
 */
export async function replayCalls(folder: string): Promise<Cassette> {
  const names = await listRecordings(folder);
  if (names.length === 0) {
    throw new UsageError(
      `--replay ${folder}: expected a cassette, a folder of recorded calls; found none. Record it with --record ${folder}`,
    );
  }
  const counts = makeCallCounts();
  const used = new Set<string>();
  const stale: StaleCall[] = [];
  let replayed = 0;
  return {
    folder,
    mode: 'replay',
    async fetch(input, init) {
      const call = await readCall(input, init);
      const name = currentCase();
      init?.signal?.throwIfAborted();
      const asked = counts.next({ hash: call.hash, case: name });
      const recording = await readRecording(folder, fileNameOf(call));
      const answer = recording && chooseAnswer(recording.answers, name, asked);
      if (!answer) {
        stale.push({ call, case: name, recorded: recording === null ? 0 : asked });
        return toResponse(STALE);
      }
      used.add(fileNameOf(call));
      replayed += 1;
      return toResponse(answer);
    },
    stale: () => stale,
    finish: async () => ({
      ...{ replayed, recorded: 0, unanswered: 0 },
      unused: names.filter((file) => !used.has(file)),
    }),
  };
}
