import { element } from './element.js';

/** Texts to choose from, each a button. */
export function chips(choices, onChoose) {
  return element(
    'ul.chips',
    {},
    ...choices.map((each) =>
      element(
        'li',
        {},
        element('button.chip', { type: 'button', part: 'chip', onclick: () => onChoose(each) }, each),
      ),
    ),
  );
}
