/** One rule of a group. */
export interface RobotsRule {
  allow: boolean;
  pattern: string;
  /** From 1. */
  line: number;
}

/** Rules for the crawlers that its `User-agent` lines name. */
export interface RobotsGroup {
  /** Names in lower case without a version; `*` is every crawler that no group names. */
  agents: string[];
  rules: RobotsRule[];
  /** Seconds. */
  crawlDelay: number | null;
}

/** Keys as owners spell them; a misspelt `disallow` still says what its owner wants. */
const KEYS: Record<string, 'agent' | 'allow' | 'disallow' | 'delay' | 'sitemap'> = {
  'user-agent': 'agent',
  useragent: 'agent',
  'user agent': 'agent',
  allow: 'allow',
  disallow: 'disallow',
  dissallow: 'disallow',
  dissalow: 'disallow',
  disalow: 'disallow',
  diasllow: 'disallow',
  disallaw: 'disallow',
  'crawl-delay': 'delay',
  sitemap: 'sitemap',
  'site-map': 'sitemap',
};

/**
 * Cuts a robots.txt into groups and sitemaps by RFC 9309 2.2: groups begin with one or more `User-agent` lines, rules
 * before the first are nobody's, lines of other kinds change nothing. Never throws.
 */
export function readRobotsLines(text: string): { groups: RobotsGroup[]; sitemaps: string[] } {
  const groups: RobotsGroup[] = [];
  const sitemaps: string[] = [];
  let group: RobotsGroup | null = null;
  let naming = false;
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const { key, value } = readLine(raw);
    if (key === 'sitemap' && value !== '') sitemaps.push(value);
    else if (key === 'agent') {
      if (group === null || !naming) {
        group = { agents: [], rules: [], crawlDelay: null };
        groups.push(group);
      }
      naming = true;
      group.agents.push(agentName(value));
    } else if (key === 'allow' || key === 'disallow') {
      naming = false;
      if (value !== '') group?.rules.push({ allow: key === 'allow', pattern: value, line: index + 1 });
    } else if (key === 'delay' && group !== null) group.crawlDelay = Number.parseFloat(value);
  }
  return { groups, sitemaps };
}

/** The name that a group or a crawler goes by: `AisleBot/0.1 (+https://…)` is `aislebot`. */
function agentName(value: string): string {
  return value.trim().toLowerCase().split(/[\s/]/, 1)[0] ?? '';
}

/** `key: value`, or `key value` where the colon was forgotten. */
function readLine(raw: string): { key: (typeof KEYS)[string] | undefined; value: string } {
  const line = raw.replace(/#.*/s, '').trim();
  const colon = line.indexOf(':');
  if (colon !== -1)
    return { key: KEYS[line.slice(0, colon).trim().toLowerCase()], value: line.slice(colon + 1).trim() };
  const [key = '', value = '', more] = line.split(/\s+/);
  return { key: more === undefined ? KEYS[key.toLowerCase()] : undefined, value };
}
