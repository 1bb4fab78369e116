import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderCasesCsv } from './cases-csv.ts';
import { renderJunit } from './junit.ts';
import type { Report } from './report.ts';
import { renderHtml } from './report-html.ts';
import { renderSummary } from './summary-md.ts';

/** Writes every form of a report into a folder, made if need be; files of an earlier run are replaced. */
export async function writeReport(folder: string, report: Report): Promise<void> {
  const files = {
    'report.json': `${JSON.stringify(report, null, 2)}\n`,
    'report.html': renderHtml(report),
    'junit.xml': renderJunit(report),
    'cases.csv': renderCasesCsv(report),
    'summary.md': renderSummary(report),
  };
  await mkdir(folder, { recursive: true });
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(join(folder, name), content)));
}
