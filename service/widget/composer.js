/**
 * The field for a question, with a button that sends, and stops while an answer is made.
 * @param view its elements: `form`, `field` and `send`
 * @param onAsk called with a question
 * @param onStop called when the answer that is being made shall stop
 */
export function makeComposer({ form, field, send }, texts, { onAsk, onStop }) {
  let isRunning = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (isRunning) {
      onStop();
      return;
    }
    const question = field.value.trim();
    if (question === '') return;
    field.value = '';
    field.focus();
    onAsk(question);
  });
  field.addEventListener('keydown', (event) => {
    // Enter that ends an input method's word is not a send.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (!isRunning) form.requestSubmit();
  });
  return {
    showRunning(running) {
      isRunning = running;
      send.classList.toggle('running', running);
      send.ariaLabel = running ? texts.stop : texts.send;
      // A stop button must work without a question in the field.
      field.required = !running;
    },
    /** Gives a question back that could not be asked, unless another is being written. */
    giveBack(question) {
      field.value ||= question;
    },
  };
}
