import { readFile } from 'node:fs/promises';
import { showPath } from '../../ingest/config/check-yaml.ts';
import { casesOf } from '../suite.ts';
import { parseSuite } from './parse-suite.ts';
import type { SuiteFile, SuiteFileContext } from './suite-file.ts';

/**
 * Opens a YAML or JSON file; its cases stand in memory from then on.
 *
 * @throws what reading the file throws.
 */
export async function openYaml({ file, path, mistakes, ids }: SuiteFileContext): Promise<SuiteFile> {
  const parsed = parseSuite(await readFile(path, 'utf8'));
  for (const mistake of parsed.mistakes) mistakes.add({ file, ...mistake });
  for (const { id, path: field } of parsed.ids) {
    const { line, column } = parsed.locate(field);
    ids.claim(id, { file, line, column: () => column, path: showPath(field) });
  }
  return { file, path, head: parsed.head, locate: parsed.locate, cases: casesOf(parsed.cases) };
}
