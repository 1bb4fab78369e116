import type { EmbeddingModel } from '../../../ingest/embedding/embedding-model.ts';
import { openConfiguredModel } from '../../../ingest/embedding/open-configured-model.ts';
import { readEnvironment } from '../../../ingest/environment.ts';
import type { Database } from '../../../sql/database.ts';
import type { BenchContext, Benchmark } from '../benchmark.ts';
import type { BenchRow } from '../table.ts';
import { withFolder } from '../with-folder.ts';
import { makeMadeUpSite } from './made-up/site.ts';
import { type MadeUpServer, startMadeUpServer } from './made-up/start-server.ts';
import { installPeer } from './peer/install-peer.ts';
import { openLangChainPipeline } from './peer/langchain-pipeline.ts';
import { RecordingEmbeddings } from './peer/recording-embeddings.ts';
import { type KeptOfSite, whatIsKept } from './peer/what-is-kept.ts';
import { ingestSource, localSite } from './site-job.ts';
import { withEmptyDatabase, withIngestDeps } from './with-database.ts';

const PAGES = 200;

/** The same pages through Aisle and through LangChain's stock pipeline, with the same model on the same kind of database. */
export const peerBenchmark: Benchmark = {
  group: 'ingest',
  title: `the same ${PAGES} pages through Aisle and through LangChain's stock pipeline`,
  run: async (context) => {
    const model = await openConfiguredModel(readEnvironment(context.env), context.signal);
    const server = await startMadeUpServer(PAGES, context.signal);
    try {
      context.onProgress('through Aisle');
      const ours = await measureAisle(server, model, context);
      context.onProgress('through LangChain');
      const theirs = await measureLangChain(server, model, context);
      return compare(ours, theirs);
    } finally {
      await server.stop();
    }
  },
};

interface Measured {
  pagesPerSecond: number;
  passages: number;
  kept: KeptOfSite;
  /** Of a second run over the same pages. */
  again: { embeddings: number; bodies: number; stored: number };
}

function measureAisle(
  { origin, during }: MadeUpServer,
  model: EmbeddingModel,
  context: BenchContext,
): Promise<Measured> {
  const recorder = new RecordingEmbeddings(model.embeddings);
  return withIngestDeps(context, { ...model, embeddings: recorder }, async (deps) => {
    const first = await ingestSource(deps, localSite(origin));
    // What is embedded of a passage is its page's title, its headings and its text.
    const passages = recorder.take().map((text) => ({ title: '', text }));
    const kept = whatIsKept(makeMadeUpSite(PAGES, origin), passages);
    const { result: second, served } = await during(() => ingestSource(deps, localSite(origin)));
    return {
      pagesPerSecond: PAGES / first.seconds,
      passages: first.passages,
      kept,
      again: { embeddings: recorder.take().length, bodies: served.bodies, stored: second.passages },
    };
  });
}

async function measureLangChain(
  { origin, during }: MadeUpServer,
  model: EmbeddingModel,
  { signal }: BenchContext,
): Promise<Measured> {
  const recorder = new RecordingEmbeddings(model.embeddings);
  const site = makeMadeUpSite(PAGES, origin);
  const urls = site.paths.map((path) => origin + path);
  const measure = async (database: Database, folder: string): Promise<Measured> => {
    const importPeer = await installPeer(folder, signal);
    const pipeline = await openLangChainPipeline(importPeer, database, recorder, model.dimensions, signal);
    try {
      const { seconds, passages } = await pipeline.ingest(urls);
      recorder.take();
      const { served } = await during(() => pipeline.ingest(urls));
      return {
        pagesPerSecond: PAGES / seconds,
        passages: passages.length,
        kept: whatIsKept(site, passages),
        again: {
          embeddings: recorder.take().length,
          bodies: served.bodies,
          stored: await pipeline.stored(),
        },
      };
    } finally {
      pipeline.close();
    }
  };
  return withEmptyDatabase((database) => withFolder((folder) => measure(database, folder)));
}

/** Two rows a figure; targets are Aisle's own. */
function compare(ours: Measured, theirs: Measured): BenchRow[] {
  const pair = (
    what: string,
    read: (measured: Measured) => number | null,
    how: Pick<BenchRow, 'unit' | 'digits' | 'target' | 'note'> = {},
  ): BenchRow[] => {
    const { target, note, ...shape } = how;
    return [
      {
        what: `${what}, Aisle`,
        value: read(ours),
        ...shape,
        ...(target ? { target } : {}),
        ...(note ? { note } : {}),
      },
      { what: `${what}, LangChain`, value: read(theirs), ...shape },
    ];
  };
  const none = { target: { atMost: 0 } };
  return [
    ...pair('pages', ({ pagesPerSecond }) => pagesPerSecond, {
      unit: '/s',
      digits: 1,
      note: 'Aisle finds the pages itself and analyses them for search by words; LangChain is given their list',
    }),
    ...pair('passages', ({ passages }) => passages, { digits: 0 }),
    ...pair('prices with their product', ({ kept }) => kept.facts.price, {
      note: 'share that one passage tells by itself, with the title of its page',
    }),
    ...pair('specifications with their label', ({ kept }) => kept.facts.specification, {
      note: 'the same; half of them behind a tab',
    }),
    ...pair('cells with their row and column', ({ kept }) => kept.facts['table cell'], {
      note: 'the same; tables of 48 rows',
    }),
    ...pair('answers with their question', ({ kept }) => kept.facts['accordion answer'], {
      note: 'the same; they open on a click',
    }),
    ...pair('hidden leftovers taken in', ({ kept }) => kept.leftovers, {
      ...none,
      note: 'share of texts that no browser shows',
    }),
    ...pair('hidden orders to machines taken in', ({ kept }) => kept.orders, {
      ...none,
      note: 'share of poisoned reviews, white on white',
    }),
    ...pair('menus, banners, footers', ({ kept }) => kept.chrome, { note: "share of the passages' text" }),
    ...pair('scripts', ({ kept }) => kept.scripts, { ...none, note: "share of the passages' text" }),
    ...pair('embeddings of an unchanged second run', ({ again }) => again.embeddings, { digits: 0, ...none }),
    ...pair('bodies downloaded by it', ({ again }) => again.bodies, { digits: 0, ...none }),
    ...pair('passages stored after it', ({ again }) => again.stored, {
      digits: 0,
      note: 'LangChain has its indexing API against doubles, which is not part of the stock pipeline',
    }),
  ];
}
