import { openConfiguredModel } from '../../../ingest/embedding/open-configured-model.ts';
import { readEnvironment } from '../../../ingest/environment.ts';
import { openChatModel } from '../../../service/answer/llm/open-chat-model.ts';
import { pageText, type Slice, type WithPeer } from './peer.ts';
import { sentencesOf } from './prove.ts';

/** What its retriever returns when nobody says how many. */
const TOP = 4;
/** Chunks that are ranked to find the ten best passages; not part of an answer, nor of its time. */
const RANKED = 60;
/** The prompt that its documentation takes from its hub, `rlm/rag-prompt`, word for word. */
const PROMPT = `You are an assistant for question-answering tasks. Use the following pieces of retrieved context to answer the question. If you don't know the answer, just say that you don't know. Use three sentences maximum and keep the answer concise.
Question: {input}
Context: {context}
Answer:`;
/** How a model says that it does not know, in the languages that are measured. */
const UNKNOWING =
  /\b(?:do(?:es)?n['’]t|do(?:es)? not|cannot|can['’]t) (?:know|say|tell|answer)|\bno (?:lo )?sé(?!\p{L})/iu;

/**
 * LangChain's stock pipeline, every option its default: RecursiveCharacterTextSplitter (1,000 characters, 200 of them shared),
 * MemoryVectorStore (cosine), the four most similar chunks; with a chat model `createRetrievalChain` writes the answer,
 * without one the chunks are what is shown. Its packages are loaded only now.
 */
export const withLangChain: WithPeer = async (passages, _, context, work) => {
  const environment = readEnvironment(context.env);
  const { embeddings } = await openConfiguredModel(environment, context.signal);
  const { MemoryVectorStore } = await import('@langchain/classic/vectorstores/memory');
  const { RecursiveCharacterTextSplitter } = await import('@langchain/textsplitters');
  const splitter = new RecursiveCharacterTextSplitter();
  const chunks = await splitter.createDocuments(
    passages.map(pageText),
    passages.map(({ id }) => ({ id })),
  );
  const store = await MemoryVectorStore.fromDocuments(chunks, embeddings);
  const write = await openChain(environment, store.asRetriever());
  return work(async (question) => {
    const started = performance.now();
    const found = await store.similaritySearchWithScore(question, TOP);
    const retrieved = found.map(
      ([{ pageContent, metadata }]): Slice => ({
        passageId: String(metadata.id),
        text: pageContent,
      }),
    );
    const shown = write === null ? null : await write(question);
    const milliseconds = performance.now() - started;
    const ranked = await store.similaritySearchWithScore(question, RANKED);
    const answered = shown === null ? retrieved.length > 0 : !UNKNOWING.test(shown);
    return {
      ranked: [...new Set(ranked.map(([{ metadata }]) => String(metadata.id)))],
      answered,
      confidence: found[0]?.[1] ?? 0,
      text: answered ? (shown ?? retrieved.map(({ text }) => text).join('\n\n')) : '',
      slices: shown === null ? retrieved : quoted(shown, retrieved),
      milliseconds,
    };
  });
};

type Retriever = import('@langchain/core/retrievers').BaseRetrieverInterface;

/** @returns null where no chat model is configured. */
async function openChain(
  { chatModel, openaiApiKey, openaiBaseUrl }: ReturnType<typeof readEnvironment>,
  retriever: Retriever,
): Promise<((question: string) => Promise<string>) | null> {
  if (chatModel === 'extractive') return null;
  const llm = await openChatModel(chatModel, {
    ...(openaiApiKey && { apiKey: openaiApiKey }),
    ...(openaiBaseUrl && { baseUrl: openaiBaseUrl }),
  });
  const { createStuffDocumentsChain } = await import('@langchain/classic/chains/combine_documents');
  const { createRetrievalChain } = await import('@langchain/classic/chains/retrieval');
  const { ChatPromptTemplate } = await import('@langchain/core/prompts');
  const combineDocsChain = await createStuffDocumentsChain({
    llm,
    prompt: ChatPromptTemplate.fromTemplate(PROMPT),
  });
  const chain = await createRetrievalChain({ retriever, combineDocsChain });
  return async (question) => (await chain.invoke({ input: question })).answer;
}

/** Its answer names no source for a sentence; one that stands word for word in a retrieved chunk counts as quoted from it. */
function quoted(answer: string, retrieved: readonly Slice[]): Slice[] {
  return sentencesOf(answer).flatMap((sentence) => {
    const from = retrieved.find(({ text }) => text.includes(sentence));
    return from === undefined ? [] : [{ passageId: from.passageId, text: sentence }];
  });
}
