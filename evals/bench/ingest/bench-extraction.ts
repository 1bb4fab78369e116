import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { extractPage } from '../../../ingest/extract/extract-page.ts';
import { parsePage } from '../../../ingest/extract/parse-page.ts';
import { shingleF1 } from '../../../ingest/extract/shingle-f1.ts';
import type { Benchmark } from '../benchmark.ts';
import { readDataset } from '../read-dataset.ts';

const truthFormat = z.record(z.string(), z.object({ articleBody: z.string(), url: z.string() }));

/** Real pages and their main text, from the article extraction benchmark. */
export const extractionBenchmark: Benchmark = {
  group: 'ingest',
  title: 'main text of real pages',
  dataset: 'article-extraction',
  run: async ({ dataFolder, signal }) => {
    const folder = join(dataFolder, 'article-extraction');
    const truthPath = join(folder, 'ground-truth.json');
    const truth = await readDataset(truthPath, async () =>
      truthFormat.parse(JSON.parse(await readFile(truthPath, 'utf8'))),
    );
    const pages: { text: string; truth: string }[] = [];
    let milliseconds = 0;
    for (const [id, { articleBody, url }] of Object.entries(truth)) {
      signal.throwIfAborted();
      const path = join(folder, 'html', `${id}.html.gz`);
      const html = await readDataset(path, async () => gunzipSync(await readFile(path)).toString('utf8'));
      const started = performance.now();
      const document = extractPage(parsePage(html), { url, fetchedAt: new Date(0).toISOString() });
      milliseconds += performance.now() - started;
      pages.push({ text: document?.text ?? '', truth: articleBody });
    }
    const { f1, precision, recall } = shingleF1(pages);
    return [
      {
        what: 'F1 of 4-word shingles',
        value: f1,
        note: 'Readability.js 0.947, trafilatura 0.958, plain body text 0.665',
      },
      { what: '… precision', value: precision },
      { what: '… recall', value: recall, note: `${pages.length} pages` },
      { what: 'time for a page, mean', value: milliseconds / pages.length, unit: 'ms', digits: 1 },
    ];
  },
};
