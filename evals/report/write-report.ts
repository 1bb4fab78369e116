import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { writing } from '../results/output-error.ts';
import { renderCasesCsv } from './cases-csv.ts';
import { readPageAssets } from './html/page-shell.ts';
import { renderPage } from './html/render-page.ts';
import { renderJunit } from './junit.ts';
import { readHistory } from './read-history.ts';
import type { CaseSource, Report } from './report.ts';
import { renderReportJson } from './report-json.ts';
import { renderSummary } from './summary-md.ts';

/** Pieces of a file are gathered to about so many code units before they are written. */
const WRITE_SIZE = 65_536;

/**
 * Writes every form of a report into a folder, made if need be; files of an earlier run are replaced, each at once. All are
 * written as the cases are read: none holds more than a part of them.
 *
 * @param options.history a folder with a folder for each earlier run; the one that `folder` is in, if left out.
 * @throws OutputError
 */
export async function writeReport(
  folder: string,
  report: Report<CaseSource>,
  { history = null }: { history?: string | null } = {},
): Promise<void> {
  await writing(folder, () => mkdir(folder, { recursive: true }));
  const write = (name: string, pieces: AsyncIterable<string> | Iterable<string>) =>
    writePieces(join(folder, name), pieces);
  await write('cases.csv', renderCasesCsv(report));
  await write('junit.xml', renderJunit(report));
  await write('summary.md', [await renderSummary(report)]);
  const earlier = await readHistory(history ?? dirname(resolve(folder)), folder);
  await write('report.html', renderPage(report, { assets: await readPageAssets(), history: earlier }));
  // Last: whoever waits for it finds the others.
  await write('report.json', renderReportJson(report));
}

/** Beside its place first, so that a reader never meets half a file, and a full disk leaves the earlier one. */
async function writePieces(path: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> {
  const draft = `${path}.part`;
  try {
    const file = await writing(path, () => open(draft, 'w'));
    try {
      let text = '';
      for await (const piece of pieces) {
        text += piece;
        if (text.length < WRITE_SIZE) continue;
        const full = text;
        text = '';
        await writing(path, () => file.appendFile(full));
      }
      await writing(path, () => file.appendFile(text));
    } finally {
      await file.close();
    }
    await writing(path, () => rename(draft, path));
  } finally {
    await rm(draft, { force: true });
  }
}
