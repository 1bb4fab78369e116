import { shop } from '../data/shop.ts';
import type { Locale } from '../data/types.ts';
import { footer, frameWords, header, overlays } from './chrome.ts';
import { escapeHtml, jsonLd } from './html.ts';

/** What a template hands over to be framed as a whole HTML page. */
export interface PageParts {
  path: string;
  title: string;
  description: string;
  locale?: Locale;
  /** The content, with its own `id="main"`. */
  body: string;
  bodyClass?: string;
  /** Further elements of the head, such as JSON-LD. */
  head?: string;
  /** Paths of this page by language, itself included. */
  alternates?: Partial<Record<Locale, string>>;
  /** Pages that search engines shall leave out. */
  noindex?: boolean;
  image?: string;
}

/** Frames content as an HTML document. URLs that must be absolute start with `baseUrl`. */
export function renderPage(baseUrl: string, parts: PageParts): string {
  const locale = parts.locale ?? 'en';
  const title = `${parts.title} | ${shop.name}`;
  const canonical = baseUrl + parts.path;
  const alternates = Object.entries(parts.alternates ?? {}).map(
    ([language, path]) => `<link rel="alternate" hreflang="${language}" href="${baseUrl}${path}">`,
  );
  if (parts.alternates?.en) {
    alternates.push(`<link rel="alternate" hreflang="x-default" href="${baseUrl}${parts.alternates.en}">`);
  }
  return `<!doctype html>
<html lang="${locale}" class="no-js">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(parts.description)}">
${parts.noindex ? '<meta name="robots" content="noindex">' : `<link rel="canonical" href="${canonical}">`}
${alternates.join('\n')}
<meta property="og:title" content="${escapeHtml(parts.title)}">
<meta property="og:site_name" content="${escapeHtml(shop.name)}">
<meta property="og:image" content="${baseUrl}${parts.image ?? '/images/og.svg'}">
<link rel="icon" href="/images/og.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/style.css">
${parts.head ?? ''}
<script>document.documentElement.className='js'</script>
</head>
<body class="${parts.bodyClass ?? 'page'}">
<!-- theme 4.2.1 -->
${header(locale)}
${parts.body}
${footer(locale)}
${overlays(locale, parts.path)}
</body>
</html>
`;
}

/** Breadcrumbs, visible and as schema.org BreadcrumbList. The last one is the page itself. */
export function breadcrumbs(baseUrl: string, locale: Locale, trail: { name: string; path: string }[]) {
  const all = [{ name: frameWords(locale).home, path: locale === 'es' ? '/es' : '/' }, ...trail];
  const items = all.map((crumb, index) =>
    index === all.length - 1
      ? `<li aria-current="page">${escapeHtml(crumb.name)}</li>`
      : `<li><a href="${crumb.path}">${escapeHtml(crumb.name)}</a></li>`,
  );
  const data = {
    '@type': 'BreadcrumbList',
    itemListElement: all.map((crumb, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: crumb.name,
      item: baseUrl + crumb.path,
    })),
  };
  return {
    html: `<nav class="breadcrumbs" aria-label="Breadcrumb"><ol>${items.join('')}</ol></nav>`,
    data,
    script: jsonLd({ '@context': 'https://schema.org', ...data }),
  };
}
