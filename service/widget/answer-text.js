import { element } from './element.js';

/**
 * Shows an answer as it streams, its `[n]` marks as buttons. Text is only ever added, so that focus and selection
 * stay where they are.
 * @param onMark called with the number of a mark that was pressed
 */
export function makeAnswerText(texts, onMark) {
  const node = element('div.text', { part: 'answer' });
  let held = '';

  const makeMark = (id) => {
    const mark = element('button.mark', { type: 'button', onclick: () => onMark(id) }, String(id));
    mark.dataset.id = id;
    mark.ariaLabel = texts.mark(id, '').replace(/:\s*$/, '');
    return mark;
  };
  const add = (text) => {
    const pieces = text.split(/\[(\d{1,3})\]/);
    for (const [at, piece] of pieces.entries()) {
      if (at % 2 === 1) node.append(makeMark(Number(piece)));
      else {
        const words = withBullets(piece, node.textContent === '');
        // A mark does not begin a line.
        node.append(at < pieces.length - 1 ? words.replace(/ $/, '\u00a0') : words);
      }
    }
  };

  return {
    node,
    append(text) {
      const whole = held + text;
      const cut = /(?:(?:^|\n+)-? ?| ?(?:\[\d{0,3})?)$/.exec(whole).index;
      held = whole.slice(cut);
      add(whole.slice(0, cut));
    },
    /** Shows what was held back as the possible beginning of a mark or of a list's item. */
    end() {
      add(held);
      held = '';
    },
    /** Names a mark for screen readers once its citation is known. */
    nameMark({ id, title }) {
      for (const mark of node.querySelectorAll(`.mark[data-id="${id}"]`))
        mark.ariaLabel = texts.mark(id, title);
    },
  };
}

/** Items of a list come as lines that begin with `- `. */
function withBullets(text, isFirst) {
  const begun = isFirst ? text.replace(/^- /, '• ') : text;
  return begun.replaceAll('\n- ', '\n• ');
}
