import { makeLogger } from '../../../ingest/logger.ts';
import { peakMemory } from '../ingest/catalog/process-peak.ts';
import type { SetPassage } from '../sets/question-set.ts';
import type { PeerAnswer } from './peer.ts';
import { loadPeer, type PeerName } from './peers.ts';

/** What the parent says: first `open`, then questions, then `close`. */
export type PeerRequest =
  | {
      kind: 'open';
      peer: PeerName;
      passages: readonly SetPassage[];
      locale: string;
      env: Record<string, string | undefined>;
    }
  | { kind: 'ask'; questions: readonly string[] }
  | { kind: 'close' };

export type PeerReply =
  | { kind: 'opened'; seconds: number }
  | { kind: 'answers'; answers: PeerAnswer[] }
  | { kind: 'closed'; peak: number }
  | { kind: 'failed'; why: string };

// A process of its own, so that one system's memory and garbage are not another's.
process.on('disconnect', () => process.exit());
process.once('message', (request: PeerRequest) => {
  if (request.kind === 'open')
    void serve(request).catch((error: Error) => send({ kind: 'failed', why: error.message }));
});

async function serve({ peer, passages, locale, env }: PeerRequest & { kind: 'open' }): Promise<void> {
  const started = performance.now();
  const context = { env, logger: makeLogger({ level: 'warn' }), signal: new AbortController().signal };
  const withPeer = await loadPeer(peer);
  await withPeer(passages, locale, context, async (ask) => {
    send({ kind: 'opened', seconds: (performance.now() - started) / 1000 });
    for (;;) {
      const request = await nextRequest();
      if (request.kind !== 'ask') return;
      const answers: PeerAnswer[] = [];
      for (const question of request.questions) answers.push(await ask(question));
      send({ kind: 'answers', answers });
    }
  });
  send({ kind: 'closed', peak: await peakMemory() });
}

function nextRequest(): Promise<PeerRequest> {
  return new Promise((resolve) => process.once('message', resolve));
}

function send(reply: PeerReply): void {
  process.send?.(reply);
}
