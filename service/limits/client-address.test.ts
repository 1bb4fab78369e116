import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clientAddress, isOwnMachine } from './client-address.ts';

test.each([
  ['the socket, whatever the header says', '203.0.113.7', '1.2.3.4', 0, '203.0.113.7'],
  ['what the one proxy has written', '10.0.0.2', '203.0.113.7', 1, '203.0.113.7'],
  ['not what the client has put before that', '10.0.0.2', '1.2.3.4, 203.0.113.7', 1, '203.0.113.7'],
  ['what the outer of two has written', '10.0.0.2', '1.2.3.4, 203.0.113.7, 10.0.0.3', 2, '203.0.113.7'],
  ['the first, where there are fewer than said', '10.0.0.2', '203.0.113.7', 3, '203.0.113.7'],
  ['the socket, without the header', '203.0.113.7', undefined, 1, '203.0.113.7'],
  ['the nearest that is an address', '10.0.0.2', 'unknown', 1, '10.0.0.2'],
  ['an address with a port', '10.0.0.2', '203.0.113.7:4711', 1, '203.0.113.7'],
  ['IPv6 by its /64', '2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2::/64'],
  ['IPv6 in brackets', '10.0.0.2', '[2001:db8:1:2::9]:4711', 1, '2001:db8:1:2::/64'],
  ['IPv4 mapped into IPv6 as IPv4', '::ffff:203.0.113.7', undefined, 0, '203.0.113.7'],
  ['a zone left out', 'fe80::1%eth0', undefined, 0, 'fe80::/64'],
  ['nothing where there is nothing', null, undefined, 1, null],
  ['no number that could be an address', '10.0.0.2', '0x7f.1', 1, '10.0.0.2'],
])('takes %s', (_name, socket, forwarded, proxies, address) => {
  expect(clientAddress(socket, forwarded, proxies)).toBe(address);
});

test('what a client writes before its proxies never changes who it is', () => {
  fc.assert(
    fc.property(fc.string(), fc.ipV4(), fc.integer({ min: 1, max: 3 }), (made, real, proxies) => {
      const inner = Array.from({ length: proxies - 1 }, (_, at) => `10.0.0.${at + 1}`);
      const header = [made, real, ...inner].join(', ');
      expect(clientAddress('10.0.0.9', header, proxies)).toBe(real);
    }),
  );
});

test('addresses of one /64 count as one, of two as two', () => {
  const of = (address: string) => clientAddress(address, undefined, 0);
  expect(of('2001:db8::1')).toBe(of('2001:db8::ffff:ffff:ffff:ffff'));
  expect(of('2001:db8::1')).not.toBe(of('2001:db8:0:1::1'));
});

test.each([
  ['127.0.0.1', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['10.0.0.1', false],
  ['::2:0:0:0:1', false],
])('%s is this machine: %s', (address, own) => {
  expect(isOwnMachine(clientAddress(address, undefined, 0) ?? '')).toBe(own);
});
