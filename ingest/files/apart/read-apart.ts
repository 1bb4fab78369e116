import type { ChildProcess } from 'node:child_process';
import type { FileContent, FileToRead } from '../read-content.ts';
import { brokenReader, SourceFileError } from '../source-file-error.ts';
import { makeReaderPool } from './reader-pool.ts';
import type { ProcessReply } from './reader-reply.ts';

/** What reading one file may take. */
export interface ReadLimits {
  milliseconds: number;
  /** Resident memory of the process that reads it. */
  bytes: number;
}

/** A PDF of 3,000 full pages takes 18 s and 0.5 GiB (2 busy cores). */
const DEFAULT_LIMITS: ReadLimits = { milliseconds: 120_000, bytes: 1024 ** 3 };

/** Reads a file apart. @throws SourceFileError */
export type ReadApart = (file: FileToRead) => Promise<FileContent>;

/**
 * Makes a reader that reads in a process of its own, which is ended when a file takes too long or too much memory, so
 * that neither a hostile file nor a huge one stalls or kills the run.
 */
export function makeReadApart(limits: ReadLimits = DEFAULT_LIMITS): ReadApart {
  const pool = makeReaderPool(limits.bytes);

  return async (file) => {
    const child = pool.take();
    const reply = await ask(child, file, limits.milliseconds);
    // A parser's garbage is not held against the next file.
    const sound = 'content' in reply || 'problem' in reply;
    if (sound && reply.rss < limits.bytes / 3) pool.giveBack(child);
    else child.kill('SIGKILL');
    return contentOf(reply, file.path, limits);
  };
}

type Outcome = ProcessReply | { outOfTime: true } | { crash: string };

function ask(child: ChildProcess, file: FileToRead, milliseconds: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome): void => {
      clearTimeout(timer);
      child.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(outcome);
    };
    const onMessage = (message: unknown) => settle(message as ProcessReply);
    const onError = (error: Error) => settle({ crash: error.message });
    const onExit = (code: number | null, signal: string | null) =>
      settle({ crash: signal ?? `exit status ${code}` });
    const timer = setTimeout(() => settle({ outOfTime: true }), milliseconds);
    child.on('message', onMessage).on('error', onError).on('exit', onExit);
    child.send(file, (error) => {
      if (error !== null) settle({ crash: error.message });
    });
  });
}

function contentOf(outcome: Outcome, path: string, { milliseconds, bytes }: ReadLimits): FileContent {
  if ('content' in outcome) return outcome.content;
  if ('problem' in outcome) throw new SourceFileError(path, outcome.problem);
  if ('crash' in outcome) throw brokenReader(path, outcome.crash);
  const expected =
    'outOfTime' in outcome
      ? `within ${milliseconds / 1000} s, found one that takes longer`
      : `in ${Math.round(bytes / 1024 ** 2)} MiB of memory, found one that takes more`;
  throw new SourceFileError(
    path,
    `expected a file that can be read ${expected}. Split it, or export it again from its original.`,
  );
}
