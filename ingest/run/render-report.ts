import { showCost } from '../embedding/embedding-cost.ts';
import { groupProblems, type ProblemGroup } from './group-problems.ts';
import type { DocumentDiff, IngestPlan, RunProblem, RunReport } from './report.ts';

/** URLs shown of problems with the same reason. */
const SHOWN_URLS = 3;
const SHOWN_GROUPS = 12;
/** Lines of one kind in a plan. */
const SHOWN_PLANNED = 50;
const SHOWN_DIFF_LINES = 6;
const SHOWN_LINE_CHARS = 140;

/** Lays a report out for a person. Pure. */
export function renderReport(report: RunReport): string {
  const { plan } = report;
  const head = `${report.store} ← ${report.source}: ${plan ? 'plan' : report.status} (${report.seconds.toFixed(1)} s)`;
  const { resumes } = report;
  const lines = [
    ...(resumes === null
      ? []
      : [
          `  goes on    where ${resumes.runId} stopped: ${resumes.pages} pages that it has read are not asked for again (--refresh reads all)`,
        ]),
    ...(plan ? renderPlan(plan) : renderCounts(report)),
  ];
  return `${[head, ...lines, ...renderProblems(report.problems)].join('\n')}\n`;
}

function renderCounts(report: RunReport): string[] {
  const documents = (['added', 'changed', 'unchanged', 'removed', 'failed', 'skipped'] as const)
    .map((name) => `${report[name]} ${name}`)
    .join(', ');
  const cost = report.costUsd === 0 ? '' : `, ${showCost(report.costUsd)}`;
  return [
    `  documents  ${documents}`,
    `  passages   ${report.passages}: ${report.embedded} embedded (${report.tokens} tokens${cost}), ${report.reused} reused`,
  ];
}

function renderPlan(plan: IngestPlan): string[] {
  const kinds: [string, string[]][] = [
    ['+', plan.add],
    ['~', plan.change],
    ['-', plan.remove],
    ['=', plan.keep],
  ];
  const diffs = new Map(plan.diffs.map((diff) => [diff.url, diff]));
  const list = kinds.flatMap(([sign, urls]) => {
    const more = urls.length - SHOWN_PLANNED;
    return [
      ...urls
        .slice(0, SHOWN_PLANNED)
        .flatMap((url) => [`  ${sign} ${url}`, ...(sign === '~' ? renderDiff(diffs.get(url)) : [])]),
      ...(more > 0 ? [`  ${sign} … and ${more} more`] : []),
    ];
  });
  return [
    ...list,
    `  ${plan.add.length} to add, ${plan.change.length} to change, ${plan.remove.length} to remove, ${plan.keep.length} to keep`,
    `  ${plan.pages} pages, ${plan.passages} passages, ${plan.embeddings} embeddings of ${plan.tokens} tokens, ${plan.costUsd ? 'about ' : ''}${showCost(plan.costUsd)}`,
  ];
}

function renderDiff(diff: DocumentDiff | undefined): string[] {
  if (diff === undefined) return [];
  const shown = diff.lines.slice(0, SHOWN_DIFF_LINES);
  const more = diff.lines.length - shown.length + diff.more;
  return [
    ...shown.map((line) => `      ${shorten(line)}`),
    ...(more > 0 ? [`      … ${more} more lines: --json shows them`] : []),
  ];
}

function shorten(line: string): string {
  return line.length <= SHOWN_LINE_CHARS ? line : `${line.slice(0, SHOWN_LINE_CHARS - 1)}…`;
}

/** Stages at which a page stops because the site or the configuration means it to; nobody has to act. */
const MEANT: ReadonlySet<string> = new Set([
  'robots',
  'noindex',
  'canonical',
  'redirect',
  'duplicate',
  'filter',
  'language',
  'off-site',
  'content-type',
  'empty',
]);

/** What a run could not do or asks to be looked at, and then what it left out. What a failed run names as its cause is said once. */
function renderProblems(problems: RunProblem[]): string[] {
  const causes = problems.filter(({ stage }) => stage === 'run').map(({ reason }) => reason);
  const told = problems.filter(
    ({ stage, reason }) => stage === 'run' || !causes.some((cause) => cause.includes(reason)),
  );
  const parts = Map.groupBy(told, ({ stage }) => (MEANT.has(stage) ? 'Left out' : 'Problems'));
  return (['Problems', 'Left out'] as const).flatMap((title) => {
    const lines = renderGroups(groupProblems(parts.get(title) ?? []));
    return lines.length === 0 ? [] : [title, ...lines];
  });
}

function renderGroups(groups: ProblemGroup[]): string[] {
  const lines = groups.slice(0, SHOWN_GROUPS).flatMap(({ stage, reason, pages }) => {
    const more = pages.length - SHOWN_URLS;
    return [
      `  ${stage}${pages.length > 1 ? ` (${pages.length})` : ''}: ${reason}`,
      ...pages
        .slice(0, SHOWN_URLS)
        .map(({ url, detail }) => `      ${url}${detail === null ? '' : `  (${detail})`}`),
      ...(more > 0 ? [`      … and ${more} more`] : []),
    ];
  });
  const rest = groups.length - SHOWN_GROUPS;
  return rest > 0 ? [...lines, `  … and ${rest} more reasons: --json lists all`] : lines;
}
