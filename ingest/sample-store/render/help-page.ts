import { helpPages } from '../data/help-pages.ts';
import { products } from '../data/products.ts';
import type { HelpPage } from '../data/types.ts';
import { renderBlocks } from './blocks.ts';
import { escapeHtml, inline, jsonLd, plain } from './html.ts';
import { breadcrumbs, renderPage } from './page.ts';
import { carousel, recentlyViewed } from './product-card.ts';

/** A help, policy or company page in the layout that its data names. */
export function renderHelpPage(baseUrl: string, page: HelpPage): string {
  const hub = page.locale === 'es' ? { name: 'Ayuda', path: '/es' } : { name: 'Help', path: '/help' };
  const trail = breadcrumbs(baseUrl, page.locale, [hub, { name: page.title, path: page.path }]);
  const best = products.filter((product) => product.rating >= 4.8).slice(0, 4);
  const layouts = { article, accordion, definitions, faq };
  return renderPage(baseUrl, {
    path: page.path,
    title: page.title,
    description: page.description,
    locale: page.locale,
    bodyClass: `template-page page-${page.layout}`,
    head: `${trail.script}${page.layout === 'faq' ? `\n${faqJsonLd(page)}` : ''}`,
    ...(page.translation
      ? { alternates: { [page.locale]: page.path, [page.locale === 'es' ? 'en' : 'es']: page.translation } }
      : {}),
    body: `${trail.html}
${layouts[page.layout](page)}
${carousel(page.locale === 'es' ? 'Lo más vendido' : 'Bestsellers', best)}
${recentlyViewed()}`,
  });
}

function article(page: HelpPage): string {
  const here = helpPages.filter((other) => other.locale === page.locale && other.foundBy === undefined);
  const toc = page.sections.map(
    (section) => `<li><a href="#${section.id}">${escapeHtml(section.heading)}</a></li>`,
  );
  const sections = page.sections.map(
    (section) =>
      `<h2 id="${section.id}">${escapeHtml(section.heading)} <a class="anchor" href="#${section.id}" aria-hidden="true" tabindex="-1">#</a></h2>\n${renderBlocks(section.blocks)}`,
  );
  const updated = page.locale === 'es' ? 'Actualizado el' : 'Last updated';
  return `<div class="with-sidebar"><aside class="sidebar"><nav aria-label="Help topics"><ul>${here.map((other) => `<li><a href="${other.path}"${other === page ? ' aria-current="page"' : ''}>${escapeHtml(other.title)}</a></li>`).join('')}</ul></nav></aside>
<main id="main"><article class="rte"><h1>${escapeHtml(page.title)}</h1>
<p class="updated">${updated} <time datetime="${page.updated}">${page.updated}</time></p>
${renderBlocks(page.intro)}
<nav class="toc" aria-label="On this page"><ul>${toc.join('')}</ul></nav>
${sections.join('\n')}
${helpful(page)}</article></main></div>`;
}

function accordion(page: HelpPage): string {
  const items = page.sections.map(
    (section, index) =>
      `<details class="acc" id="${section.id}"${index === 0 ? ' open' : ''}><summary><h2 class="acc__q">${escapeHtml(section.heading)}</h2><svg class="chev" viewBox="0 0 10 6" aria-hidden="true"><path d="m1 1 4 4 4-4" fill="none" stroke="currentColor"/></svg></summary><div class="acc__a">${renderBlocks(section.blocks)}</div></details>`,
  );
  return `<div id="main" role="main" class="narrow"><div class="hero"><h1>${escapeHtml(page.title)}</h1><div class="hero__sub">${renderBlocks(page.intro)}</div></div>
${items.join('\n')}
${helpful(page)}</div>`;
}

function definitions(page: HelpPage): string {
  const sections = page.sections.map(
    (section) =>
      `<section class="panel-card" aria-labelledby="${section.id}"><h2 id="${section.id}">${escapeHtml(section.heading)}</h2>${renderBlocks(section.blocks)}</section>`,
  );
  return `<div class="page-width" id="main"><h1 class="title">${escapeHtml(page.title)}</h1>${renderBlocks(page.intro)}
<div class="grid-cards">${sections.join('\n')}</div></div>`;
}

function faq(page: HelpPage): string {
  const items = page.sections.map(
    (section) =>
      `<div class="faq-item"><h3><button type="button" class="faq-q" aria-expanded="true" aria-controls="${section.id}">${escapeHtml(section.heading)}</button></h3><div class="faq-a" id="${section.id}" role="region">${section.blocks.map((block) => (typeof block === 'string' ? `<p>${inline(block)}</p>` : renderBlocks([block]))).join('')}</div></div>`,
  );
  return `<main id="main" class="narrow"><h1>${escapeHtml(page.title)}</h1>${renderBlocks(page.intro)}
<div class="faq-list">${items.join('\n')}</div></main>`;
}

function faqJsonLd(page: HelpPage): string {
  return jsonLd({
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: page.sections.map((section) => ({
      '@type': 'Question',
      name: section.heading,
      acceptedAnswer: {
        '@type': 'Answer',
        text: section.blocks
          .filter((block) => typeof block === 'string')
          .map(plain)
          .join(' '),
      },
    })),
  });
}

function helpful(page: HelpPage): string {
  return page.locale === 'es'
    ? '<div class="helpful"><p>¿Te ha servido esta página?</p><button type="button">Sí</button><button type="button">No</button></div>'
    : '<div class="helpful"><p>Was this page helpful?</p><button type="button">Yes</button><button type="button">No</button></div>';
}
