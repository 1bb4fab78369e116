import ipaddr from 'ipaddr.js';

/** What an IP address is: a place on the public internet, or the name of the range that makes it private. */
export type AddressVerdict = { public: true } | { public: false; range: string };

/** Cloud metadata services and their like, which hand out credentials or settings to whoever asks from inside. */
const METADATA = new Set([
  '169.254.169.254', // AWS, Azure, Google Cloud, Oracle, DigitalOcean, …
  '169.254.170.2', // AWS containers
  '169.254.170.23', // AWS EKS
  '169.254.0.23', // Tencent
  '168.63.129.16', // Azure's wire server, a public address that is answered from inside
  '192.0.0.192', // Oracle, older
  '100.100.100.200', // Alibaba
  'fd00:ec2::254', // AWS
  'fd00:ec2::23', // AWS EKS
  'fd20:ce::254', // Google Cloud
]);

/** Ranges of ipaddr.js, which follow IANA's special-purpose registries, in words. */
const RANGE_WORDS: Record<string, string> = {
  loopback: 'a loopback address',
  private: 'a private address',
  uniqueLocal: 'a private (unique local) address',
  linkLocal: 'a link-local address',
  carrierGradeNat: 'a shared (carrier-grade NAT) address',
  multicast: 'a multicast address',
  broadcast: 'the broadcast address',
  unspecified: 'an unspecified address',
};

/**
 * Whether a crawler may connect to an address unasked. Only globally routable unicast addresses pass; an IPv4
 * address inside an IPv6 one (mapped, RFC 4291; NAT64, RFC 6052) is judged by itself, and the deprecated forms
 * (IPv4-compatible, 6to4, Teredo, site-local) never pass.
 *
 * @param address dotted IPv4, or IPv6 without brackets, with or without a zone.
 */
export function judgeAddress(address: string): AddressVerdict {
  if (!ipaddr.isValid(address)) return { public: false, range: 'not an IP address' };
  const parsed = ipaddr.process(address);
  if (isMetadataAddress(address)) return { public: false, range: 'a cloud metadata address' };
  if (parsed instanceof ipaddr.IPv6) {
    const bytes = parsed.toByteArray();
    if (isIpv4Compatible(bytes)) return { public: false, range: 'an IPv4-compatible address' };
    if (isNat64(bytes)) return judgeAddress(bytes.slice(12).join('.'));
  }
  const range = parsed.range();
  // IANA has given out 2000::/3 alone; ipaddr.js calls unicast what is in none of its lists.
  const unassigned = parsed instanceof ipaddr.IPv6 && ((parsed.parts[0] ?? 0) & 0xe000) !== 0x2000;
  if (range === 'unicast' && unassigned) return { public: false, range: 'an unassigned address' };
  if (range === 'unicast') return { public: true };
  return { public: false, range: RANGE_WORDS[range] ?? `a special-purpose (${range}) address` };
}

/** Whether an address is a cloud's metadata service; no name may lead to one, only the literal address. */
export function isMetadataAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  const bytes = parsed.toByteArray();
  const inside = parsed instanceof ipaddr.IPv6 && isNat64(bytes) ? bytes.slice(12).join('.') : null;
  return METADATA.has(inside ?? parsed.toString());
}

/** `::a.b.c.d`, deprecated by RFC 4291; `::` and `::1` have ranges of their own. */
function isIpv4Compatible(bytes: number[]): boolean {
  const low = bytes.slice(12);
  return bytes.slice(0, 12).every((byte) => byte === 0) && (low[0] !== 0 || low[1] !== 0 || low[2] !== 0);
}

/** `64:ff9b::/96`, RFC 6052; the local-use `64:ff9b:1::/48` stays a special range. */
function isNat64(bytes: number[]): boolean {
  return [0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0].every((byte, index) => bytes[index] === byte);
}
