import { element } from './element.js';

let count = 0;

/**
 * A labelled field of a form, with a place for what is wrong with it.
 * @param tag `input` or `textarea`
 * @returns `check` says whether it holds what it must, and shows it where not
 */
export function formField(texts, tag, label, options) {
  count += 1;
  const id = `field-${count}`;
  const input = element(tag, { id, 'aria-describedby': `${id}-mistake`, ...options });
  const name = element('span', {}, label);
  const mistake = element('span.failure', { id: `${id}-mistake` });
  const check = () => {
    const isFine = !input.required || input.value.trim() !== '';
    mistake.textContent = isFine ? '' : texts.missing;
    input.setAttribute('aria-invalid', String(!isFine));
    return isFine;
  };
  return {
    node: element('label', { htmlFor: id }, name, input, mistake),
    input,
    check,
    /** From now on it must be filled in. */
    require(newLabel) {
      input.required = true;
      name.textContent = newLabel;
    },
  };
}
