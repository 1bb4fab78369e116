import { element, outwardLink, webAddress } from './element.js';

/** Cards of the products that an answer speaks of. */
export function productList(chat, products) {
  return element(
    'div.products',
    { role: 'group', 'aria-label': chat.texts.products },
    element(
      'ul',
      {},
      ...products.map((product) => element('li.product', { part: 'product' }, ...card(chat, product))),
    ),
  );
}

/** A line or three on a phone. */
const MOST_ATTRIBUTES = 4;

function card(
  { texts, formatDate, formatPrice },
  { name, url, image, price, priceMax, listPrice, currency, availability, attributes, asOf },
) {
  const source = webAddress(image);
  const picture =
    source && element('img', { src: source, alt: '', loading: 'lazy', referrerPolicy: 'no-referrer' });
  const frame = element('div.picture', {}, picture);
  if (picture) picture.onerror = () => picture.remove();
  const range = priceMax !== null && priceMax !== undefined && priceMax > price;
  const details = Object.entries(attributes).slice(0, MOST_ATTRIBUTES).map(attribute).join(' · ');
  const before = listPrice > price && [
    ' ',
    element('s', {}, element('span.unseen', {}, texts.wasPrice), ' ', formatPrice(listPrice, currency)),
  ];
  const stock = texts.availability[availability] ?? texts.availability.unknown;
  return [
    frame,
    outwardLink('a.name', url, name, element('span.unseen', {}, ` ${texts.newTab}`)),
    price !== null &&
      element(
        'p.price',
        {},
        formatPrice(price, currency),
        range && ` – ${formatPrice(priceMax, currency)}`,
        ...(before || []),
      ),
    element(`p.stock.${availability}`, {}, stock),
    details && element('p.details', {}, details),
    element('p.details', {}, texts.asOf(formatDate(asOf))),
  ];
}

/** With its name, for "Yes" or "42" alone says nothing. */
function attribute([name, value]) {
  const label = name.replaceAll('_', ' ');
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}: ${[value].flat().join(', ')}`;
}
