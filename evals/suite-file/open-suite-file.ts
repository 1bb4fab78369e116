import { openJsonl } from './open-jsonl.ts';
import { openYaml } from './open-yaml.ts';
import type { SuiteFile, SuiteFileContext } from './suite-file.ts';

/**
 * Opens a file of a suite by the ending of its name: `.jsonl` and `.ndjson` hold a case a line, all others are YAML or
 * JSON.
 *
 * @returns why it cannot be read, in a few words, where it cannot.
 * @throws SuiteError for a line that is too long to be read.
 */
export async function openSuiteFile(context: SuiteFileContext): Promise<SuiteFile | string> {
  try {
    return await (/\.(?:jsonl|ndjson)$/iu.test(context.path) ? openJsonl(context) : openYaml(context));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'a folder' : message;
  }
}

export const SUITE_FILE = 'a suite file (YAML, JSON or JSONL)';
