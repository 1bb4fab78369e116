import { expect, it } from 'vitest';
import { textOf } from '../made-up/page.ts';
import { makeMadeUpSite } from '../made-up/site.ts';
import { shingleShare } from './shingle-share.ts';
import { whatIsKept } from './what-is-kept.ts';

const site = makeMadeUpSite(60, 'http://127.0.0.1:1');
const pages = site.paths.map((path) => site.page(path));
const whole = pages.map(({ html }) => ({ title: '', text: textOf(html) }));
const factTexts = pages.flatMap(({ facts }) =>
  facts.map(({ parts }) => ({ title: '', text: parts.join('\n') })),
);

it('finds all facts, hidden texts and menus in the whole text of the pages', () => {
  const kept = whatIsKept(site, whole);
  expect(kept).toMatchObject({
    facts: { price: 1, specification: 1, 'table cell': 1, 'accordion answer': 1 },
    leftovers: 1,
    orders: 1,
    scripts: 0,
  });
  expect(kept.chrome).toBeGreaterThan(0.1);
});

it('finds the facts alone where the passages hold nothing else', () => {
  const kept = whatIsKept(site, factTexts);
  expect(kept).toMatchObject({ facts: { 'table cell': 1 }, leftovers: 0, orders: 0, chrome: 0, scripts: 0 });
});

it('does not find a cell without the name of its column, nor in two passages', () => {
  const cells = pages.flatMap(({ facts }) => facts).filter(({ kind }) => kind === 'table cell');
  const headless = cells.map(({ parts: [row = '', , value = ''] }) => ({
    title: '',
    text: `${row} ${value}`,
  }));
  const apart = cells.flatMap(({ parts }) => parts.map((text) => ({ title: '', text })));
  for (const passages of [headless, apart]) expect(whatIsKept(site, passages).facts['table cell']).toBe(0);
});

it('counts the title that is kept with a passage, but not as a place for hidden text', () => {
  const titled = pages.flatMap(({ facts }) =>
    facts.map(({ parts: [title = '', ...rest] }) => ({ title, text: rest.join(' ') })),
  );
  expect(whatIsKept(site, titled).facts.price).toBe(1);
  const hidden = pages.flatMap((page) => page.hidden.map(({ text }) => ({ title: text, text: '' })));
  expect(whatIsKept(site, hidden).leftovers).toBe(0);
});

it('measures the share of texts that a known text has too', () => {
  const known = 'Sign up for our letter today';
  expect(shingleShare(['Sign up for our letter today'], known)).toBe(1);
  expect(shingleShare(['one two three four'], known)).toBe(0);
  // Two of its five shingles lie within the known text.
  expect(shingleShare(['up FOR our letter today or tomorrow, then'], known)).toBeCloseTo(2 / 5, 10);
  expect(shingleShare(['', 'too short'], known)).toBe(0);
});
