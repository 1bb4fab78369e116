import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { load } from 'cheerio';
import { z } from 'zod';
import { extractPage } from '../../../ingest/extract/extract-page.ts';
import { parsePage } from '../../../ingest/extract/parse-page.ts';
import { shingleF1 } from '../../../ingest/extract/shingle-f1.ts';
import type { BenchContext, Benchmark } from '../benchmark.ts';
import { readDataset } from '../read-dataset.ts';
import type { BenchRow } from '../table.ts';

const truthFormat = z.record(z.string(), z.object({ articleBody: z.string(), url: z.string() }));

/** F1 of other tools on the same pages and by the same definition; measured once, not by this command. */
const OTHERS = [
  { tool: 'trafilatura', f1: 0.958 },
  { tool: 'Readability.js', f1: 0.947 },
] as const;

/** Real pages and their main text, from the article extraction benchmark. */
export const extractionBenchmark: Benchmark = {
  group: 'ingest',
  title: 'main text of real pages',
  dataset: 'article-extraction',
  run: async (context) => {
    const pages = await readPages(context);
    const started = performance.now();
    const extracted = pages.map(({ html, url, truth }) => {
      context.signal.throwIfAborted();
      const document = extractPage(parsePage(html), { url, fetchedAt: new Date(0).toISOString() });
      return { text: document?.text ?? '', truth };
    });
    const milliseconds = performance.now() - started;
    const plain = pages.map(({ html, truth }) => ({ text: bodyText(html), truth }));
    return [
      ...scoreRows('Aisle', extracted),
      ...OTHERS.map(
        ({ tool, f1 }): BenchRow => ({
          what: `F1, ${tool}`,
          value: f1,
          note: 'not run here: measured before on the same pages',
        }),
      ),
      ...scoreRows('plain text of the body', plain),
      {
        what: 'time for a page, mean',
        value: milliseconds / pages.length,
        unit: 'ms',
        digits: 1,
        note: `${pages.length} pages, parsed and extracted`,
      },
    ];
  },
};

interface TruePage {
  html: string;
  url: string;
  truth: string;
}

async function readPages({ dataFolder, signal }: BenchContext): Promise<TruePage[]> {
  const folder = join(dataFolder, 'article-extraction');
  const truthPath = join(folder, 'ground-truth.json');
  const truth = await readDataset(truthPath, async () =>
    truthFormat.parse(JSON.parse(await readFile(truthPath, 'utf8'))),
  );
  const pages: TruePage[] = [];
  for (const [id, { articleBody, url }] of Object.entries(truth)) {
    signal.throwIfAborted();
    const path = join(folder, 'html', `${id}.html.gz`);
    const html = await readDataset(path, async () => gunzipSync(await readFile(path)).toString('utf8'));
    pages.push({ html, url, truth: articleBody });
  }
  return pages;
}

function scoreRows(tool: string, pages: { text: string; truth: string }[]): BenchRow[] {
  const { f1, precision, recall } = shingleF1(pages);
  const note = `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}; 4-word shingles`;
  const target = tool === 'Aisle' ? { target: { atLeast: 0.95 } } : {};
  return [{ what: `F1, ${tool}`, value: f1, note, ...target }];
}

/** What a browser's `textContent` gives, less scripts and styles: the floor. */
function bodyText(html: string): string {
  const $ = load(html);
  $('script, style, noscript, template').remove();
  return $('body').text();
}
