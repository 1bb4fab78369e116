/** Whether HOST, or the host of a request's `Host`, is this machine and no other: RFC 6761, 6.3; RFC 1122, 3.2.1.3. Pure. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  return name === '::1' || /^127(\.\d{1,3}){3}$/.test(name) || /^([a-z0-9-]+\.)*localhost\.?$/.test(name);
}

/** The host of a `Host` header, without its port. Pure. */
export function hostOf(header: string): string {
  return header.replace(/:\d*$/, '');
}
