/**
 * Whether a URL matches a glob as a whole. `*` stands for any characters, `/` included; everything else, `?` too, for
 * itself: a glob with `*` first matches on any host. What does not tell two pages apart is left out of the comparison:
 * fragment, a trailing slash, percent-encoding, the host's case, and the query unless the glob has one.
 */
export function matchesUrl(url: string, glob: string): boolean {
  const wanted = plain(glob, true);
  return matchesGlob(plain(url, glob.includes('?')), wanted);
}

function plain(url: string, keepQuery: boolean): string {
  const withoutFragment = url.replace(/#.*$/su, '');
  const kept = keepQuery ? withoutFragment : withoutFragment.replace(/\?.*$/su, '');
  return decoded(kept)
    .replace(/^[a-z]+:\/\/[^/]*/iu, (origin) => origin.toLowerCase())
    .replace(/(?<=[^/])\/(?=$|\?)/u, '');
}

function decoded(url: string): string {
  try {
    return decodeURI(url).normalize('NFC');
  } catch {
    return url;
  }
}

/** Linear in the number of stars times the text: no regular expression that a suite could make backtrack. */
function matchesGlob(text: string, glob: string): boolean {
  const [first = '', ...rest] = glob.split('*');
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
