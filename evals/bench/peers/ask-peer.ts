import type { BenchContext } from '../benchmark.ts';
import { forkChild } from '../ingest/fork-child.ts';
import type { QuestionSet } from '../sets/question-set.ts';
import type { PeerAnswer } from './peer.ts';
import type { PeerReply, PeerRequest } from './peer-child.ts';
import type { PeerName } from './peers.ts';

/** A system's answers to a set's questions. */
export interface AskedPeer {
  /** In the questions' order. */
  answers: PeerAnswer[];
  /** To load models and to take in all passages. */
  openSeconds: number;
  /** Bytes resident at most, of its whole process. */
  peak: number;
}

/** Questions that are sent at a time: progress is told after each such batch. */
const BATCH = 10;

/** Asks one system all of a set's questions, in a process of its own. @throws with its words when it fails. */
export async function askPeer(
  peer: PeerName,
  { passages, locale, questions }: Pick<QuestionSet, 'passages' | 'locale' | 'questions'>,
  { env, signal, onProgress }: Pick<BenchContext, 'env' | 'signal' | 'onProgress'>,
): Promise<AskedPeer> {
  const child = forkChild(new URL('./peer-child.ts', import.meta.url), [], signal);
  const ask = async <Kind extends PeerReply['kind']>(request: PeerRequest, kind: Kind) => {
    const reply = (await child.ask(request)) as PeerReply;
    if (reply.kind === 'failed') throw new Error(`${peer}: ${reply.why}`);
    if (reply.kind !== kind) throw new Error(`${peer}: expected ${kind}, got ${reply.kind}`);
    return reply as PeerReply & { kind: Kind };
  };
  try {
    onProgress(`${peer}: taking in ${passages.length} passages`);
    const { seconds } = await ask({ kind: 'open', peer, passages, locale, env }, 'opened');
    const texts = questions.map(({ question }) => question);
    // The first answer loads what later ones have.
    await ask({ kind: 'ask', questions: texts.slice(0, 1) }, 'answers');
    const answers: PeerAnswer[] = [];
    for (let at = 0; at < texts.length; at += BATCH) {
      signal.throwIfAborted();
      const reply = await ask({ kind: 'ask', questions: texts.slice(at, at + BATCH) }, 'answers');
      answers.push(...reply.answers);
      onProgress(`${peer}: ${answers.length}/${texts.length}`);
    }
    const { peak } = await ask({ kind: 'close' }, 'closed');
    return { answers, openSeconds: seconds, peak };
  } finally {
    await child.stop();
  }
}
