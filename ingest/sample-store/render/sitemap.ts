/** A sitemap of URLs, as sitemaps.org's protocol 0.9 has it. */
export function sitemap(baseUrl: string, pages: { path: string; updated: string }[]): string {
  const urls = pages.map(
    ({ path, updated }) => `<url><loc>${baseUrl}${path}</loc><lastmod>${updated}</lastmod></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`;
}

/** A sitemap index, which names the sitemaps. */
export function sitemapIndex(baseUrl: string, maps: { path: string; updated: string }[]): string {
  const entries = maps.map(
    ({ path, updated }) => `<sitemap><loc>${baseUrl}${path}</loc><lastmod>${updated}</lastmod></sitemap>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('\n')}
</sitemapindex>
`;
}

/** The shop's robots.txt (RFC 9309): carts, accounts and searches are not for crawlers. */
export function robotsTxt(baseUrl: string): string {
  return `# Tarn & Timber
User-agent: *
Disallow: /cart
Disallow: /account
Disallow: /search

Sitemap: ${baseUrl}/sitemap.xml
`;
}
