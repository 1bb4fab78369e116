/**
 * Makes the memory of a crawl's redirects, each of which is fetched once only, so that no single fetch sees a loop.
 *
 * @returns a function that notes a redirect and gives the loop that it closes, from `from` back to `from`, or null.
 */
export function makeRedirectTrail(): (from: string, to: string) => string[] | null {
  const targets = new Map<string, string>();
  return (from, to) => {
    targets.set(from, to);
    const trail = [from];
    for (let at: string | undefined = to; at !== undefined && !trail.includes(at); at = targets.get(at)) {
      trail.push(at);
      if (targets.get(at) === from) return [...trail, from];
    }
    return null;
  };
}
