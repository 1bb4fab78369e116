import type { Chrome } from './chrome.ts';

/** Puts a main text into the shop's frame. */
export function htmlPage(page: {
  chrome: Chrome;
  shop: string;
  url: string;
  title: string;
  /** JSON-LD of the page; null for none. */
  structured: object | null;
  main: string;
}): string {
  const { chrome, shop, url, title, structured, main } = page;
  const data =
    structured === null ? '' : `<script type="application/ld+json">${JSON.stringify(structured)}</script>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title} | ${shop}</title>
<link rel="canonical" href="${url}">
<meta property="og:title" content="${title}">
<meta property="og:site_name" content="${shop}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${chrome.styles}
${data}
</head>
<body class="template">
${chrome.top}
<main id="content">
${main}
</main>
${chrome.bottom}
</body>
</html>
`;
}
