import { element, outwardLink, webAddress } from './element.js';
import { formatDate, formatPrice, texts } from './texts.js';

/** Cards of the products that an answer speaks of. */
export function productList(products) {
  return element(
    'div.products',
    { role: 'group', 'aria-label': texts.products },
    element('ul', {}, ...products.map((product) => element('li.product', {}, ...card(product)))),
  );
}

function card({ name, url, image, price, priceMax, listPrice, currency, availability, attributes, asOf }) {
  const source = webAddress(image);
  const picture =
    source && element('img', { src: source, alt: '', loading: 'lazy', referrerPolicy: 'no-referrer' });
  const frame = element('div.picture', {}, picture);
  if (picture) picture.onerror = () => picture.remove();
  const range = priceMax !== null && priceMax !== undefined && priceMax > price;
  const details = Object.values(attributes).flat().slice(0, 6).join(' · ');
  return [
    frame,
    outwardLink('a.name', url, name, element('span.unseen', {}, ` ${texts.newTab}`)),
    price !== null &&
      element(
        'p.price',
        {},
        formatPrice(price, currency),
        range && ` – ${formatPrice(priceMax, currency)}`,
        listPrice > price && ' ',
        listPrice > price &&
          element('s', {}, element('span.unseen', {}, texts.wasPrice), ' ', formatPrice(listPrice, currency)),
      ),
    element(`p.stock.${availability}`, {}, texts.availability[availability] ?? texts.availability.unknown),
    details && element('p.details', {}, details),
    element('p.details', {}, texts.asOf(formatDate(asOf))),
  ];
}
