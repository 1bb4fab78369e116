import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type pg from 'pg';
import type { Database } from '../../../../sql/database.ts';
import type { KeptPassage } from './what-is-kept.ts';

/** LangChain's stock pipeline over a list of pages. */
export interface LangChainPipeline {
  /** Loads, splits, embeds and stores the pages, as its documentation shows it. */
  ingest(urls: readonly string[]): Promise<{ seconds: number; passages: KeptPassage[] }>;
  /** Rows in its table. */
  stored(): Promise<number>;
  close(): void;
}

interface Chunk {
  pageContent: string;
  metadata: Record<string, unknown>;
}

/** Of what its packages export, what is used here. */
interface LoaderModule {
  CheerioWebBaseLoader: new (url: string) => { load(): Promise<Chunk[]> };
}
interface SplitterModule {
  RecursiveCharacterTextSplitter: new (options: {
    chunkSize: number;
    chunkOverlap: number;
  }) => { splitDocuments(pages: Chunk[]): Promise<Chunk[]> };
}
interface StoreModule {
  PGVectorStore: {
    initialize(
      embeddings: EmbeddingsInterface,
      options: { pool: pg.Pool; tableName: string; dimensions: number },
    ): Promise<{
      client?: { release(): void };
      addDocuments(chunks: Chunk[]): Promise<void>;
      similaritySearch(text: string, limit: number): Promise<Chunk[]>;
    }>;
  };
}

/** More than any table here has. */
const ALL = 1_000_000;

/** Opens it on a database: every option is the default, but the splitter's, which are the documentation's 1000 and 200. */
export async function openLangChainPipeline(
  importPeer: <Module>(name: string) => Promise<Module>,
  { pool }: Database,
  embeddings: EmbeddingsInterface,
  dimensions: number,
  signal: AbortSignal,
): Promise<LangChainPipeline> {
  const { CheerioWebBaseLoader } = await importPeer<LoaderModule>(
    '@langchain/community/document_loaders/web/cheerio',
  );
  const { RecursiveCharacterTextSplitter } = await importPeer<SplitterModule>('@langchain/textsplitters');
  const { PGVectorStore } = await importPeer<StoreModule>('@langchain/community/vectorstores/pgvector');
  const store = await PGVectorStore.initialize(embeddings, { pool, tableName: 'langchain', dimensions });
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1000, chunkOverlap: 200 });
  return {
    async ingest(urls) {
      const started = performance.now();
      const pages: Chunk[] = [];
      for (const url of urls) {
        signal.throwIfAborted();
        pages.push(...(await new CheerioWebBaseLoader(url).load()));
      }
      const chunks = await splitter.splitDocuments(pages);
      await store.addDocuments(chunks);
      return {
        seconds: (performance.now() - started) / 1000,
        passages: chunks.map(({ pageContent, metadata }) => ({
          title: String(metadata.title),
          text: pageContent,
        })),
      };
    },
    stored: async () => (await store.similaritySearch('shop', ALL)).length,
    // Its own `end` would end the pool as well, which is not its.
    close: () => store.client?.release(),
  };
}
