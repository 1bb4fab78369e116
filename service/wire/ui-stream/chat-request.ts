import { z } from '@hono/zod-openapi';
import type { ConversedRequest } from '../../answer-question.ts';
import { answerRequestSchema } from '../../schemas/answer-request.ts';
import { checkQuestion, invalidField } from '../check-question.ts';
import { ownFields, readOwnFields, storeField } from '../own-fields.ts';
import { readConversation, type ToldMessage } from '../told-conversation.ts';

/** Messages of one request; a chat that has more sends the last ones. */
const MOST_MESSAGES = 1_000;

const messageSchema = z
  .object({
    id: z.string().optional(),
    role: z.string().openapi({ description: '`user`, `assistant`, or what is left aside.' }),
    parts: z
      .array(z.object({ type: z.string(), text: z.unknown().optional() }))
      .openapi({ description: 'Those of type `text` are read.' }),
    metadata: z.unknown().optional(),
  })
  .openapi('ChatMessage');

/**
 * What the AI SDK's `DefaultChatTransport` sends (`vercel/ai`, `packages/ai/src/ui/http-chat-transport.ts`), with our own fields
 * from its `body` beside. What else a client adds is left aside.
 */
export const chatRequestSchema = z
  .object({
    ...ownFields,
    ...storeField,
    id: z
      .string()
      .optional()
      .openapi({ description: "The client's own name of the chat; nothing is found by it." }),
    messages: z.array(messageSchema).min(1).max(MOST_MESSAGES),
    trigger: z.string().optional().openapi({ example: 'submit-message' }),
    messageId: z.string().nullish(),
  })
  .openapi('ChatRequest', {
    description:
      'The question is the text of the last user message. The earlier messages are the conversation; with `conversationId`, of the body or of the last answer’s metadata, those answers of it that the messages still show.',
  });
type ChatRequest = z.infer<typeof chatRequestSchema>;

/**
 * The request that a chat's messages ask. Pure.
 * @throws ProblemError `invalid-request` where they end in no question.
 */
export function readChatRequest(request: ChatRequest): ConversedRequest {
  const { messages, trigger, messageId } = request;
  const { conversationId = metadataId(messages), ...own } = readOwnFields(request);
  const told = readConversation(messages.map(toldMessage));
  if (told === null) throw invalidField('messages', 'a message with the role "user"', 'none');
  const question = checkQuestion(told.question, `messages[${told.at}].parts`);
  // A message that was edited or asked again has nothing after it any more, whatever was kept of the conversation.
  const isRewritten = trigger === 'regenerate-message' || (messageId ?? null) !== null;
  return {
    ...own,
    question,
    ...(conversationId === undefined ? {} : { conversationId }),
    ...(told.history.length > 0 || isRewritten ? { history: told.history } : {}),
  };
}

function toldMessage({ id, role, parts }: ChatRequest['messages'][number]): ToldMessage {
  const text = parts
    .flatMap(({ type, text }) => (type === 'text' && typeof text === 'string' ? [text] : []))
    .join('\n');
  return { role: role === 'user' || role === 'assistant' ? role : 'other', text, answerId: id };
}

/** The conversation that the last answer says it belongs to: clients send metadata back as it came. */
function metadataId(messages: ChatRequest['messages']): string | undefined {
  const metadata = messages.findLast(({ role }) => role === 'assistant')?.metadata;
  const id = typeof metadata === 'object' && metadata !== null && 'conversationId' in metadata;
  const checked = answerRequestSchema.shape.conversationId.safeParse(
    id ? metadata.conversationId : undefined,
  );
  return checked.success ? checked.data : undefined;
}
