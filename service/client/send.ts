/** What a request has beside its address. */
export interface SendOptions {
  /** Sent as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  /** What is undefined is left out. */
  query?: Record<string, string | number | undefined>;
  signal?: AbortSignal | undefined;
}

/** Sends a request to the service. */
export type Send = (method: string, path: string, options?: SendOptions) => Promise<Response>;

/** @param baseUrl of the service; a path of it is kept, as behind a proxy. @throws TypeError for one that is no URL */
export function makeSend(baseUrl: string, key: string | undefined, fetch: typeof globalThis.fetch): Send {
  const base = new URL(baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`);
  return (method, path, { body, headers = {}, query = {}, signal } = {}) => {
    const url = new URL(path.slice(1), base);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, String(value));
    return fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        ...headers,
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  };
}
