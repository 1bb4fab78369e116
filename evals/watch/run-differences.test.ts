import { expect, it } from 'vitest';
import { differencesOf, renderDifferences } from './run-differences.ts';

const verdicts = (entries: Record<string, [boolean, string | null]>) =>
  new Map(
    Object.entries(entries).map(([id, [passed, answer]]) => [id, { passed, status: 'answered', answer }]),
  );

it('tells what was fixed, broken and answered otherwise, of the cases in both runs', () => {
  const before = verdicts({
    a: [false, 'x'],
    b: [true, 'x'],
    c: [true, 'x'],
    d: [true, 'x'],
    gone: [true, 'x'],
  });
  const after = verdicts({
    a: [true, 'y'],
    b: [false, null],
    c: [true, 'z'],
    d: [true, 'x'],
    fresh: [false, 'x'],
  });
  const differences = differencesOf(before, after);
  expect(differences).toEqual({ fixed: ['a'], broken: ['b'], changed: ['c'] });
  expect(renderDifferences(differences)).toEqual(['  fixed: 1 (a)', '  broken: 1 (b)', '  changed: 1 (c)']);
  expect(renderDifferences(differencesOf(after, after))).toEqual(['  no answer differs from the run before']);
});
