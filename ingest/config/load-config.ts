import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { StoreConfig } from './config-format.ts';
import { parseConfig } from './parse-config.ts';
import { UsageProblem } from './usage-problem.ts';

const DEFAULT_FILE = 'aisle.yaml';

/** `aisle.yaml`, checked. */
export interface AisleConfig {
  /** As it was named. */
  file: string;
  /** Absolute; what its paths are relative to. */
  folder: string;
  stores: StoreConfig[];
}

/**
 * Loads the configuration.
 * @param path null for `aisle.yaml` in the working directory, which may be absent.
 * @param folder that a relative path begins at; the working directory.
 * @returns null when no file was named and there is none.
 * @throws UsageProblem when the file cannot be read, or with every mistake in it: `file:line:column path: expected …, got …`.
 */
export async function loadConfig(path: string | null, folder: string): Promise<AisleConfig | null> {
  const file = path ?? DEFAULT_FILE;
  const absolute = resolve(folder, file);
  let yaml: string;
  try {
    yaml = await readFile(absolute, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (path === null && code === 'ENOENT') return null;
    const found = code === 'ENOENT' ? 'nothing there' : `what cannot be read (${code})`;
    throw new UsageProblem(
      `${file}: expected a configuration file, found ${found}. aisle.example.yaml shows one.`,
      { cause: error },
    );
  }
  const parsed = parseConfig(yaml);
  if (parsed.ok) return { file, folder: dirname(absolute), stores: parsed.stores };
  const lines = parsed.mistakes.map(({ line, column, path: at, expected, got }) => {
    const where = at === '' ? '' : ` ${at}`;
    return `${file}:${line}:${column}${where}: expected ${expected}, got ${got}`;
  });
  const count = lines.length === 1 ? 'a mistake' : `${lines.length} mistakes`;
  throw new UsageProblem([`${file} has ${count}:`, ...lines].join('\n  '));
}
