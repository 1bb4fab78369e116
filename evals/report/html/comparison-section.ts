import type { ComparedSuite, SuiteChange } from '../compared-suite.ts';
import { html, type Markup } from './markup.ts';

/** Ids of a list that are shown; the table of cases has the others. */
const LONGEST_LIST = 200;

const TITLES: Record<SuiteChange, string> = {
  broken: 'Broken: failed now, passed then',
  fixed: 'Fixed: passed now, failed then',
  flaky: 'Flaky: neither broken nor fixed by itself',
  changed: 'Answered otherwise, same verdict',
  edited: 'Edited: another question or expectation',
  added: 'New cases',
  removed: 'Cases that are gone',
};

/** What has become of the cases since the baseline. Pure. */
export function comparisonSection(
  { startedAt, caveats, changes }: ComparedSuite,
  rowOf: (id: string) => string | null,
): Markup {
  const lists = changes.filter(({ ids }) => ids.length > 0);
  return html`<h3>Against the run of <time datetime="${startedAt}">${startedAt.slice(0, 16).replace('T', ' ')}</time></h3>
${caveats.length > 0 && html`<ul class="minds">${caveats.map((caveat) => html`<li>Mind: ${caveat}</li>`)}</ul>`}
${lists.length === 0 ? html`<p class="card">Every case was answered as it was then.</p>` : html`<div class="changes">${lists.map(({ change, ids }) => list(change, ids, rowOf))}</div>`}`;
}

function list(change: SuiteChange, ids: readonly string[], rowOf: (id: string) => string | null): Markup {
  const shown = ids.slice(0, LONGEST_LIST).map((id) => {
    const row = rowOf(id);
    return row === null
      ? html`<li>${id}</li>`
      : html`<li><a href="#open=${row}" data-case="${row}">${id}</a></li>`;
  });
  const left = ids.length - shown.length;
  return html`<div class="card"><h4>${TITLES[change]} (${ids.length})</h4><ul tabindex="0" aria-label="${TITLES[change]}">${shown}${left > 0 && html`<li>and ${left} more</li>`}</ul></div>`;
}
