import { element } from './element.js';

/** What judges said of this answer, with their own reasons. */
export function judgementList(judgements) {
  return element(
    'ul.products',
    {},
    judgements.map(({ judge, about, mean, scores, unstable, reasons, failures }) =>
      element(
        'li.card',
        {},
        element('strong', {}, about),
        element('span.id', {}, judge),
        element(
          'span',
          {},
          mean === null
            ? 'no verdict'
            : `${mean.toFixed(2)} (${scores.map((score) => score.toFixed(2)).join(', ')})`,
        ),
        unstable && element('span.chip.warn', {}, 'unstable'),
        [...new Set(reasons)].map((reason) => element('p.plain.note', {}, reason)),
        failures.length > 0 && element('p.bad-text', {}, failures.join('; ')),
      ),
    ),
  );
}
