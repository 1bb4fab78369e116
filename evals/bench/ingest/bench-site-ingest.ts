import { openConfiguredModel } from '../../../ingest/embedding/open-configured-model.ts';
import { readEnvironment } from '../../../ingest/environment.ts';
import type { RunReport } from '../../../ingest/run/report.ts';
import type { BenchContext, Benchmark } from '../benchmark.ts';
import type { BenchRow } from '../table.ts';
import type { ServedPages } from './made-up/server.ts';
import { makeMadeUpSite } from './made-up/site.ts';
import { type MadeUpServer, startMadeUpServer } from './made-up/start-server.ts';
import { readAsNew } from './read-as-new.ts';
import { ingestSource, localSite } from './site-job.ts';
import { withIngestDeps } from './with-database.ts';

const PAGES = 1000;

/** A made-up shop, read, then ingested three times: new, unchanged, and with one line of one page edited. */
export const siteIngestBenchmark: Benchmark = {
  group: 'ingest',
  title: `a made-up shop of ${PAGES.toLocaleString('en')} pages of 25 kB, served by another process`,
  run: async (context) => {
    context.onProgress('starting a shop');
    const server = await startMadeUpServer(PAGES, context.signal);
    try {
      context.onProgress(`reading ${PAGES} pages`);
      const read = await server.during(() => readOnly(server.origin, context.signal));
      return [...readRows(read.result, read.served), ...(await ingestRows(server, context))];
    } finally {
      await server.stop();
    }
  },
};

interface ReadPages {
  seconds: number;
  documents: number;
  passages: number;
  problems: number;
}

/** Fetches, extracts and chunks. */
async function readOnly(origin: string, signal: AbortSignal): Promise<ReadPages> {
  const counts = { documents: 0, passages: 0, problems: 0 };
  const started = performance.now();
  const onProblem = () => {
    counts.problems += 1;
  };
  for await (const { document } of readAsNew(localSite(origin), { signal, onProblem })) {
    counts.documents += 1;
    counts.passages += document.passages.length;
  }
  return { ...counts, seconds: (performance.now() - started) / 1000 };
}

function readRows(
  { seconds, documents, passages, problems }: ReadPages,
  { bodies }: ServedPages,
): BenchRow[] {
  return [
    {
      what: 'fetch, extract, chunk: pages',
      value: bodies / seconds,
      unit: '/s',
      digits: 1,
      target: { atLeast: 60 },
      note: `${bodies} pages, ${documents} documents, ${passages} passages in ${seconds.toFixed(1)} s; no embedding, no database`,
    },
    { what: '… problems', value: problems, digits: 0, target: { atMost: 0 } },
  ];
}

async function ingestRows(server: MadeUpServer, context: BenchContext): Promise<BenchRow[]> {
  const model = await openConfiguredModel(readEnvironment(context.env), context.signal);
  const source = localSite(server.origin);
  return withIngestDeps(context, model, async (deps) => {
    const run = (what: string) => {
      context.onProgress(what);
      return server.during(() => ingestSource(deps, source));
    };
    const first = await run(`ingesting ${PAGES} pages`);
    const second = await run('again, unchanged');
    await editOneLine(server);
    const third = await run('again, one line edited');
    return [
      ...firstRows(first.result, first.served),
      ...secondRows(second.result, second.served, first.result.seconds),
      ...thirdRows(third.result, third.served),
    ];
  });
}

async function editOneLine(server: MadeUpServer): Promise<void> {
  const site = makeMadeUpSite(PAGES, server.origin);
  const page = site.paths.map((path) => site.page(path)).find(({ editable }) => editable !== null);
  if (page?.editable == null) throw new Error('expected a page with a line to edit');
  await server.edit(page.path, page.editable, 'Letters are now answered on the day on which they arrive.');
}

function firstRows(report: RunReport, { bodies }: ServedPages): BenchRow[] {
  return [
    {
      what: 'whole ingest, new database: pages',
      value: bodies / report.seconds,
      unit: '/s',
      digits: 1,
      note: `${report.added} documents, ${report.passages} passages, ${report.embedded} embeddings in ${report.seconds.toFixed(1)} s; embedded database`,
    },
    { what: '… pages that failed', value: report.failed, digits: 0, target: { atMost: 0 } },
  ];
}

function secondRows(report: RunReport, served: ServedPages, before: number): BenchRow[] {
  return [
    {
      what: 'second run, nothing changed: times faster',
      value: before / report.seconds,
      digits: 1,
      target: { atLeast: 5 },
      note: `${report.unchanged} unchanged, ${report.changed} changed in ${report.seconds.toFixed(1)} s`,
    },
    { what: '… embeddings', value: report.embedded, digits: 0, target: { atMost: 0 } },
    {
      what: '… bodies of pages downloaded',
      value: served.bodies,
      digits: 0,
      target: { atMost: 0 },
      note: `${served.notModified} answers "not modified"`,
    },
  ];
}

function thirdRows(report: RunReport, served: ServedPages): BenchRow[] {
  return [
    {
      what: 'one line of one page edited: documents changed',
      value: report.changed,
      digits: 0,
      target: { atLeast: 1 },
      note: `${report.unchanged} unchanged in ${report.seconds.toFixed(1)} s`,
    },
    { what: '… …: embeddings', value: report.embedded, digits: 0, target: { atMost: 1 } },
    { what: '… …: bodies of pages downloaded', value: served.bodies, digits: 0, target: { atMost: 1 } },
  ];
}
