import type { HashedCall } from './model-call.ts';
import {
  fileNameOf,
  type RecordedAnswer,
  type Recording,
  readRecording,
  writeRecording,
} from './recording.ts';

/** Writes a cassette's files: calls that are the same one after another, for they share a file. */
export interface RecordingStore {
  /** The n-th answer, from 1, that a case got to a call; undefined where there is none. */
  find(call: HashedCall, name: string | null, n: number): Promise<RecordedAnswer | undefined>;
  /** Adds an answer, or replaces the case's n-th. @throws OutputError */
  add(call: HashedCall, answer: RecordedAnswer): Promise<void>;
}

export function makeRecordingStore(folder: string): RecordingStore {
  const touched = new Set<string>();
  const working = new Map<string, Promise<unknown>>();

  function oneByOne<T>({ hash }: HashedCall, work: () => Promise<T>): Promise<T> {
    const turn = (working.get(hash) ?? Promise.resolve()).then(work, work);
    working.set(hash, turn);
    const end = () => working.get(hash) === turn && working.delete(hash);
    turn.then(end, end);
    return turn;
  }

  async function load(call: HashedCall): Promise<Recording> {
    const found = (await readRecording(folder, fileNameOf(call))) ?? { call, answers: [] };
    const first = !touched.has(call.hash);
    touched.add(call.hash);
    const answers = first ? numbered(found.answers) : found.answers;
    if (first && answers.some(({ n }, at) => n !== found.answers[at]?.n)) {
      await writeRecording(folder, { call, answers });
    }
    return { call, answers };
  }

  return {
    find: (call, name, n) =>
      oneByOne(call, async () =>
        (await load(call)).answers.find((answer) => answer.case === name && answer.n === n),
      ),
    add: (call, answer) =>
      oneByOne(call, async () => {
        const { answers } = await load(call);
        const others = answers.filter(({ case: name, n }) => name !== answer.case || n !== answer.n);
        await writeRecording(folder, { call, answers: [...others, answer] });
      }),
  };
}

/** Without the gaps of calls that got no answer in an earlier run. They stand in order. */
function numbered(answers: readonly RecordedAnswer[]): RecordedAnswer[] {
  const counts = new Map<string | null, number>();
  return answers.map((answer) => {
    const n = (counts.get(answer.case) ?? 0) + 1;
    counts.set(answer.case, n);
    return { ...answer, n };
  });
}
