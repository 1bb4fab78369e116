import { chips } from './chips.js';
import { element, icon } from './element.js';

const lines = {
  chat: 'M5 5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z',
  down: 'M6 9l6 6 6-6',
  close: 'M6 6l12 12M18 6 6 18',
  restart: 'M12 5v14M5 12h14',
  send: 'M12 19V5m-6 6 6-6 6 6',
  stop: 'M8 8h8v8H8z',
};

const iconButton = (name, label, options) =>
  element(
    `button.icon.${name}`,
    { type: 'button', 'aria-label': label, title: label, ...options },
    icon(lines[name]),
  );

/** The elements of the bubble and its panel; what they do is up to who asks for them. */
export function makePanel(texts, title) {
  const dot = element('span.dot', { hidden: true }, element('span.unseen', {}, texts.unread));
  const bubble = element(
    'button.bubble',
    {
      type: 'button',
      part: 'bubble',
      'aria-expanded': 'false',
      'aria-haspopup': 'dialog',
    },
    element('span.unseen', {}, texts.chat),
    icon(lines.chat, 'closed'),
    icon(lines.down, 'opened'),
    dot,
  );
  const heading = element('h2', { id: 'title', tabIndex: -1 }, title ?? texts.title);
  const who = element('p', {}, texts.automatic);
  const restart = iconButton('restart', texts.restart, { hidden: true });
  const close = iconButton('close', texts.closeChat);
  const examples = element('div');
  const welcome = element(
    'section.welcome',
    {},
    element('h3', {}, texts.welcome),
    element('p', {}, texts.promise),
    examples,
  );
  const log = element('div.log', { role: 'log', 'aria-live': 'off', 'aria-label': texts.conversation });
  const scroller = element('div.scroller', { tabIndex: -1 }, welcome, log);
  const offline = element('p.offline', { role: 'status', hidden: navigator.onLine }, texts.isOffline);
  const field = element('textarea', {
    id: 'question',
    rows: 1,
    maxLength: 2000,
    required: true,
    autocomplete: 'off',
    enterKeyHint: 'send',
    placeholder: texts.placeholder,
  });
  const send = element(
    'button.send',
    { type: 'submit', 'aria-label': texts.send, part: 'send' },
    icon(lines.send, 'arrow'),
    icon(lines.stop, 'square'),
  );
  const form = element(
    'form.ask',
    { noValidate: true },
    element('label.unseen', { htmlFor: 'question' }, texts.question),
    field,
    send,
  );
  // Within the panel: what is beside it is silent while it is modal.
  const status = element('p.unseen', { role: 'status' });
  const spoken = element('div.unseen', { 'aria-live': 'polite' });
  const panel = element(
    'dialog.panel',
    { part: 'panel', 'aria-labelledby': 'title' },
    element('header.top', { part: 'header' }, element('div.names', {}, heading, who), restart, close),
    scroller,
    offline,
    element('footer', {}, form),
    status,
    spoken,
  );
  const dialog = element('dialog.source', { 'aria-labelledby': 'source-title' });
  return {
    nodes: [element('section.aisle', { 'aria-label': texts.chat }, bubble, panel, dialog)],
    bubble,
    panel,
    heading,
    scroller,
    restart,
    close,
    offline,
    dialog,
    view: { log, form, field, send, status, spoken },
    showName(name) {
      if (!title) heading.textContent = name;
    },
    showExamples: (questions, ask) => examples.replaceChildren(chips(questions, ask)),
    showFilled(isFilled) {
      welcome.hidden = isFilled;
      restart.hidden = !isFilled;
    },
    showPeople(areThere) {
      who.textContent = areThere ? texts.personSays : texts.automatic;
    },
    showUnread(isUnread) {
      dot.hidden = !isUnread;
    },
  };
}
