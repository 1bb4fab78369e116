import { verdictMark } from './case-table.js';
import { caseView } from './case-view.js';
import { element } from './element.js';
import { readDetail } from './page-data.js';
import { changeWords } from './words.js';

/**
 * The panel that shows one case.
 * @returns `show(row)`, which opens it at a row, or closes it for null
 */
export function openCase({ metrics, suites, closed, beside, choose }) {
  const panel = document.getElementById('case');
  const title = panel.querySelector('h2');
  const about = panel.querySelector('.facts');
  const content = panel.querySelector('.content');
  const steps = [...panel.querySelectorAll('[data-step]')];
  let shown = null;

  const step = (by) => {
    const next = shown && beside(shown, by);
    if (next) choose(next);
  };
  for (const button of steps) button.addEventListener('click', () => step(Number(button.dataset.step)));
  panel.querySelector('.close').addEventListener('click', () => panel.close());
  panel.addEventListener('close', () => {
    const { open } = document.body.dataset;
    delete document.body.dataset.open;
    if (shown !== null) closed();
    shown = null;
    if (open) document.querySelector(`tr[data-key="${open}"] button.open`)?.focus();
  });
  // What is beside the panel is its backdrop.
  panel.addEventListener('click', (event) => event.target === panel && panel.close());
  panel.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('[tabindex="0"]')) return;
    if (event.key === 'ArrowLeft') step(-1);
    if (event.key === 'ArrowRight') step(1);
  });

  return {
    show(row) {
      if (row === shown) return;
      if (row === null) {
        shown = null;
        panel.close();
        return;
      }
      shown = row;
      document.body.dataset.open = `${row.suite}:${row.n}`;
      title.textContent = row.id;
      about.replaceChildren(
        verdictMark(row),
        ...(suites.length > 1 ? [element('span.chip.plain', {}, suites[row.suite].name)] : []),
        ...(row.flaky ? [element('span.chip.warn', {}, 'flaky')] : []),
        ...(row.change ? [element('span.chip.plain', {}, changeWords[row.change])] : []),
        ...row.tags.map((tag) => element('span.tag', {}, tag)),
      );
      content.replaceChildren(...caseView(row, readDetail(row), metrics).flat().filter(Boolean));
      for (const button of steps) button.disabled = beside(row, Number(button.dataset.step)) === null;
      if (!panel.open) panel.showModal();
      content.scrollTop = 0;
    },
  };
}
