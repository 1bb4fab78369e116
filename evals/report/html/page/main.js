import { openCase } from './case-dialog.js';
import { pageSize, rowKey, tableRow } from './case-table.js';
import { element } from './element.js';
import { readPageData } from './page-data.js';
import { searchText, selectRows, shownBy } from './select-rows.js';
import { plainView, readView, writeView } from './view-state.js';

const data = readPageData();
const entries = data.rows.map((row) => ({ row, text: searchText(row) }));
const byKey = new Map(data.rows.map((row) => [rowKey(row), row]));
const controls = document.getElementById('controls');
const body = document.querySelector('#cases-table tbody');
const count = document.getElementById('count');
const pages = document.getElementById('pages');
let view = readView(location.hash);
let selected = [];

const dialog = openCase({
  metrics: data.metrics,
  suites: data.suites,
  closed: () => show({ open: '' }),
  /** The case before or after one, in the table's order. */
  beside: (row, step) => selected[selected.indexOf(row) + step] ?? null,
  choose: (row) => show({ open: rowKey(row) }),
});

/** Changes the view, what it shows, and the address. */
function show(changes, { keepPage = 'page' in changes || 'open' in changes } = {}) {
  view = { ...view, ...(keepPage ? {} : { page: 1 }), ...changes };
  const hash = writeView(view);
  // A new entry only for an opened case, so that the browser's back button closes it.
  const change = changes.open ? 'pushState' : 'replaceState';
  history[change](null, '', hash === '' ? location.pathname + location.search : `#${hash}`);
  draw();
}

function draw() {
  selected = selectRows(entries, view);
  const last = Math.max(1, Math.ceil(selected.length / pageSize));
  view.page = Math.min(view.page, last);
  const from = (view.page - 1) * pageSize;
  const rows = selected.slice(from, from + pageSize);
  body.replaceChildren(
    ...rows.map((row) =>
      tableRow(row, { open: (chosen) => show({ open: rowKey(chosen) }), suites: data.suites }),
    ),
  );
  document.getElementById('none').hidden = rows.length > 0;
  const range = rows.length === 0 ? '' : ` · ${from + 1}–${from + rows.length} shown`;
  count.textContent = `${selected.length} of ${data.rows.length} cases${last > 1 ? range : ''}`;
  pages.hidden = last === 1;
  pages.querySelector('[data-step="-1"]').disabled = view.page === 1;
  pages.querySelector('[data-step="1"]').disabled = view.page === last;
  pages.querySelector('span').textContent = `Page ${view.page} of ${last}`;
  drawControls();
  dialog.show(byKey.get(view.open) ?? null);
}

function drawControls() {
  for (const button of controls.querySelectorAll('[data-show]')) {
    button.setAttribute('aria-pressed', String(button.dataset.show === view.show));
  }
  for (const field of controls.querySelectorAll('[name]')) {
    if (document.activeElement !== field || field.localName === 'select') field.value = view[field.name];
  }
  for (const button of document.querySelectorAll('[data-sort]')) {
    const direction = view.sort === button.dataset.sort ? (view.desc ? 'descending' : 'ascending') : 'none';
    button.closest('th').setAttribute('aria-sort', direction);
  }
  document.getElementById('clear').hidden =
    writeView({ ...view, page: 1, open: '', sort: '', desc: false }) === '';
}

function setUpControls() {
  const buttons = Object.entries(shownBy).map(([name, shown]) => ({
    name,
    number: data.rows.filter(shown).length,
  }));
  document.getElementById('show').append(
    ...buttons
      .filter(({ name, number }) => number > 0 || ['all', 'failed', 'passed'].includes(name))
      .map(({ name, number }) => {
        const button = element(
          'button',
          { type: 'button', onclick: () => show({ show: name }) },
          `${name} `,
          element('span.n', {}, String(number)),
        );
        button.dataset.show = name;
        return button;
      }),
  );
  fillSelect('tag', [...new Set(data.rows.flatMap(({ tags }) => tags))].sort());
  fillSelect('status', [...new Set(data.rows.map(({ status }) => status ?? 'none'))].sort());
  fillSelect(
    'suite',
    data.suites.map(({ name }, index) => [String(index), name]),
  );
  if (data.suites.length < 2) controls.querySelector('label:has([name="suite"])').hidden = true;
  controls.addEventListener('submit', (event) => event.preventDefault());
  controls.addEventListener('input', ({ target }) => target.name && show({ [target.name]: target.value }));
  document.getElementById('clear').addEventListener('click', () => {
    show({ ...plainView, sort: view.sort, desc: view.desc });
    controls.querySelector('[name="q"]').value = '';
    controls.querySelector('[name="q"]').focus();
  });
  for (const button of document.querySelectorAll('[data-sort]')) {
    button.addEventListener('click', () => {
      const { sort } = button.dataset;
      // Up, down, and back to the suite's order.
      if (view.sort !== sort) show({ sort, desc: false });
      else if (!view.desc) show({ desc: true });
      else show({ sort: '', desc: false });
    });
  }
  for (const button of pages.querySelectorAll('button')) {
    button.addEventListener('click', () => {
      show({ page: view.page + Number(button.dataset.step) });
      document.getElementById('cases').scrollIntoView();
    });
  }
}

function fillSelect(name, options) {
  controls.querySelector(`[name="${name}"]`).append(
    ...options.map((option) => {
      const [value, text] = Array.isArray(option) ? option : [option, option];
      return element('option', { value }, text);
    }),
  );
}

/** `/` to search, arrows to go from case to case. */
function onKey(event) {
  if (document.querySelector('dialog[open]') || event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.closest?.('input, select, textarea');
  if (event.key === '/' && !typing) {
    event.preventDefault();
    controls.querySelector('[name="q"]').focus();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const opens = [...body.querySelectorAll('button.open')];
  const at = opens.indexOf(document.activeElement);
  const next =
    at === -1 && event.target.name === 'q' && step === 1
      ? opens[0]
      : at === -1
        ? undefined
        : opens[at + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

/** Links of the page's own lists that open a case, and those to its sections, which the address has no room for. */
function onClick(event) {
  const link = event.target.closest('a[data-case], nav a, .skip');
  if (link === null) return;
  event.preventDefault();
  if (link.dataset.case) return show({ open: link.dataset.case });
  const target = document.querySelector(link.getAttribute('href'));
  target?.scrollIntoView();
  target?.focus({ preventScroll: true });
}

function setUpPlots() {
  for (const select of document.querySelectorAll('select[data-plots]')) {
    select.addEventListener('change', () => {
      for (const plot of select.closest('figure').querySelectorAll('[data-plot]')) {
        plot.toggleAttribute('hidden', plot.dataset.plot !== select.value);
      }
    });
  }
}

setUpControls();
setUpPlots();
document.addEventListener('keydown', onKey);
document.addEventListener('click', onClick);
addEventListener('popstate', () => {
  view = readView(location.hash);
  draw();
});
draw();
