import { sendHandoff } from './api.js';
import { element } from './element.js';
import { texts } from './texts.js';

let count = 0;

/** A button that becomes the form for passing a question to the store's people. */
export function handoffOffer(context, { open }) {
  const place = element('div.handoff', { role: 'group', 'aria-label': texts.person });
  const show = (focus) => {
    const form = handoffForm(context, (contact) => {
      const receipt = element('p.note', { role: 'status', tabIndex: -1 }, texts.handedOff(contact));
      place.replaceChildren(receipt);
      receipt.focus();
    });
    place.replaceChildren(form);
    if (focus) form.elements.contact.focus();
  };
  if (open) show(false);
  else place.append(element('button.chip', { type: 'button', onclick: () => show(true) }, texts.person));
  return place;
}

function handoffForm({ question, ...context }, onSent) {
  count += 1;
  const contact = field('input', `contact-${count}`, texts.contact, {
    name: 'contact',
    autocomplete: 'email',
    maxLength: 200,
  });
  const message = field('textarea', `message-${count}`, texts.message, {
    name: 'message',
    rows: 3,
    maxLength: 4000,
    value: question,
  });
  const failure = element('p.failure', { role: 'alert' });
  const submit = element('button.primary', { type: 'submit' }, texts.sendMessage);
  const form = element('form', { noValidate: true }, contact.node, message.node, failure, submit);
  form.onsubmit = async (event) => {
    event.preventDefault();
    const empty = [contact, message].filter((each) => !each.check());
    if (empty.length > 0) {
      empty[0].input.focus();
      return;
    }
    submit.disabled = true;
    failure.textContent = '';
    try {
      await sendHandoff({ ...context, contact: contact.input.value, message: message.input.value });
      onSent(contact.input.value.trim());
    } catch (error) {
      failure.textContent = error.message;
      submit.disabled = false;
    }
  };
  return form;
}

function field(tag, id, label, options) {
  const input = element(tag, { id, required: true, 'aria-describedby': `${id}-mistake`, ...options });
  const mistake = element('span.failure', { id: `${id}-mistake` });
  const check = () => {
    const filled = input.value.trim() !== '';
    mistake.textContent = filled ? '' : texts.missing;
    input.setAttribute('aria-invalid', String(!filled));
    return filled;
  };
  return {
    node: element('label', { htmlFor: id }, element('span', {}, label), input, mistake),
    input,
    check,
  };
}
