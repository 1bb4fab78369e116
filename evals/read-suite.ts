import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseSuite, type SuiteMistake } from './parse-suite.ts';
import type { Suite } from './suite.ts';

/** A suite file that cannot be used; its message lists every mistake as `file:line:column`, one a line. */
class SuiteError extends Error {
  override name = 'SuiteError';
}

/**
 * Reads a suite file. Its sources come back as URLs or absolute paths.
 *
 * @throws SuiteError with all mistakes, when the file cannot be read, is not a suite, or names sources that do not exist.
 */
export async function readSuite(path: string): Promise<Suite> {
  const yaml = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const got = error.code === 'ENOENT' ? 'no such file' : (error.code ?? error.message);
    throw new SuiteError(`${path}: expected a suite file (YAML), got ${got}`, { cause: error });
  });
  const parsed = parseSuite(yaml);
  if (!parsed.ok) throw new SuiteError(describeMistakes(path, parsed.mistakes));
  const { suite } = parsed;
  if (suite.sources === null) return suite;

  const sources = suite.sources.map((source) => (isUrl(source) ? source : resolve(dirname(path), source)));
  const missing: string[] = [];
  for (const [index, source] of sources.entries()) {
    const exists = isUrl(source) || (await stat(source).catch(() => null)) !== null;
    if (!exists) {
      missing.push(
        `${path}: sources[${index}]: expected a URL, file or folder, got ${source}, which does not exist`,
      );
    }
  }
  if (missing.length > 0) throw new SuiteError(missing.join('\n'));
  return { ...suite, sources };
}

function isUrl(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/** `file:line:column: path: expected …, got …`, one mistake a line, the form that editors jump to. */
export function describeMistakes(file: string, mistakes: SuiteMistake[]): string {
  return mistakes
    .map(({ line, column, path, expected, got }) => {
      const place = path === '' ? '' : `${path}: `;
      return `${file}:${line}:${column}: ${place}expected ${expected}, got ${got}`;
    })
    .join('\n');
}
