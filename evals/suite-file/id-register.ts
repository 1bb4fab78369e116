import type { MistakeList } from './suite-error.ts';

export interface IdRegister {
  /**
   * Takes an id for a case; one that is taken already is a mistake.
   *
   * @param at where the id stands; its column is asked for only when it is told.
   */
  claim(id: string, at: { file: string; line: number; column: () => number; path: string }): void;
}

/** More than a file has lines; 2^53 / 2^32 files fit beside them. */
const LINES = 2 ** 32;

/** Knows the ids of all files of a suite, each in about 100 bytes. */
export function makeIdRegister(mistakes: MistakeList): IdRegister {
  const files: string[] = [];
  /** The file's index times `LINES`, plus the line. */
  const taken = new Map<string, number>();
  return {
    claim(id, { file, line, column, path }) {
      const earlier = taken.get(id);
      if (earlier !== undefined) {
        const where = `${files[Math.floor(earlier / LINES)]}:${earlier % LINES}`;
        const got = `${JSON.stringify(id)}, which ${where} has already`;
        mistakes.add({ file, line, column: column(), path, expected: 'an id that no other case has', got });
        return;
      }
      if (files.at(-1) !== file) files.push(file);
      taken.set(id, (files.length - 1) * LINES + line);
    },
  };
}
