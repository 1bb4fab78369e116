/**
 * An origin that a person has written, as browsers send it: scheme, host and port in lower case, a host of other letters in
 * Punycode, no port where it is the scheme's own (WHATWG HTML, 7.1.1). Pure.
 * @returns null when it is none, or says more than an origin: a path, a user, a wildcard.
 */
export function parseOrigin(text: string): string | null {
  if (!/^https?:\/\/[^/?#@\\*\s]+\/?$/i.test(text)) return null;
  const url = URL.parse(text);
  return url === null || url.origin === 'null' ? null : url.origin;
}
