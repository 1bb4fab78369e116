import { expect, test } from 'vitest';
import { hostOf, isLoopback } from './loopback.ts';

test.each(['127.0.0.1', '127.1.2.3', '::1', '[::1]', 'localhost', 'LOCALHOST', 'aisle.localhost'])(
  '%s is this machine',
  (host) => expect(isLoopback(host)).toBe(true),
);

test.each(['0.0.0.0', '::', '10.0.0.1', 'localhost.evil.example', '127.0.0.1.evil.example', '128.0.0.1', ''])(
  '%j is not',
  (host) => expect(isLoopback(host)).toBe(false),
);

test.each([
  ['localhost:8787', 'localhost'],
  ['[::1]:8787', '[::1]'],
  ['[::1]', '[::1]'],
  ['evil.example', 'evil.example'],
])('the host of %s is %s', (header, host) => expect(hostOf(header)).toBe(host));
