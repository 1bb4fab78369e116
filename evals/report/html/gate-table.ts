import { isMetricName, METRICS } from '../../metrics/metric-names.ts';
import type { SuiteReport } from '../report.ts';
import { shownGates } from '../shown-gates.ts';
import { html, type Markup, nothing } from './markup.ts';

const ORDER = { failed: 0, skipped: 1, passed: 2 } as const;

/** Every gate with what it asked for and what it got, failed ones first. Pure. */
export function gateTable(suite: SuiteReport<unknown>): Markup {
  const gates = shownGates(suite).sort((a, b) => ORDER[a.status] - ORDER[b.status]);
  if (gates.length === 0) return nothing;
  const rows = gates.map(
    ({ name, expected, got, status }) => html`<tr${status === 'failed' && html` class="wrong"`}>
<td><span class="verdict ${status}">${status}</span></td><th scope="row">${isMetricName(name) ? METRICS[name].label : name}</th><td>${expected}</td><td>${got}</td></tr>`,
  );
  return html`<h3>Gates</h3><div class="card table wide" tabindex="0" role="region" aria-label="Gates"><table>
<thead><tr><th scope="col">Verdict</th><th scope="col">Gate</th><th scope="col">Wanted</th><th scope="col">Got</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
