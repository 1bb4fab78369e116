import { expect, it } from 'vitest';
import { makeTrapGuard } from './trap-guard.ts';

it('lets ordinary URLs pass', () => {
  const guard = makeTrapGuard();
  expect(guard('https://shop.example/a/b/c?page=2')).toBeNull();
  expect(guard('https://shop.example/2026/01/01/01')).toBeNull();
});

it('bounds the query variants of a path, tighter with each parameter, and says so once', () => {
  const guard = makeTrapGuard({ maxQueriesPerPath: 50 });
  const one = Array.from({ length: 60 }, (_, i) => guard(`https://shop.example/list?page=${i}`));
  const two = Array.from({ length: 60 }, (_, i) => guard(`https://shop.example/list?color=${i}&size=m`));
  expect(one.filter((trap) => trap === null)).toHaveLength(50);
  expect(two.filter((trap) => trap === null)).toHaveLength(10);
  expect(one.filter((trap) => trap?.first)).toHaveLength(1);
  expect(guard('https://shop.example/other?page=1')).toBeNull();
});

it('catches paths that nest in themselves', () => {
  const guard = makeTrapGuard();
  expect(guard(`https://shop.example${'/a/b'.repeat(4)}`)?.reason).toContain('repeats');
  const deep = Array.from({ length: 21 }, (_, i) => `/s${i}`).join('');
  expect(guard(`https://shop.example${deep}`)?.reason).toContain('20 segments');
});
