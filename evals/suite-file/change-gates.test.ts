import { expect, it } from 'vitest';
import { readSuiteFiles } from '../testing/read-suite-files.ts';

const suiteWith = (change: string) =>
  readSuiteFiles({
    's.yaml': `suite: s\ngates:\n  passed: 0.5\n  change: ${change}\ncases: [{ id: a, question: "A?", expect: { status: answered } }]\n`,
  });

it('reads gates on the change beside those on levels', async () => {
  const { suite, mistakes } = await suiteWith(
    '{ factsFound: -0.02, broken: 0, latencyP95: "+20%", mrr: { limit: "-5%", significant: true } }',
  );
  expect(mistakes).toEqual([]);
  expect(suite?.gates).toEqual({ passed: 0.5 });
  expect(suite?.changeGates).toEqual({
    ...{ factsFound: -0.02, broken: 0, latencyP95: '+20%' },
    mrr: { limit: '-5%', significant: true },
  });
});

it.each([
  ['{ factsFond: -0.02 }', /did you mean factsFound/u],
  ['{ factsFound: "a bit" }', /s\.yaml:4:\d+: gates\.change\.factsFound: expected .*\+20%/u],
  ['{ broken: -1 }', /gates\.change\.broken: expected at least 0/u],
  [
    '{ mrr: { limit: -0.1, significant: maybe } }',
    /gates\.change\.mrr\.significant: expected true or false/u,
  ],
])('names what is wrong with %s', async (change, mistake) => {
  const { mistakes } = await suiteWith(change);
  expect(mistakes).toHaveLength(1);
  expect(mistakes[0]).toMatch(mistake);
});
