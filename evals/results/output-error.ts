/** What was measured cannot be kept: a full disk, a folder that has gone. The run has failed; its call was right. */
export class OutputError extends Error {
  override name = 'OutputError';
}

/** The system's word for a failed write, as a person would say it. */
const REASONS: Record<string, string> = {
  ENOSPC: 'no space is left on the device',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  ENOENT: 'its folder is not there any more',
};

/** Does a piece of writing and names the file where it fails. @throws OutputError */
export async function writing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    throw new OutputError(`${path} cannot be written: ${REASONS[code] ?? message}`, { cause });
  }
}
