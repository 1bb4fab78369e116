import type { FileContent } from '../read-content.ts';

/** What reading a file came to; `problem` is a SourceFileError's reason. */
export type ReaderReply =
  | { content: FileContent }
  | { problem: string }
  | { outOfMemory: true }
  | { crash: string };

/** … and the resident memory of the process that has read it, in bytes. */
export type ProcessReply = ReaderReply & { rss: number };
