/**
 * What a URL glob should have been, where it can match nothing; null where it may match. Documents have URLs with a
 * scheme, so a glob begins with one or with `*`; `matchesUrl` knows no wildcard but `*`, and cuts fragments off. Pure.
 */
export function globFault(glob: string): string | null {
  if (glob.trim() === '') return 'a URL glob such as "*/returns"';
  if (glob !== glob.trim()) return 'a URL glob without space around it';
  if (glob.includes('#')) return 'a URL glob without a fragment (#…): pages are told apart without it';
  if (/\{[^}]*,[^}]*\}|\[[^\]]+\]/u.test(glob)) {
    return 'a URL glob whose only wildcard is *; list several globs for several pages';
  }
  if (/^(?:\*|[a-z][a-z0-9+.-]*:)/iu.test(glob)) return null;
  return `a URL glob that begins with * or with https://, such as ${JSON.stringify(`*/${glob.replace(/^\/+/u, '')}`)}`;
}
