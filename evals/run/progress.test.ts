import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { estimate, makeEvalProgress, showSeconds } from './progress.ts';

/** A stream as standard error is one. */
function makeStream(isTTY: boolean) {
  let text = '';
  const stream = new Writable({
    write(chunk, _, done) {
      text += chunk;
      done();
    },
  });
  const terminal = { isTTY, columns: 120, cursorTo() {}, clearLine() {}, moveCursor() {} };
  return { stream: Object.assign(stream, terminal) as unknown as NodeJS.WriteStream, said: () => text };
}

describe('estimate', () => {
  it.each([
    [
      { total: 10, passed: 0, failed: 0, milliseconds: 500 },
      { perSecond: null, secondsLeft: null },
    ],
    [
      { total: 100, passed: 15, failed: 5, milliseconds: 2000 },
      { perSecond: 10, secondsLeft: 8 },
    ],
    [
      { total: 20, passed: 20, failed: 0, milliseconds: 4000 },
      { perSecond: 5, secondsLeft: 0 },
    ],
  ])('of %j is %j', (advance, expected) => expect(estimate(advance)).toEqual(expected));
});

it.each([
  [null, '–'],
  [0, '0 s'],
  [2.1, '3 s'],
  [125, '2 min 5 s'],
  [7380, '2 h 3 min'],
])('%s seconds are shown as %s', (seconds, text) => expect(showSeconds(seconds)).toBe(text));

describe('makeEvalProgress', () => {
  it('writes a line every ten seconds where nobody watches a terminal', () => {
    const { stream, said } = makeStream(false);
    let now = 0;
    const progress = makeEvalProgress(stream, () => now);
    progress.start('returns\u001b[31m', 40);
    for (let done = 1; done <= 30; done += 1) {
      now = done * 1000;
      progress.judged(done % 10 !== 0);
    }
    progress.stop();
    expect(said().split('\n')).toEqual([
      'returns [31m: 10/40, 9 passed, 1 failed, 1.0/s, 30 s left',
      'returns [31m: 20/40, 18 passed, 2 failed, 1.0/s, 20 s left',
      'returns [31m: 30/40, 27 passed, 3 failed, 1.0/s, 10 s left',
      '',
    ]);
  });

  it('draws one line with counts, pace and time left on a terminal', () => {
    const { stream, said } = makeStream(true);
    let now = 0;
    const progress = makeEvalProgress(stream, () => now);
    progress.start('returns', 4);
    now = 2000;
    progress.judged(true);
    now = 4000;
    progress.judged(false);
    progress.stop();
    expect(said()).toMatch(/returns .* 2\/4 \| 1 passed, 1 failed \| 0\.5\/s \| 4 s left/);
  });

  it('is silent without a stream', () => {
    const progress = makeEvalProgress(null);
    progress.start('s', 1);
    progress.judged(true);
    progress.stop();
  });
});
