import { expect, it } from 'vitest';
import { makeTrapGuard } from './trap-guard.ts';

it('lets ordinary URLs pass', () => {
  const guard = makeTrapGuard();
  expect(guard('https://shop.example/a/b/c?page=2')).toBeNull();
  expect(guard('https://shop.example/2026/01/01/01')).toBeNull();
});

it('bounds the query variants of a path, tighter with each parameter, and says so once', () => {
  const guard = makeTrapGuard({ maxQueriesPerPath: 50 });
  const one = Array.from({ length: 60 }, (_, i) => guard(`https://shop.example/list?id=${i}`));
  const two = Array.from({ length: 60 }, (_, i) => guard(`https://shop.example/list?color=${i}&size=m`));
  expect(one.filter((trap) => trap === null)).toHaveLength(50);
  expect(two.filter((trap) => trap === null)).toHaveLength(10);
  expect(one.filter((trap) => trap?.first)).toHaveLength(1);
  expect(guard('https://shop.example/jumps?page=1')).toBeNull();
});

it('catches paths that nest in themselves', () => {
  const guard = makeTrapGuard();
  expect(guard(`https://shop.example${'/a/b'.repeat(4)}`)?.reason).toContain('repeats');
  const deep = Array.from({ length: 21 }, (_, i) => `/s${i}`).join('');
  expect(guard(`https://shop.example${deep}`)?.reason).toContain('20 segments');
});

it('follows the pages of a list beyond that, also of a filtered list, as long as they follow each other', () => {
  const guard = makeTrapGuard({ maxQueriesPerPath: 50, maxListPages: 200 });
  const pages = (prefix: string) =>
    Array.from({ length: 250 }, (_, i) => guard(`https://shop.example/${prefix}${i + 1}`));
  for (const prefix of ['list?page=', 'list?brand=acme&color=red&page=', 'paths/page/']) {
    const traps = pages(prefix);
    expect(traps.filter((trap) => trap === null)).toHaveLength(200);
    expect(traps.filter((trap) => trap?.first).map((trap) => trap?.reason)).toEqual([
      expect.stringContaining('more than 200 pages'),
    ]);
  }
  const jumps = Array.from({ length: 90 }, (_, i) =>
    guard(`https://shop.example/jumps?page=${i * 900 + 900}`),
  );
  expect(jumps.filter((trap) => trap === null)).toHaveLength(50);
});

it('lets the last page of a list pass, which the first one links to', () => {
  const guard = makeTrapGuard({ maxQueriesPerPath: 50 });
  const numbers = [120, ...Array.from({ length: 119 }, (_, i) => i + 1)];
  expect(numbers.map((number) => guard(`https://shop.example/c?page=${number}`))).toEqual(
    numbers.map(() => null),
  );
});

it('does not take the filters of a list for its pages', () => {
  const guard = makeTrapGuard({ maxQueriesPerPath: 25 });
  const lists = Array.from({ length: 20 }, (_, i) => guard(`https://shop.example/c?a=${i}&b=1&page=2`));
  expect(lists.filter((trap) => trap === null)).toHaveLength(5);
});

const calendar = (from: number, count: number, write: (year: number, month: number) => string) =>
  Array.from({ length: count }, (_, i) => write(from + Math.floor(i / 12), (i % 12) + 1));

it.each([
  ['/events/2027/03/', (y: number, m: number) => `/events/${y}/${String(m).padStart(2, '0')}/`],
  ['?month=2027-04', (y: number, m: number) => `/events?month=${y}-${String(m).padStart(2, '0')}`],
  ['?year=2027&month=4', (y: number, m: number) => `/events?year=${y}&month=${m}`],
  ['/calendar/2031-05-06', (y: number, m: number) => `/calendar/${y}-${String(m).padStart(2, '0')}-06`],
])('bounds a calendar such as %s that goes on without end', (_, write) => {
  const guard = makeTrapGuard({}, Date.UTC(2026, 10, 22));
  const traps = calendar(2026, 1200, write).map((path) => guard(`https://shop.example${path}`));
  // The months of 2026, two years ahead, and two more.
  expect(traps.filter((trap) => trap === null)).toHaveLength(11 + 24 + 24);
  const told = traps.filter((trap) => trap?.first);
  expect(told).toHaveLength(1);
  expect(told[0]?.exclude).toMatch(/^\/(events|calendar)/);
  const past = calendar(1950, 900, write).map((path) => guard(`https://shop.example${path}`));
  expect(past.filter((trap) => trap === null).length).toBeLessThanOrEqual(500);
});

it('lets dated posts pass, and product numbers that look like dates', () => {
  const guard = makeTrapGuard({}, Date.UTC(2026, 10, 22));
  const posts = calendar(
    1990,
    420,
    (y, m) => `/blog/${y}/${String(m).padStart(2, '0')}/post-${y}-${m}-title`,
  );
  const days = Array.from({ length: 400 }, (_, i) =>
    new Date(Date.UTC(2025, 0, 1 + i)).toISOString().slice(0, 10),
  );
  const numbers = Array.from({ length: 900 }, (_, i) => `/p/${202_301 + i}`);
  const paths = [...posts, ...days.map((day) => `/news/${day}`), ...numbers];
  expect(paths.map((path) => guard(`https://shop.example${path}`)).filter((trap) => trap !== null)).toEqual(
    [],
  );
});

it('bounds filters in the path in every order', () => {
  const guard = makeTrapGuard();
  const orders = ['/c/red/m/acme', '/c/m/red/acme', '/c/acme/m/red', '/red/m/c/acme', '/c/red/acme/m'];
  const traps = orders.map((path) => guard(`https://shop.example${path}`));
  expect(traps.map((trap) => trap !== null)).toEqual([false, false, true, true, true]);
  expect(guard('https://shop.example/c/m/red/acme?x=1')).toBeNull();
});
