import { METRICS } from '../../metrics/metric-names.ts';
import { changeById, toCompared } from '../compared-suite.ts';
import { formatSeconds } from '../format-value.ts';
import { type HistoryRun, historyOf } from '../read-history.ts';
import type { CaseSource, Report } from '../report.ts';
import { toDetail } from './case-detail.ts';
import { toRow } from './case-row.ts';
import { html, type Markup, scriptJson } from './markup.ts';
import { casesSection, type PageAssets, pageHead } from './page-shell.ts';
import { type CasePlan, type PageLimits, pageLimits, planCases, type SuiteToShow } from './plan-cases.ts';
import { suiteSection } from './suite-section.ts';

export interface PageParts {
  assets: PageAssets;
  /** Earlier runs, oldest first. */
  history: readonly HistoryRun[];
  limits?: PageLimits;
}

/**
 * report.html in pieces: one file that asks for nothing, with all that a run has found. Cases are read twice, first to see
 * which the page has room for, and none stays in memory but its row, up to the limit of all rows.
 */
export async function* renderPage(
  report: Report<CaseSource>,
  { assets, history, limits = pageLimits }: PageParts,
): AsyncGenerator<string> {
  const suites = report.suites.map((suite) => ({ report: suite, compared: toCompared(suite.comparison) }));
  const plan = await planCases(suites, limits);
  yield pageHead(`Eval report: ${report.passed ? 'passed' : 'failed'}`, assets).markup;
  yield opening(report).markup;
  for (const [index, suite] of suites.entries()) {
    const { times, rowByComparedId } = plan.suites[index] ?? {
      times: { whole: [], stages: {} },
      rowByComparedId: new Map(),
    };
    const rowOf = (id: string) => {
      const n = rowByComparedId.get(id);
      return n !== undefined && plan.hasRow[index]?.[n] ? `${index}:${n}` : null;
    };
    const earlier = historyOf(history, suite.report.suite, report.startedAt);
    yield suiteSection({ ...suite, times, rowOf, history: earlier }, index, report.startedAt).markup;
  }
  yield leftOut(plan).markup;
  yield casesSection.markup;
  yield '</main>\n';
  yield* renderData(suites, plan);
  yield `<script>${assets.script}</script>\n</body></html>\n`;
}

/** Of a report with one suite; several are led to by their names. */
const SECTIONS = ['Metrics', 'Plots', 'History'].map(
  (name) => html`<a href="#${name.toLowerCase()}-0">${name}</a>`,
);

function opening(report: Report<CaseSource>): Markup {
  const { passed, startedAt, seconds, versions, suites, notRun } = report;
  return html`<body><a class="skip" href="#cases">Skip to the cases</a><main>
<header><h1>Eval report</h1><span class="verdict big ${passed ? 'passed' : 'failed'}">${passed ? 'Passed' : 'Failed'}</span>
<p class="about"><time datetime="${startedAt}">${startedAt.slice(0, 19).replace('T', ' ')} UTC</time> · ${formatSeconds(seconds)} · Aisle ${versions.aisle} · Node ${versions.node}</p></header>
<nav aria-label="Sections">${suites.length > 1 ? suites.map(({ suite }, index) => html`<a href="#suite-${index}">${suite}</a>`) : SECTIONS}<a href="#cases">Cases</a></nav>
${notRun.length > 0 && html`<p class="card alert"><strong>Not run:</strong> ${notRun.join(', ')}</p>`}`;
}

function leftOut({ left }: CasePlan): Markup {
  const { rows, details, of } = left;
  return html`${details > 0 && html`<p class="card" id="left-out">This page has all of ${of - details} of ${of} cases, failed ones first${rows > 0 && html`, and lists ${of - rows}`}. The whole record of each is a line of <code>cases.jsonl</code> beside this file.</p>`}`;
}

async function* renderData(suites: readonly SuiteToShow[], plan: CasePlan): AsyncGenerator<string> {
  const rows: string[] = [];
  for (const [suite, { report, compared }] of suites.entries()) {
    const changes = changeById(compared);
    let n = 0;
    for await (const result of report.cases.read()) {
      const change = changes.get(result.id) ?? null;
      const detail = plan.hasDetail[suite]?.[n] ?? false;
      if (detail) {
        const all = toDetail(result, compared?.before(result.id) ?? null);
        yield `<script type="application/json" id="case-${suite}-${n}">${scriptJson(all)}</script>\n`;
      }
      if (plan.hasRow[suite]?.[n]) {
        rows.push(scriptJson(toRow(result, { n, suite, change, detail })));
      }
      n += 1;
    }
  }
  const names = scriptJson(suites.map(({ report }) => ({ name: report.suite })));
  yield `<script type="application/json" id="data">{"suites":${names},"metrics":${scriptJson(METRICS)},"rows":[\n`;
  for (const [index, row] of rows.entries()) yield index === 0 ? row : `,\n${row}`;
  yield ']}</script>\n';
}
