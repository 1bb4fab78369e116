/** A fetch that shows a service its key. It goes to no other origin. */
export function withKey(key: string, base: string, send: typeof fetch = globalThis.fetch): typeof fetch {
  const { origin } = new URL(base);
  return (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== origin) return send(input, init);
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
    headers.set('authorization', `Bearer ${key}`);
    return send(input, { ...init, headers });
  };
}
