/** The file name that a URL's path ends with, decoded; `document` where it has none. Pure. */
export function nameInUrl(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1) || 'document';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
