import { listShown } from './check-products.ts';
import type { AnswerCheck } from './judged-answer.ts';

/** With `productsOrder: listed`, the expected products are shown in the order of the list; others may stand between. */
export const checkProductsOrder: AnswerCheck = ({ products, productsOrder }, { response }) => {
  if (products === undefined || productsOrder !== 'listed') return null;
  const places = products.map((sku) => response.products.findIndex((product) => product.sku === sku));
  return {
    name: 'productsOrder',
    passed: places.every((place, index) => place !== -1 && place >= (places[index - 1] ?? 0)),
    expected: products.join(', then '),
    got: listShown(response),
  };
};
