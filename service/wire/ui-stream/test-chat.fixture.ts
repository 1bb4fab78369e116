import { AbstractChat, type ChatState, type ChatStatus, DefaultChatTransport, type UIMessage } from 'ai';
import type { AnswerResponse } from '../../schemas/answer-response.ts';
import type { Citation } from '../../schemas/citation.ts';

/** A message as the data parts of `/chat` make it. */
export type ChatMessage = UIMessage<
  { conversationId: string; store: string; locale: string },
  {
    citation: Citation;
    products: AnswerResponse['products'];
    clarify: AnswerResponse['clarify'];
    handoff: AnswerResponse['handoff'];
    answer: Pick<AnswerResponse, 'id' | 'conversationId' | 'status' | 'suggestions'>;
  }
>;

class PlainState implements ChatState<ChatMessage> {
  status: ChatStatus = 'ready';
  error: Error | undefined = undefined;
  messages: ChatMessage[] = [];
  pushMessage = (message: ChatMessage) => {
    this.messages = [...this.messages, message];
  };
  popMessage = () => {
    this.messages = this.messages.slice(0, -1);
  };
  replaceMessage = (index: number, message: ChatMessage) => {
    this.messages = this.messages.map((one, at) => (at === index ? message : one));
  };
  snapshot = <T>(thing: T): T => structuredClone(thing);
}

/** What `useChat` is built on, without React. */
class TestChat extends AbstractChat<ChatMessage> {}

/** A chat of the AI SDK with the service, as `useChat` makes it. @param body more fields of each request */
export function makeTestChat(
  url: string,
  body: object = {},
  prepareReconnectToStreamRequest?: () => { api: string },
) {
  const transport = new DefaultChatTransport<ChatMessage>({
    api: `${url}/chat`,
    body,
    ...(prepareReconnectToStreamRequest && { prepareReconnectToStreamRequest }),
  });
  return new TestChat({ id: 'chat-1', transport, state: new PlainState() });
}

/** The whole text of a message. */
export function textOf(message: ChatMessage | undefined): string {
  return (message?.parts ?? []).map((part) => (part.type === 'text' ? part.text : '')).join('');
}
