import { Worker } from 'node:worker_threads';
import type { FileToRead } from '../read-content.ts';
import type { ProcessReply, ReaderReply } from './reader-reply.ts';

/** A parser that inflates does some 500 MB/s. */
const WATCH_MS = 50;

const maxBytes = Number(process.argv[2]);

// Files are read in a thread, so that this one can watch what that takes, and whether anybody still waits for it.
process.on('disconnect', end);
const worker = new Worker(new URL('./reader-thread.ts', import.meta.url), {
  resourceLimits: { maxOldGenerationSizeMb: Math.floor((maxBytes * 0.75) / 1024 ** 2) },
});
worker.on('message', (reply: ReaderReply) => {
  process.send?.({ ...reply, rss: process.memoryUsage.rss() } satisfies ProcessReply);
});
worker.on('error', (error: NodeJS.ErrnoException) =>
  endWith(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { outOfMemory: true } : { crash: error.message }),
);
process.on('message', (file: FileToRead) => worker.postMessage(file));
// Typed arrays do not count against a thread's limit: PDF streams are inflated into them.
setInterval(() => {
  if (process.memoryUsage.rss() > maxBytes) endWith({ outOfMemory: true });
}, WATCH_MS);

function endWith(reply: ReaderReply): void {
  process.send?.({ ...reply, rss: maxBytes } satisfies ProcessReply, end);
}

/** At once: a thread that is busy in a loop would be waited for otherwise. */
function end(): void {
  process.kill(process.pid, 'SIGKILL');
}
