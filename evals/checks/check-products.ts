import type { AnswerResponse } from '../../service/schemas/answer-response.ts';
import type { AnswerCheck } from './judged-answer.ts';

/** All expected products are among those shown. */
export const checkProducts: AnswerCheck = ({ products }, { response }) => {
  if (products === undefined) return null;
  const shown = response.products.map(({ sku }) => sku);
  return {
    name: 'products',
    passed: products.every((sku) => shown.includes(sku)),
    expected: products.join(', '),
    got: listShown(response),
  };
};

/** The products shown, in their order. */
export function listShown({ products }: AnswerResponse): string {
  return products.map(({ sku }) => sku).join(', ') || 'none';
}
