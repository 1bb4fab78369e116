import { createHash } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FetchProblem } from '../safe-fetch/fetch-problem.ts';
import type { BodyConsumer } from '../safe-fetch/receive-body.ts';
import type { SafeFetch } from '../safe-fetch.ts';
import { MAX_FEED_BYTES } from './feed-file.ts';
import { fetchWhole, type WholeAnswer } from './fetch-whole.ts';

const TIMEOUT_MS = 120_000;
/** A feed of 2 GiB that comes no faster is given up on after nine hours. */
const MIN_BYTES_PER_SECOND = 64 * 1024;

/** A feed on disk, until it is closed. */
export interface FetchedFeed {
  type: 'feed';
  path: string;
  /** SHA-256, in hex. */
  hash: string;
  headers: Record<string, string>;
  /** Removes it. */
  close(): Promise<void>;
}

/** Fetches a feed of any size to a file in the system's folder for temporary ones. */
export async function fetchFeed(
  url: string,
  safeFetch: SafeFetch,
  {
    signal,
    validators,
  }: { signal: AbortSignal; validators: { etag: string | null; lastModified: string | null } | null },
): Promise<FetchedFeed | Exclude<WholeAnswer, { type: 'body' }>> {
  const folder = await mkdtemp(join(tmpdir(), `aisle-feed-${process.pid}-`)).catch((cause: Error) => {
    throw noRoom(url, cause);
  });
  const path = join(folder, 'feed');
  const close = () => rm(folder, { recursive: true, force: true });
  let hash = '';
  const consume: BodyConsumer = async (body) => {
    // A broken fetch begins anew.
    hash = await writeBody(path, body, url);
  };
  try {
    const answer = await fetchWhole(url, safeFetch, {
      signal,
      validators,
      maxBytes: MAX_FEED_BYTES,
      timeoutMs: TIMEOUT_MS,
      minBytesPerSecond: MIN_BYTES_PER_SECOND,
      consume,
    });
    if (answer.type === 'body') return { type: 'feed', path, hash, headers: answer.response.headers, close };
    await close();
    return answer;
  } catch (error) {
    await close();
    throw error;
  }
}

/** @returns SHA-256 of the bytes, in hex. */
async function writeBody(path: string, body: AsyncIterable<Buffer>, url: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path, 'w');
  try {
    for await (const chunk of body) {
      hash.update(chunk);
      await file.writeFile(chunk).catch((cause: Error) => {
        throw noRoom(url, cause);
      });
    }
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

function noRoom(url: string, cause: Error): FetchProblem {
  const message = `expected room for the feed in ${tmpdir()}, found ${cause.message}. Make room, then run again.`;
  return new FetchProblem('no-room', 'GET', url, message, cause);
}
