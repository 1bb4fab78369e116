import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMetadataAddress, judgeAddress } from './address-policy.ts';

describe('judgeAddress', () => {
  it.each(['8.8.8.8', '1.1.1.1', '2606:4700:4700::1111', '::ffff:8.8.8.8', '64:ff9b::808:808'])(
    'lets %s pass',
    (address) => {
      expect(judgeAddress(address)).toEqual({ public: true });
    },
  );

  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.8.9.1', 'loopback'],
    ['::1', 'loopback'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['192.168.1.1', 'private'],
    ['fd12:3456::1', 'unique local'],
    ['169.254.1.1', 'link-local'],
    ['fe80::1%eth0', 'link-local'],
    ['100.64.0.1', 'carrier-grade'],
    ['224.0.0.1', 'multicast'],
    ['ff02::1', 'multicast'],
    ['0.0.0.0', 'unspecified'],
    ['::', 'unspecified'],
    ['255.255.255.255', 'broadcast'],
    ['169.254.169.254', 'metadata'],
    ['fd00:ec2::254', 'metadata'],
    ['::ffff:169.254.169.254', 'metadata'],
    ['::ffff:10.0.0.1', 'private'],
    ['::7f00:1', 'IPv4-compatible'],
    ['::808:808', 'IPv4-compatible'],
    ['64:ff9b::7f00:1', 'loopback'],
    ['64:ff9b::a9fe:a9fe', 'metadata'],
    ['64:ff9b:1::808:808', 'special-purpose'],
    ['2002:7f00:1::', 'special-purpose'],
    ['2001:0:1::1', 'special-purpose'],
    ['198.18.0.1', 'special-purpose'],
    ['fec0::1', 'special-purpose'],
    ['4000::1', 'unassigned'],
    ['::5efe:7f00:1', 'unassigned'],
    ['::ffff:0:7f00:1', 'special-purpose'],
    ['168.63.129.16', 'metadata'],
    ['192.0.0.192', 'metadata'],
    ['240.0.0.1', 'special-purpose'],
    ['3fff::1', 'special-purpose'],
    ['not an address', 'not an IP address'],
  ])('refuses %s: %s', (address, words) => {
    const verdict = judgeAddress(address);
    expect(verdict).toMatchObject({ public: false, range: expect.stringContaining(words) });
  });

  it('judges an IPv4 address the same however IPv6 wraps it', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const hex = address.split('.').map((byte) => Number(byte).toString(16).padStart(2, '0'));
        const tail = `${hex[0]}${hex[1]}:${hex[2]}${hex[3]}`;
        expect(judgeAddress(`::ffff:${tail}`).public).toBe(judgeAddress(address).public);
        expect(judgeAddress(`64:ff9b::${tail}`).public).toBe(judgeAddress(address).public);
      }),
    );
  });
});

it('knows the metadata services', () => {
  expect(isMetadataAddress('169.254.169.254')).toBe(true);
  expect(isMetadataAddress('64:ff9b::a9fe:a9fe')).toBe(true);
  expect(isMetadataAddress('169.254.169.253')).toBe(false);
});
