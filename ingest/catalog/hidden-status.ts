/** What exports of Shopify and WooCommerce, and spreadsheets in English and Spanish, call a product that is not for sale yet or any more. */
const HIDDEN = new RegExp(
  `^(?:${[
    'draft|archived|inactive|disabled|false|no|0|-1|pending|private|hidden|trash|deleted|unlisted|unpublished',
    'borrador|archivado|inactivo|desactivado|pendiente|privado|oculto|papelera|no publicado',
  ].join('|')})$`,
  'i',
);

/** Whether a product's status takes it out of the shop. */
export function isHiddenStatus(status: string): boolean {
  return HIDDEN.test(status.trim());
}
