import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseRequestId } from './request-id.ts';

test('keeps an id that is safe to repeat', () => {
  for (const id of ['abc', '0af7651916cd43dd8448eb211c80319c', 'gw:1=2.3_x-9']) {
    expect(chooseRequestId(id)).toBe(id);
  }
});

test('makes a new id for one that is missing, empty, too long or unsafe', () => {
  for (const id of [undefined, '', 'a'.repeat(129), 'a b', 'a\nb', 'é', '<x>', '"']) {
    expect(chooseRequestId(id, () => 'made')).toBe('made');
  }
});

const bytes = fc.uint8Array({ maxLength: 150 }).map((codes) => String.fromCharCode(...codes));

test('never lets anything but safe characters through', () => {
  fc.assert(
    fc.property(bytes, (given) => {
      expect(chooseRequestId(given)).toMatch(/^[A-Za-z0-9._:=-]{1,128}$/);
    }),
  );
});
