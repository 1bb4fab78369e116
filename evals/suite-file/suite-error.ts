/** Where something stands in a file of a suite. Lines and columns count from 1. */
interface Place {
  /** As the caller named it, or relative to the file that includes it. */
  file: string;
  line: number;
  column: number;
}

/** One mistake in a file of a suite. */
interface SuiteMistake extends Place {
  /** Such as `cases[0].expect.facts[1]`; in JSONL from its line on; empty for the whole file. */
  path: string;
  expected: string;
  got: string;
}

/** A suite that cannot be used; its message lists every mistake, one a line. */
export class SuiteError extends Error {
  override name = 'SuiteError';
}

/** Mistakes that are listed; who has more has made one mistake many times. */
const MOST_LISTED = 1000;

export interface MistakeList {
  add(mistake: SuiteMistake): void;
  /** For a file that cannot be read at all, where no place in it can be told. */
  addWhole(file: string, expected: string, got: string): void;
  /** How many there are, listed or not. */
  count(): number;
  /** `file:line:column: path: expected …, got …`, one mistake a line, the form that editors jump to. */
  describe(): string;
}

/** Keeps the first mistakes and counts the others, so that a wrong file of any length fits in memory. */
export function makeMistakeList(): MistakeList {
  const kept: SuiteMistake[] = [];
  let count = 0;
  const add = (mistake: SuiteMistake) => {
    count += 1;
    if (kept.length < MOST_LISTED) kept.push(mistake);
  };
  return {
    add,
    addWhole: (file, expected, got) => add({ file, line: 0, column: 0, path: '', expected, got }),
    count: () => count,
    describe() {
      const files = [...new Set(kept.map(({ file }) => file))];
      const sorted = kept.toSorted(
        (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
      );
      const more = count - kept.length;
      return [...sorted.map(describeMistake), ...(more > 0 ? [`… and ${more} more mistakes`] : [])].join(
        '\n',
      );
    },
  };
}

function describeMistake({ file, line, column, path, expected, got }: SuiteMistake): string {
  const place = line === 0 ? file : `${file}:${line}:${column}`;
  return `${place}: ${path === '' ? '' : `${path}: `}expected ${expected}, got ${got}`;
}
