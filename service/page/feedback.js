import { sendFeedback } from './api.js';
import { element } from './element.js';
import { texts } from './texts.js';

/** Thumbs for one answer. Either can be changed to the other. */
export function feedbackButtons({ answerId, store }) {
  const said = element('span', { role: 'status' });
  const buttons = ['up', 'down'].map((rating) =>
    element(
      'button.thumb',
      {
        type: 'button',
        'aria-label': texts[rating],
        'aria-pressed': 'false',
        title: texts[rating],
        onclick: () => rate(rating),
      },
      thumb(rating),
    ),
  );
  const press = (rating) => {
    buttons[0].ariaPressed = String(rating === 'up');
    buttons[1].ariaPressed = String(rating === 'down');
  };
  const rate = async (rating) => {
    press(rating);
    try {
      await sendFeedback({ answerId, rating, store });
      said.textContent = texts.thanks;
    } catch {
      press(null);
      said.textContent = texts.notSaved;
    }
  };
  return element(
    'div.feedback',
    { role: 'group', 'aria-label': texts.helpful },
    element('span', {}, texts.helpful),
    ...buttons,
    said,
  );
}

const svg = 'http://www.w3.org/2000/svg';

// Drawn, for not every system has a font with thumbs.
function thumb(rating) {
  const path = document.createElementNS(svg, 'path');
  path.setAttribute(
    'd',
    'M7 11v9H4v-9zm0 0 4-8c1.4 0 2.5 1 2.5 2.5V9H19a2 2 0 0 1 2 2.3l-1.2 7A2 2 0 0 1 17.8 20H7',
  );
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('aria-hidden', 'true');
  drawing.classList.add(rating);
  drawing.append(path);
  return drawing;
}
