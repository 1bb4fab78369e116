import type { Context } from 'hono';
import type { AppEnv } from '../app-env.ts';
import type { Reply } from '../routes/reply.ts';
import type { ResolveStore } from '../routes/resolve-store.ts';
import { answerRequestSchema } from '../schemas/answer-request.ts';
import { answerResponseSchema } from '../schemas/answer-response.ts';
import { citedSources } from '../wire/cited-source.ts';
import { foundProductsSchema, productDetailsSchema } from './search/found-products.ts';
import { foundPassagesSchema } from './search/search-policies.ts';
import { catalogSearchSchema, policySearchSchema, productSearchSchema } from './search/search-requests.ts';
import type { StoreSearch } from './search/store-search.ts';
import { sourceLink, sourceLinks } from './source-links.ts';
import { makeTool, type Tool } from './tool.ts';

const answerSchema = answerResponseSchema.pick({
  id: true,
  conversationId: true,
  store: true,
  locale: true,
  status: true,
  answer: true,
  parts: true,
  citations: true,
  sourceLocale: true,
  products: true,
  clarify: true,
  handoff: true,
  confidence: true,
  suggestions: true,
});

/** Reads, and leaves no trace but the access log's line. */
const reads = { readOnlyHint: true, idempotentHint: true, destructiveHint: false, openWorldHint: false };
/** A question is kept with its answer, as a turn of a conversation. */
const keepsTurn = {
  readOnlyHint: false,
  idempotentHint: false,
  destructiveHint: false,
  openWorldHint: false,
};

export interface ToolDeps extends StoreSearch {
  reply: Pick<Reply, 'whole'>;
  resolveStore: ResolveStore;
}

/** The tools of the MCP server. */
export function makeTools({
  reply,
  resolveStore,
  searchPolicies,
  searchCatalog,
  findProduct,
}: ToolDeps): Tool[] {
  const inStore = async <T extends { store?: string | undefined }>(args: T, c: Context<AppEnv>) => {
    const store = await resolveStore(args.store, c.var.caller);
    c.var.access.store = store;
    return { ...args, store };
  };

  return [
    makeTool({
      name: 'answer',
      title: 'Answer a question about the store',
      description:
        "Answers a shopper's question from the store's own pages and catalog. Every sentence is proven by exact quotes (`citations`; the answer's [n] marks refer to them). `status` tells whether it answered, asks back (`clarify`), found nothing (`abstained`) or passes the shopper to people (`handoff`). Send `conversationId` with the next question to go on. The question and its answer are kept in the store's log.",
      annotations: keepsTurn,
      input: answerRequestSchema,
      output: answerSchema,
      run: async (args, c) => {
        const found = answerSchema.parse(await reply.whole(c, args));
        const links = citedSources(found.citations).map(({ documentId, title }) => {
          const url = found.citations.find((one) => one.documentId === documentId)?.url ?? '';
          return sourceLink(found.store, { documentId, url, title });
        });
        return { found, links };
      },
    }),
    makeTool({
      name: 'search_policies',
      title: "Search the store's policies and pages",
      description:
        "Finds passages of the store's policies, help pages and files: their exact words, with a link that opens the page there. For what holds of returns, delivery, payment, warranty, the company and the like. Products are found by search_catalog.",
      annotations: reads,
      input: policySearchSchema,
      output: foundPassagesSchema,
      run: async (args, c) => {
        const found = await searchPolicies(await inStore(args, c), c.req.raw.signal);
        return { found, links: sourceLinks(found.store, found.passages) };
      },
    }),
    makeTool({
      name: 'search_catalog',
      title: "Search the store's products",
      description:
        'Finds products by words and filters, with price, availability and page. Where none is all that was asked for, `products` is empty and `near` has what comes closest and what was given up for it: say so, and do not offer those as a match.',
      annotations: reads,
      input: catalogSearchSchema,
      output: foundProductsSchema,
      run: async (args, c) => {
        const found = await searchCatalog(await inStore(args, c), c.req.raw.signal);
        const cards = [...found.products, ...(found.near?.products ?? [])];
        const pages = cards.filter(({ url }) => /^https?:\/\//i.test(url));
        return {
          found,
          links: sourceLinks(
            found.store,
            pages.map(({ url, name }) => ({ documentId: url, url, title: name })),
          ),
        };
      },
    }),
    makeTool({
      name: 'get_product',
      title: 'Get one product',
      description:
        "All that is known of one product: price, availability and attributes of each version, and what its page says of it. By `sku`, or by `url`, which may be the address's last part.",
      annotations: reads,
      input: productSearchSchema,
      output: productDetailsSchema,
      run: async (args, c) => {
        const found = await findProduct(await inStore(args, c));
        const { store, documentId, url, name } = found;
        return { found, links: [sourceLink(store, { documentId, url, title: name })] };
      },
    }),
  ];
}
