import { expect, it } from 'vitest';
import { makeFakeTarget } from '../testing/fake-target.ts';
import { sampleAnswer } from '../testing/sample-answer.ts';
import { makeTextFinder } from './text-finder.ts';

const signal = new AbortController().signal;

function makeStore(text: string) {
  const target = makeFakeTarget(() => sampleAnswer());
  const fetched: string[] = [];
  target.findDocument = async (_, id) => {
    fetched.push(id);
    return id === 'gone' ? null : { text };
  };
  return { target, fetched };
}

it('fetches a document once, also where the store has none of that id, and apart for each store', async () => {
  const { target, fetched } = makeStore('text');
  const find = makeTextFinder(target);
  expect(await Promise.all([find('s', 'a', signal), find('s', 'a', signal)])).toEqual(['text', 'text']);
  expect([await find('s', 'gone', signal), await find('s', 'gone', signal)]).toEqual([null, null]);
  await find('other', 'a', signal);
  expect(fetched).toEqual(['a', 'gone', 'a']);
});

it('keeps no more text than it may: what was not asked for longest goes first', async () => {
  const { target, fetched } = makeStore('x'.repeat(10));
  const find = makeTextFinder(target, 25);
  for (const id of ['a', 'b', 'a', 'c', 'a', 'b']) await find('s', id, signal);
  expect(fetched).toEqual(['a', 'b', 'c', 'b']);
});
