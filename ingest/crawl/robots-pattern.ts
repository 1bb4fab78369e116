/**
 * The comparable spelling of a path or a rule by RFC 9309 2.2.2: octets beyond ASCII percent-encoded, escapes in upper
 * case, and none where an unreserved character needs none.
 */
export function normalizeRobotsPath(path: string): string {
  return path
    .replace(/[\u{80}-\u{10ffff}]+/gu, (text) => encodeURIComponent(text.toWellFormed()))
    .replace(/%[0-9a-f]{2}/gi, (escaped) => {
      const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
      return /[A-Za-z0-9\-._~]/.test(character) ? character : escaped.toUpperCase();
    });
}

/**
 * Whether a rule's pattern matches the beginning of a path: `*` is any run of characters, a `$` at the end is the
 * path's end. No regular expression, whose backtracking a hostile robots.txt could make last; time is at most the
 * product of the two lengths.
 */
export function matchesRobotsPattern(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const pieces = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  const last = pieces.length - 1;
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    if (index === 0) {
      if (!path.startsWith(piece)) return false;
      at = piece.length;
      if (anchored && last === 0) return at === path.length;
    } else if (index === last && anchored) {
      return path.length - piece.length >= at && path.endsWith(piece);
    } else {
      const found = path.indexOf(piece, at);
      if (found === -1) return false;
      at = found + piece.length;
    }
  }
  return true;
}
