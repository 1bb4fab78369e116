/**
 * Says in one sentence each what was expected, what an error status means for a crawl, and what to do.
 * @param tries how often it was asked for.
 */
export function describeStatus(url: string, status: number, tries: number): string {
  const times = tries > 1 ? ` ${tries} times` : '';
  return `GET ${url}: expected a page, found status ${status}${times}. ${advice(status)}`;
}

function advice(status: number): string {
  if (status === 401 || status === 407) return 'It asks for a login; only public pages can be ingested.';
  if (status === 403)
    return "The site refuses this crawler: let its user agent AisleBot pass the site's firewall.";
  if (status === 404 || status === 410) return 'There is no such page: check the URL.';
  if (status === 429) return 'The site wants fewer requests: run again later.';
  if (status >= 500) return 'The site has an error of its own: repair it, or run again later.';
  return 'Check what the site answers to this URL.';
}
