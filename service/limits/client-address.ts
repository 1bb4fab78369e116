import ipaddr from 'ipaddr.js';

/**
 * Which address a request counts for: IPv4 as it is, IPv6 by its /64, for that is what one subscriber has (RFC 6177). Pure.
 * @param socket the connection's other end; null where there is none
 * @param forwarded `X-Forwarded-For`, which each proxy extends on the right, and anybody may begin
 * @param proxies how many proxies of one's own stand before the service; 0: the header is not read
 */
export function clientAddress(
  socket: string | null,
  forwarded: string | undefined,
  proxies: number,
): string | null {
  const hops = [...(proxies > 0 ? (forwarded?.split(',') ?? []) : []), socket ?? ''];
  // From the right: only what trusted proxies have written is true.
  for (let at = Math.max(0, hops.length - 1 - proxies); at < hops.length; at += 1) {
    const address = groupOf(hops[at] ?? '');
    if (address !== null) return address;
  }
  return null;
}

/** Whether the address is this machine's own. Pure. */
export function isOwnMachine(address: string): boolean {
  return address === '::/64' || address.startsWith('127.');
}

function groupOf(text: string): string | null {
  // Some proxies add a port: 203.0.113.7:4711, [2001:db8::1]:4711.
  const bare = text
    .trim()
    .replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '');
  // Also 0x7f.1 and the like would be parsed, which no proxy writes.
  if (!ipaddr.IPv4.isValidFourPartDecimal(bare) && !ipaddr.IPv6.isValid(bare)) return null;
  const address = ipaddr.process(bare);
  if (address.kind() === 'ipv4') return address.toString();
  const parts = (address as ipaddr.IPv6).parts;
  return `${new ipaddr.IPv6([...parts.slice(0, 4), 0, 0, 0, 0]).toString()}/64`;
}
