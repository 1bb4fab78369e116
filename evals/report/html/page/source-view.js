import { element, sourceLink } from './element.js';

export function citationList(citations) {
  return element('ol.citations', {}, citations.map(citationCard));
}

function citationCard({ id, url, title, quote, before, after, fault }) {
  const card = element(
    'li.card',
    { tabIndex: -1 },
    element('p.source', {}, element('span.cite', {}, String(id)), sourceLink(url, title)),
    element(
      'blockquote.plain',
      {},
      before && element('span.around', {}, `…${before}`),
      element('mark', {}, quote),
      after && element('span.around', {}, `${after}…`),
    ),
    fault && element('p.bad-text', {}, `Not proven: ${fault}`),
  );
  card.dataset.citation = String(id);
  return card;
}

export function passageList(passages) {
  if (passages.length === 0) return element('p.note', {}, 'Nothing was retrieved.');
  const best = Math.max(...passages.map(({ score }) => score), Number.MIN_VALUE);
  return element(
    'ol.passages',
    {},
    passages.map((passage, index) => passageCard(passage, index + 1, best)),
  );
}

function passageCard({ url, title, heading, text, score, citedBy }, rank, best) {
  const bar = element('span.bar', { 'aria-hidden': 'true' });
  bar.style.width = `${Math.max(0, Math.min(1, score / best)) * 4}rem`;
  return element(
    `li.card${citedBy.length > 0 ? '.cited' : ''}`,
    {},
    element(
      'p.source',
      {},
      element('span.rank', {}, `${rank}.`),
      sourceLink(url, title),
      citedBy.length > 0 &&
        element('span.chip.good', {}, `cited ${citedBy.map((id) => `[${id}]`).join(' ')}`),
      element('span.score', {}, bar, score.toFixed(2)),
    ),
    heading.length > 0 && element('p.path', {}, heading.join(' › ')),
    element('p.plain.passage', {}, text),
  );
}

export function productList(products) {
  return element(
    'ul.products',
    {},
    products.map(({ sku, name, price, currency }) =>
      element(
        'li.card',
        {},
        element('strong', {}, name),
        element('span.id', {}, sku),
        price === null ? null : element('span', {}, `${price} ${currency ?? ''}`),
      ),
    ),
  );
}
