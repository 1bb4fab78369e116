import { dirname, resolve } from 'node:path';
import { findIncluded } from './find-included.ts';
import type { IdRegister } from './id-register.ts';
import { openSuiteFile, SUITE_FILE } from './open-suite-file.ts';
import type { MistakeList } from './suite-error.ts';
import type { SuiteFile } from './suite-file.ts';

/** A file of a suite with the tags that the files which include it give to its cases. */
export interface IncludedFile extends SuiteFile {
  inheritedTags: string[];
}

/**
 * Opens a file and all that it includes: its own cases come first, then those of each included file in turn.
 *
 * @param file as the caller named it.
 * @throws SuiteError for a line that is too long to be read.
 */
export async function openTree(
  file: string,
  { mistakes, ids }: { mistakes: MistakeList; ids: IdRegister },
): Promise<IncludedFile[]> {
  const opened: IncludedFile[] = [];
  /** By absolute path, who included a file; the caller's own file by nobody. */
  const includedBy = new Map<string, string | null>([[resolve(file), null]]);

  async function open(name: string, trail: string[], inheritedTags: string[]): Promise<string | null> {
    const path = resolve(name);
    const read = await openSuiteFile({ file: name, path, mistakes, ids });
    if (typeof read === 'string') return read;
    opened.push({ ...read, inheritedTags });
    const tags = [...inheritedTags, ...read.head.tags];
    for (const [index, entry] of read.head.include.entries()) {
      const refuse = (expected: string, got: string) =>
        mistakes.add({
          file: name,
          ...read.locate(['include', index]),
          path: `include[${index}]`,
          expected,
          got,
        });
      const names = await findIncluded(entry, { folder: dirname(name), self: path });
      if (names.length === 0) refuse('a glob that matches a file', `${entry}, which matches none`);
      for (const included of names) {
        const target = resolve(included);
        const by = includedBy.get(target);
        if ([...trail, path].includes(target)) {
          const way = [...trail, path].map((step) => step.slice(step.lastIndexOf('/') + 1));
          refuse('a file that does not include this one', `${entry}: ${way.join(' includes ')}`);
        } else if (by !== undefined) {
          refuse('each file once', `${entry}, which ${by ?? file} includes already`);
        } else {
          includedBy.set(target, name);
          const fault = await open(included, [...trail, path], tags);
          if (fault !== null) refuse(SUITE_FILE, `${entry}: ${fault}`);
        }
      }
    }
    return null;
  }

  const fault = await open(file, [], []);
  if (fault !== null) mistakes.addWhole(file, SUITE_FILE, fault);
  return opened;
}
