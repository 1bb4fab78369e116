import { element } from './element.js';

/**
 * Speaks an answer to screen readers a finished sentence at a time, however it is cut on its way.
 * @param node a live region
 */
export function makeAnnouncer(node) {
  let held = '';
  let segmenter = null;
  const say = (text) => {
    const words = text.replace(/\s*\[\d{1,3}\]/g, '').trim();
    if (words !== '') node.append(element('p', {}, words));
  };
  return {
    begin(locale) {
      held = '';
      node.replaceChildren();
      node.lang = locale;
      segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
    },
    add(text) {
      const sentences = [...segmenter.segment(held + text)].map(({ segment }) => segment);
      held = sentences.pop() ?? '';
      for (const sentence of sentences) say(sentence);
    },
    end() {
      say(held);
      held = '';
    },
  };
}
