/** Shorter ones are words: `none`, `test`. */
const SHORTEST_SECRET = 8;
const INSTEAD = '[secret]';

/** Makes what takes secrets out of every string of a value. */
export function makeRedact(secrets: readonly string[]): <T>(value: T) => T {
  const known = [...new Set(secrets)].filter((secret) => secret.length >= SHORTEST_SECRET);
  const redact = (value: unknown): unknown => {
    if (typeof value === 'string')
      return known.reduce((text, secret) => text.replaceAll(secret, INSTEAD), value);
    if (Array.isArray(value)) return value.map(redact);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [redact(key), redact(part)]));
  };
  return (value) => redact(value) as typeof value;
}
