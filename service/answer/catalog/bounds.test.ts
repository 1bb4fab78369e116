import { expect, test } from 'vitest';
import { boundsOf } from './bounds.ts';

const read = (before: string, after = '') => boundsOf([50, 50], before, after, false);

test.each(['a hose longer than ', 'lighter than ', 'mas larga que '])(
  '%s50: 50 itself is not wanted',
  (before) => {
    expect(read(before)?.strict).toBe(true);
  },
);

test.each(['under ', 'at least ', 'no longer than ', 'up to ', 'no mas pesada que '])(
  '%s50: 50 itself is wanted',
  (before) => {
    expect(read(before)).not.toBeNull();
    expect(read(before)?.strict).toBeUndefined();
  },
);
