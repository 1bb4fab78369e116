import { parentPort } from 'node:worker_threads';
import { type FileToRead, readContent } from '../read-content.ts';
import { brokenReader, SourceFileError } from '../source-file-error.ts';
import type { ReaderReply } from './reader-reply.ts';

parentPort?.on('message', async (file: FileToRead) => parentPort?.postMessage(await read(file)));

async function read(file: FileToRead): Promise<ReaderReply> {
  try {
    return { content: await readContent(file) };
  } catch (error) {
    return { problem: (error instanceof SourceFileError ? error : brokenReader(file.path, error)).reason };
  }
}
