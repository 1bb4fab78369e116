/** Whether a source is at a URL, rather than a path. */
export function isUrl(source: string): boolean {
  return /^https?:\/\//iu.test(source);
}
