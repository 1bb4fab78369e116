import type { JudgeSummary } from '../../judges/judge-tally.ts';
import { html, type Markup, nothing } from './markup.ts';

/** What judges say, apart from what is measured: they decide nothing. Pure. */
export function judgeTable(judges: readonly JudgeSummary[]): Markup {
  if (judges.length === 0) return nothing;
  return html`<h3>Judges</h3><p class="about">Models that were asked about the answers. They observe: no gate and no verdict above rests on them.</p>
<div class="card table wide" tabindex="0" role="region" aria-label="Judges"><table><thead><tr>${['Judge', 'About'].map((title) => html`<th scope="col">${title}</th>`)}${['Mean', 'n', 'Variance', 'Unstable', 'Cost'].map((title) => html`<th scope="col" class="number">${title}</th>`)}<th scope="col">Agreement with the checks</th></tr></thead>
<tbody>${judges.map(row)}</tbody></table></div>`;
}

function row(summary: JudgeSummary): Markup {
  const { judge, about, mean, count, variance, unstable, costUsd, ownAnswers, failedCases, failure } =
    summary;
  return html`<tr><th scope="row">${judge}${ownAnswers > 0 && html` <span class="chip warn" title="The judge's own model wrote ${ownAnswers} of the answers">judges itself</span>`}</th>
<td>${about}</td><td class="number">${shown(mean)}</td><td class="number">${count}</td><td class="number">${shown(variance)}</td>
<td class="number">${unstable === null ? '–' : `${(unstable * 100).toFixed(0)} %`}</td><td class="number">$${costUsd.toFixed(4)}</td>
<td>${agreementOf(summary)}${failedCases > 0 && html` <span class="bad-text">${failedCases} cases without a verdict: ${failure}</span>`}</td></tr>`;
}

function agreementOf({ agreement }: JudgeSummary): Markup | string {
  if (agreement === null) return '';
  const { bothYes, bothNo, firstOnly, secondOnly, kappa, reason } = agreement;
  const said = kappa === null ? `no kappa: ${reason}` : `Cohen's kappa ${kappa.toFixed(2)}`;
  return `${said}; agree on ${bothYes + bothNo}, passed but judged wrong ${firstOnly}, failed but judged right ${secondOnly}`;
}

function shown(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}
