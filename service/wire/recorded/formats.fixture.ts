import OpenAI from 'openai';
import { connectMcp } from '../../mcp/mcp-client.fixture.ts';
import type { AnswerResponse } from '../../schemas/answer-response.ts';
import { citedSources } from '../cited-source.ts';
import { makeTestChat, textOf } from '../ui-stream/test-chat.fixture.ts';

/** What a client of any format has in hand after an answer. */
export interface Received {
  text: string;
  /** Each page once, in the order of the citations. */
  sources: { url: string; title: string }[];
  /** The quotes of the citations, in their order. */
  quotes: string[];
}

/** A wire format, as a client of it asks a question. */
export interface AskedFormat {
  name: string;
  ask: (url: string, question: string, store: string) => Promise<Received>;
}

function received(text: string, citations: AnswerResponse['citations']): Received {
  const sources = citedSources(citations).map(({ url, title }) => ({ url, title }));
  return { text, sources, quotes: citations.map(({ quote }) => quote) };
}

const post = (url: string, accept: string, body: object) =>
  fetch(`${url}/answer`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify(body),
  });

async function askJson(url: string, question: string, store: string): Promise<Received> {
  const response = await post(url, 'application/json', { question, store });
  const { answer, citations } = (await response.json()) as AnswerResponse;
  return received(answer, citations);
}

async function askEvents(url: string, question: string, store: string): Promise<Received> {
  const body = await (await post(url, 'text/event-stream', { question, store })).text();
  const all = (name: string) =>
    [...body.matchAll(new RegExp(`^event: ${name}\ndata: (.*)$`, 'gm'))].map(([, data]) =>
      JSON.parse(data ?? ''),
    );
  return received(
    all('delta')
      .map(({ text }) => text)
      .join(''),
    all('citation'),
  );
}

async function askChat(url: string, question: string, store: string): Promise<Received> {
  const chat = makeTestChat(url, { store });
  await chat.sendMessage({ text: question });
  if (chat.error) throw chat.error;
  const parts = chat.lastMessage?.parts ?? [];
  return {
    text: textOf(chat.lastMessage),
    sources: parts.flatMap((part) =>
      part.type === 'source-url' ? [{ url: part.url, title: part.title ?? '' }] : [],
    ),
    quotes: parts.flatMap((part) => (part.type === 'data-citation' ? [part.data.quote] : [])),
  };
}

async function askCompletions(
  url: string,
  question: string,
  store: string,
  stream: boolean,
): Promise<Received> {
  const { completions } = new OpenAI({ baseURL: `${url}/v1`, apiKey: 'none', maxRetries: 0 }).chat;
  const body = { model: store, messages: [{ role: 'user' as const, content: question }] };
  const completion = await (stream
    ? completions.stream(body).finalChatCompletion()
    : completions.create(body));
  const { content = '', annotations = [] } = completion.choices[0]?.message ?? {};
  const sources = annotations.map(({ url_citation: { url, title } }) => ({ url, title }));
  const { aisle } = completion as unknown as { aisle: AnswerResponse };
  return {
    text: content ?? '',
    sources: sources.filter((one, at) => sources.findIndex(({ url }) => url === one.url) === at),
    quotes: aisle.citations.map(({ quote }) => quote),
  };
}

async function askMcp(url: string, question: string, store: string): Promise<Received> {
  const { client, call } = await connectMcp(url);
  const { content, structuredContent } = await call('answer', { question, store });
  await client.close();
  const { answer, citations } = structuredContent as Pick<AnswerResponse, 'answer' | 'citations'>;
  const links = content.flatMap((part) => (part.type === 'resource_link' ? [part] : []));
  return {
    text: answer,
    sources: links.map(({ uri, title = '' }) => ({ url: uri, title })),
    quotes: citations.map(({ quote }) => quote),
  };
}

/** Every format that answers leave the service in: what is recorded must be the same in all of them. */
export const askedFormats: AskedFormat[] = [
  { name: 'JSON', ask: askJson },
  { name: 'events', ask: askEvents },
  { name: 'AI SDK', ask: askChat },
  { name: 'chat completions', ask: (...asked) => askCompletions(...asked, false) },
  { name: 'chat completion chunks', ask: (...asked) => askCompletions(...asked, true) },
  { name: 'MCP', ask: askMcp },
];
