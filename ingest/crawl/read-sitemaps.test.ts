import { expect, it } from 'vitest';
import type { PoliteFetch } from './polite-fetch.ts';
import { readSitemaps, type SitemapFinding } from './read-sitemaps.ts';
import { makeSiteScope } from './site-scope.ts';

/** Answers each address with a body, or 404, and notes what was asked for. */
function fetchFrom(bodies: Record<string, string>): PoliteFetch & { asked: string[] } {
  const asked: string[] = [];
  const fetch: PoliteFetch = async (url) => {
    asked.push(url);
    const status = bodies[url] === undefined ? 404 : 200;
    const body = Buffer.from(bodies[url] ?? '');
    return { ok: true, tries: 1, response: { url, status, headers: {}, body, redirects: [] } };
  };
  return Object.assign(fetch, { asked });
}

async function read(listed: string[], bodies: Record<string, string>) {
  const fetch = fetchFrom(bodies);
  const scope = makeSiteScope(new URL('https://www.shop.example/'));
  const findings: SitemapFinding[] = [];
  for await (const finding of readSitemaps(listed, scope, fetch)) findings.push(finding);
  const problems = findings.flatMap((finding) => ('problem' in finding ? [finding.problem] : []));
  const urls = findings.flatMap((finding) =>
    'entries' in finding ? finding.entries.map(({ url }) => url) : [],
  );
  return { asked: fetch.asked, problems, urls };
}

const page = (url: string) => `<urlset><url><loc>${url}</loc></url></urlset>`;

it('asks for a sitemap under the spelling of the site, once, and for another host as it is listed', async () => {
  const listed = [
    'http://shop.example/s.xml',
    'https://www.shop.example/s.xml',
    '/s.xml',
    'https://cdn.example/t.xml',
  ];
  const { asked, urls, problems } = await read(listed, {
    'https://www.shop.example/s.xml': page('https://www.shop.example/a'),
    'https://cdn.example/t.xml': page('https://www.shop.example/b'),
  });
  expect(asked).toEqual(['https://www.shop.example/s.xml', 'https://cdn.example/t.xml']);
  expect(urls).toEqual(['https://www.shop.example/a', 'https://www.shop.example/b']);
  expect(problems).toEqual([]);
});

it('reads what an index names on the site or beside the index, and each sitemap once', async () => {
  const names = [
    'http://shop.example/1.xml',
    '/1.xml',
    'https://cdn.example/2.xml',
    'https://other.example/3.xml',
  ];
  const index = `<sitemapindex>${names.map((name) => `<sitemap><loc>${name}</loc></sitemap>`).join('')}</sitemapindex>`;
  const { asked, problems } = await read(['https://cdn.example/index.xml', '/index.xml'], {
    'https://cdn.example/index.xml': index,
    'https://www.shop.example/index.xml':
      '<sitemapindex><sitemap><loc>/index.xml</loc></sitemap></sitemapindex>',
    'https://www.shop.example/1.xml': page('https://www.shop.example/a'),
    'https://cdn.example/1.xml': page('https://www.shop.example/b'),
    'https://cdn.example/2.xml': page('https://www.shop.example/c'),
  });
  expect(asked.toSorted()).toEqual([
    'https://cdn.example/1.xml',
    'https://cdn.example/2.xml',
    'https://cdn.example/index.xml',
    'https://www.shop.example/1.xml',
    'https://www.shop.example/index.xml',
  ]);
  expect(problems).toMatchObject([
    {
      url: 'https://other.example/3.xml',
      stage: 'discover',
      via: { by: 'sitemap', from: 'https://cdn.example/index.xml' },
    },
  ]);
});

it('says nothing of a sitemap that nobody has promised, and of a promised one what came', async () => {
  expect((await read([], {})).problems).toEqual([]);
  const { problems } = await read(['/s.xml'], {});
  expect(problems).toMatchObject([
    {
      reason: expect.stringContaining('found status 404'),
      via: { by: 'sitemap', from: 'https://www.shop.example/robots.txt' },
      fetched: { status: 404, bytes: 0 },
    },
  ]);
});
