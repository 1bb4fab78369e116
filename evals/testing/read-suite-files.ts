import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readAll, type Suite, type SuiteCase } from '../suite.ts';
import { readSuite } from '../suite-file/read-suite.ts';

/**
 * Reads a suite of files that stand only in a test.
 *
 * @param files contents by path; the first is the suite, the others are for it to include.
 * @returns the suite with its cases, or its mistakes, one a line, their paths as in `files`.
 */
export async function readSuiteFiles(
  files: Record<string, string>,
): Promise<{ suite: Suite; cases: SuiteCase[]; mistakes: string[] } | { suite: null; mistakes: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'aisle-suite-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const [first = ''] = Object.keys(files);
    const suite = await readSuite(join(folder, first));
    return { suite, cases: await readAll(suite.cases), mistakes: [] };
  } catch (error) {
    return { suite: null, mistakes: (error as Error).message.replaceAll(`${folder}/`, '').split('\n') };
  } finally {
    await rm(folder, { recursive: true });
  }
}
