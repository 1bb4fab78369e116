import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { BenchContext, Benchmark } from '../benchmark.ts';
import type { BenchRow } from '../table.ts';
import { withFolder } from '../with-folder.ts';
import type { CatalogMode, CatalogResult } from './catalog/catalog-child.ts';
import { type CatalogSize, writeCatalog } from './catalog/write-catalog.ts';
import { forkChild } from './fork-child.ts';

const MB = 1e6;

const resultFormat = z.object({
  documents: z.number(),
  passages: z.number(),
  embeddings: z.number(),
  problems: z.number(),
  seconds: z.number(),
  peak: z.number(),
});

interface Measurement {
  name: string;
  mode: CatalogMode;
  size: CatalogSize;
  /** What the child process does, for the note. */
  does: string;
  bounded: boolean;
}

const READS = 'reads, groups, chunks, embeds; no database';
const PUBLISHES = 'whole ingest; the process holds the embedded database too';

const MEASUREMENTS: readonly Measurement[] = [
  {
    name: '100,000 rows, 4 a product',
    mode: 'read',
    size: { rows: 100_000, variants: 4 },
    does: READS,
    bounded: true,
  },
  {
    name: '100,000 rows, 1 a product',
    mode: 'read',
    size: { rows: 100_000, variants: 1 },
    does: READS,
    bounded: true,
  },
  {
    name: 'ingest of 100 rows, 4 a product',
    mode: 'publish',
    size: { rows: 100, variants: 4 },
    does: 'what the embedded database takes by itself, for the ones below',
    bounded: false,
  },
  {
    name: 'dry run of 100,000 rows, 4 a product',
    mode: 'plan',
    size: { rows: 100_000, variants: 4 },
    does: 'plans a whole ingest; the process holds the embedded database too',
    bounded: false,
  },
  {
    name: 'ingest of 10,000 rows, 4 a product',
    mode: 'publish',
    size: { rows: 10_000, variants: 4 },
    does: PUBLISHES,
    bounded: false,
  },
];

/** Made-up catalogs as CSV, each ingested by a process of its own, whose memory is measured at its peak. */
export const catalogBenchmark: Benchmark = {
  group: 'ingest',
  title: 'made-up catalogs, each read by a process of its own',
  run: (context) =>
    withFolder(async (folder) => {
      const flags = await ingestFlags(context.root);
      const rows: BenchRow[] = [];
      for (const measurement of MEASUREMENTS) {
        context.onProgress(measurement.name);
        rows.push(...(await measure(measurement, { folder, flags, signal: context.signal })));
      }
      return rows;
    }),
};

async function measure(
  { name, mode, size, does, bounded }: Measurement,
  { folder, flags, signal }: { folder: string; flags: string[]; signal: BenchContext['signal'] },
): Promise<BenchRow[]> {
  const path = join(folder, `${size.rows}-${size.variants}.csv`);
  await writeCatalog(path, size, signal);
  const { size: bytes } = await stat(path);
  const result = await runChild(mode, path, { flags, signal });
  const products = Math.ceil(size.rows / size.variants);
  if (result.documents !== products)
    throw new Error(`${name}: expected ${products} products, found ${result.documents}`);
  const { documents, passages, embeddings, seconds, peak } = result;
  const found = `${documents} documents, ${passages} passages, ${embeddings} embeddings`;
  return [
    {
      what: `${name}: memory at its peak`,
      value: peak / MB,
      unit: 'MB',
      digits: 0,
      ...(bounded ? { target: { atMost: 500 } } : {}),
      note: does,
    },
    {
      what: `${name}: rows`,
      value: size.rows / seconds,
      unit: '/s',
      digits: 0,
      note: `${found} of ${(bytes / MB).toFixed(0)} MB in ${seconds.toFixed(1)} s`,
    },
  ];
}

async function runChild(
  mode: CatalogMode,
  path: string,
  { flags, signal }: { flags: string[]; signal: AbortSignal },
): Promise<CatalogResult> {
  const script = new URL('./catalog/catalog-child.ts', import.meta.url);
  const child = forkChild(script, [mode, path], signal, flags);
  try {
    return resultFormat.parse(await child.ask());
  } finally {
    await child.stop();
  }
}

const packageFormat = z.object({ scripts: z.object({ ingest: z.string() }) });

/** Flags that `npm run ingest` gives to Node: memory depends on them. */
async function ingestFlags(root: string): Promise<string[]> {
  const { scripts } = packageFormat.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  const [, ...words] = scripts.ingest.split(/\s+/);
  const script = words.findIndex((word) => !word.startsWith('--'));
  return words.slice(0, script);
}
