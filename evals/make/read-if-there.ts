import { readFile } from 'node:fs/promises';

/** @returns a file's text, empty where there is no such file. @throws where it cannot be read. */
export async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
