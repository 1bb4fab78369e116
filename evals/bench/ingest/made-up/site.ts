import { type Chrome, type MenuEntry, makeChrome } from './chrome.ts';
import { makeDice } from './dice.ts';
import { helpEntry, helpPage } from './help-page.ts';
import { htmlPage } from './html-page.ts';
import type { MadeUpPage } from './page.ts';
import { productEntry, productPage } from './product-page.ts';
import { paragraph } from './wording.ts';

/** A shop that exists only to be measured. The same size and origin give the same bytes. */
export interface MadeUpSite {
  /** Of every page, the start page first; all are linked and in the sitemap. */
  paths: string[];
  /** @throws RangeError for a path that is not one of `paths`. */
  page(path: string): MadeUpPage;
  /** Files for crawlers, by path. */
  files: Map<string, { contentType: string; body: string }>;
  chrome: Chrome;
}

const SHOP = 'Foxglove and Rye';
/** Shares of a shop's pages; products are the rest. */
const CATEGORY_SHARE = 0.04;
const HELP_SHARE = 0.16;
const RELATED = 6;
const DEPARTMENTS = ['Kitchen', 'Lighting', 'Outdoors', 'Storage', 'Bedroom', 'Travel', 'Garden', 'Office'];

interface Frame {
  chrome: Chrome;
  shop: string;
  origin: string;
}

/**
 * Makes a shop of so many pages: a start page, categories, help pages and products, about 25 kB each.
 * @param origin such as `http://127.0.0.1:8080`.
 * @throws RangeError for fewer than 20 pages.
 */
export function makeMadeUpSite(pages: number, origin: string): MadeUpSite {
  if (!(pages >= 20)) throw new RangeError(`expected at least 20 pages, got ${pages}`);
  const categories = entries(Math.round(pages * CATEGORY_SHARE), categoryEntry);
  const help = entries(Math.round(pages * HELP_SHARE), helpEntry);
  const products = entries(pages - 1 - categories.length - help.length, productEntry);
  const chrome = makeChrome(SHOP, categories, help.slice(0, 12));
  const frame = { chrome, shop: SHOP, origin };
  const perCategory = Math.ceil(products.length / categories.length);
  const render = new Map<string, () => MadeUpPage>([
    ['/', () => startPage(frame, [...categories, ...help])],
    ...categories.map(({ path, label }, at) => {
      const own = products.slice(at * perCategory, (at + 1) * perCategory);
      return [path, () => listPage(frame, { path, label, at, listed: own })] as const;
    }),
    ...help.map(({ path }, at) => [path, () => helpPage(at + 1, frame)] as const),
    ...products.map(({ path }, at) => {
      const related = Array.from({ length: RELATED }, (_, i) => products[(at + i + 1) % products.length]);
      return [
        path,
        () => productPage(at + 1, { ...frame, related: related.filter((each) => each !== undefined) }),
      ] as const;
    }),
  ]);
  const paths = [...render.keys()];
  return {
    paths,
    chrome,
    files: crawlerFiles(paths, origin),
    page(path) {
      const make = render.get(path);
      if (make === undefined) throw new RangeError(`expected a path of the made-up shop, got ${path}`);
      return make();
    },
  };
}

function entries(count: number, make: (number: number) => MenuEntry): MenuEntry[] {
  return Array.from({ length: Math.max(1, count) }, (_, at) => make(at + 1));
}

function categoryEntry(number: number): MenuEntry {
  const department = DEPARTMENTS[number % DEPARTMENTS.length] ?? '';
  return { path: `/collections/${department.toLowerCase()}-${number}`, label: `${department} ${number}` };
}

function startPage(frame: Frame, links: readonly MenuEntry[]): MadeUpPage {
  return listPage(frame, { path: '/', label: `Welcome to ${SHOP}`, at: -1, listed: links });
}

function listPage(
  { chrome, shop, origin }: Frame,
  { path, label, at, listed }: MenuEntry & { at: number; listed: readonly MenuEntry[] },
): MadeUpPage {
  const main = `<h1>${label}</h1>
<p>${paragraph(makeDice(at + 1000), `${label} collection`, 4)}</p>
<ul class="product-grid">
${listed.map((each) => `  <li class="card"><a href="${each.path}"><img src="${each.path}.jpg" alt="" loading="lazy"><span>${each.label}</span></a></li>`).join('\n')}
</ul>
<p>${paragraph(makeDice(at + 2000), `${label} collection`, 3)}</p>`;
  return {
    path,
    html: htmlPage({ chrome, shop, url: origin + path, title: label, structured: null, main }),
    facts: [],
    hidden: [],
    editable: null,
  };
}

function crawlerFiles(paths: readonly string[], origin: string): MadeUpSite['files'] {
  const urls = paths.map((path) => `<url><loc>${origin}${path}</loc></url>`).join('\n');
  return new Map([
    [
      '/robots.txt',
      {
        contentType: 'text/plain',
        body: `User-agent: *\nDisallow: /cart\nDisallow: /account\nDisallow: /wishlist\nDisallow: /search\n\nSitemap: ${origin}/sitemap.xml\n`,
      },
    ],
    [
      '/sitemap.xml',
      {
        contentType: 'application/xml',
        body: `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}\n</urlset>\n`,
      },
    ],
  ]);
}
