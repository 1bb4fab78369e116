import { products } from '../data/products.ts';
import { categories, rules } from '../data/shop.ts';
import type { Product, Review } from '../data/types.ts';
import { productState, type StoreVariant, variantsOf } from '../variants.ts';
import { dollars, escapeHtml } from './html.ts';
import { breadcrumbs, renderPage } from './page.ts';
import { carousel, priceHtml, recentlyViewed } from './product-card.ts';
import { productJsonLd } from './product-json-ld.ts';

/** A product's page, in the newer theme (tabs, spec table) or the older one (accordion, definition list). */
export function renderProductPage(baseUrl: string, product: Product): string {
  const path = `/products/${product.handle}`;
  const category = categories.find(({ slug }) => slug === product.category);
  const trail = breadcrumbs(baseUrl, 'en', [
    { name: category?.name ?? product.category, path: `/collections/${product.category}` },
    { name: product.name, path },
  ]);
  const newer = product.markup === 'group' || product.markup === 'graph';
  const { html, data } = trail;
  const related = products.filter((other) => other !== product && other.category === product.category);
  const others = products.filter((other) => other.category !== product.category && other.rating >= 4.7);
  return renderPage(baseUrl, {
    path,
    title: product.name,
    description: product.summary,
    bodyClass: `template-product ${newer ? 'pdp-v2' : 'pdp-v1'}`,
    head: productJsonLd(baseUrl, product, data),
    image: `/images/${product.handle}.svg`,
    body: `${html}
<main id="main" class="product" role="main">
<div class="product__top"><div class="product__media"><img src="/images/${product.handle}.svg" alt="${escapeHtml(product.name)} in ${escapeHtml(product.colors[0] ?? '')}" width="560" height="560"></div>
${buyBox(product)}</div>
${newer ? tabs(product) : accordion(product)}
${reviews(product)}
</main>
<aside>${carousel('You may also like', [...related, ...others].slice(0, 5))}
${recentlyViewed()}</aside>`,
  });
}

function buyBox(product: Product): string {
  const variants = variantsOf(product);
  const state = productState(product);
  const stateText = {
    in_stock: 'In stock',
    out_of_stock: 'Sold out',
    preorder: `Preorder: ships on ${longDate(product.preorder)}`,
  }[state];
  const colors = product.colors.map((color) => {
    const gone = variants.every(
      (variant) => variant.color !== color || variant.availability === 'out_of_stock',
    );
    return `<label class="swatch${gone ? ' is-out' : ''}"><input type="radio" name="color" value="${escapeHtml(color)}"${gone ? ' disabled' : ''}><span>${escapeHtml(color)}${gone ? ' <em>(sold out)</em>' : ''}</span></label>`;
  });
  const button = {
    in_stock: 'Add to cart',
    out_of_stock: 'Email me when it is back',
    preorder: 'Preorder now',
  }[state];
  return `<div class="product__info"><p class="vendor">${escapeHtml(product.brand)}</p><h1>${escapeHtml(product.name)}</h1>
<p class="stars" aria-label="${product.rating} out of 5 stars"><span aria-hidden="true">★★★★★</span> ${product.rating} (${product.ratingCount})</p>
<div class="product__price" data-product-price>${priceHtml(product)}</div>
${product.finalSale ? '<p class="final">Final sale: cannot be returned or exchanged.</p>' : ''}
<p class="lede">${escapeHtml(product.summary)}</p>
<form action="/cart" method="post"><fieldset><legend>Color</legend>${colors.join('')}</fieldset>${sizes(product, variants)}
<p class="stock stock--${state}">${stateText}</p><button type="submit" class="btn"${state === 'out_of_stock' ? ' aria-disabled="true"' : ''}>${button}</button></form>
${themeData(product, variants)}
<p class="sku">SKU: <span>${product.sku}</span></p>
<ul class="usp"><li>Free shipping over ${rules.freeShippingOver}</li>
<li>${product.finalSale ? 'Final sale' : `${product.productType.includes('Headlamps') ? rules.electronicsReturnDays : rules.returnDays}-day returns`}</li>
<li>Repairs in Bend</li></ul></div>`;
}

/** The data that a theme's script reads, with prices in cents. */
function themeData(product: Product, variants: StoreVariant[]): string {
  const data = variants.map(({ sku, color, size, price, listPrice, availability }) => ({
    sku,
    options: [color, size],
    price: Math.round(price * 100),
    compare_at_price: listPrice === null ? null : Math.round(listPrice * 100),
    available: availability !== 'out_of_stock',
  }));
  const json = JSON.stringify({ handle: product.handle, variants: data }).replaceAll('<', '\\u003c');
  return `<script type="application/json" data-product-json>${json}</script>`;
}

function sizes(product: Product, variants: StoreVariant[]): string {
  if (product.sizes.length === 0) return '';
  const options = product.sizes.map((size) => {
    const same = variants.filter((variant) => variant.size === size);
    const gone = same.filter((variant) => variant.availability === 'out_of_stock');
    const where =
      gone.length === same.length
        ? ' – sold out'
        : gone.length > 0
          ? ` – sold out in ${gone.map((variant) => variant.color).join(', ')}`
          : '';
    const extra = product.surcharges?.[size] && same[0] ? ` – ${dollars(same[0].price)}` : '';
    return `<option value="${escapeHtml(size)}"${gone.length === same.length ? ' disabled' : ''}>${escapeHtml(size + extra + where)}</option>`;
  });
  const guide = product.productType.includes('Footwear')
    ? 'boots'
    : product.productType.startsWith('Packs')
      ? 'packs'
      : 'jackets';
  return `<label class="field">Size <select name="size">${options.join('')}</select></label> <a class="guide" href="/help/size-guide-${guide}">Size guide</a>`;
}

function specRows(product: Product): [string, string][] {
  return [
    ['Material', product.material],
    ...product.specs,
    ['Colors', product.colors.join(', ')],
    ...(product.sizes.length > 0 ? [['Sizes', product.sizes.join(', ')] satisfies [string, string]] : []),
  ];
}

function features(product: Product): string {
  return `<ul>${product.features.map((feature) => `<li>${escapeHtml(feature)}</li>`).join('')}</ul>`;
}

function paragraphs(product: Product): string {
  return product.description.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n');
}

function tabs(product: Product): string {
  const rows = specRows(product).map(
    ([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  return `<section class="tabs"><div class="tab" id="description"><h2>Description</h2>${paragraphs(product)}${features(product)}</div>
<div class="tab" id="specs"><h2>Specifications</h2><table class="specs"><tbody>${rows.join('\n')}</tbody></table></div>
<div class="tab" id="care"><h2>Care</h2><p>${escapeHtml(product.care)}</p></div></section>`;
}

function accordion(product: Product): string {
  const rows = specRows(product).map(
    ([name, value]) => `<div class="spec"><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`,
  );
  return `<div class="pdp-accordion"><div class="rte">${paragraphs(product)}</div>
<details open><summary>Features</summary>${features(product)}</details>
<details><summary>Tech specs</summary><dl class="specs">${rows.join('\n')}</dl></details>
<details><summary>Care instructions</summary><p>${escapeHtml(product.care)}</p></details></div>`;
}

function reviews(product: Product): string {
  const items = product.reviews.map(
    (review: Review) =>
      `<li class="review"><p class="review__head"><strong>${escapeHtml(review.title)}</strong> <span aria-label="${review.rating} of 5">${'★'.repeat(review.rating)}</span></p><p>${escapeHtml(review.text)}</p><p class="review__by">${escapeHtml(review.author)}, <time datetime="${review.date}">${review.date}</time></p></li>`,
  );
  const list = items.length > 0 ? `<ul>${items.join('')}</ul>` : '<p>Be the first to write a review.</p>';
  return `<section class="reviews" id="reviews"><h2>Customer reviews</h2>${list}</section>`;
}

function longDate(date: string | undefined): string {
  return date
    ? new Date(`${date}T00:00:00Z`).toLocaleDateString('en-US', {
        month: 'long',
        day: 'numeric',
        year: 'numeric',
        timeZone: 'UTC',
      })
    : '';
}
