import { listShown } from './check-products.ts';
import type { AnswerCheck } from './judged-answer.ts';

/** None of the unwanted products is shown. */
export const checkNotProducts: AnswerCheck = ({ notProducts }, { response }) => {
  if (notProducts === undefined) return null;
  return {
    name: 'notProducts',
    passed: !response.products.some(({ sku }) => notProducts.includes(sku)),
    expected: `none of ${notProducts.join(', ')}`,
    got: listShown(response),
  };
};
