import { open, stat } from 'node:fs/promises';
import { SourceFileError } from './source-file-error.ts';

/**
 * Reads a file whole.
 * @param maxBytes larger files are refused unread.
 * @throws SourceFileError when it cannot be read, is too large, or is no file.
 */
export async function readBounded(path: string, maxBytes: number): Promise<Buffer> {
  const unreadable = (cause: unknown) => {
    const code = (cause as NodeJS.ErrnoException).code;
    const found = code === 'ENOENT' ? 'nothing there' : `one that cannot be opened (${code})`;
    return new SourceFileError(path, `expected a file, found ${found}. Check the path and its permissions.`, {
      cause,
    });
  };
  // Before it is opened: opening a named pipe would wait for its writer.
  const stats = await stat(path).catch((cause: unknown) => Promise.reject(unreadable(cause)));
  if (!stats.isFile())
    throw new SourceFileError(path, 'expected a file, found a folder or a device. Name a file.');
  if (stats.size > maxBytes)
    throw new SourceFileError(
      path,
      `expected at most ${maxBytes} bytes, found ${stats.size}. Split the file, compress its images, or raise the limit.`,
    );
  const file = await open(path).catch((cause: unknown) => Promise.reject(unreadable(cause)));
  try {
    const buffer = Buffer.alloc(stats.size);
    const { bytesRead } = await file.read(buffer, 0, stats.size, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
