import { z } from '@hono/zod-openapi';
import type { ConversedRequest } from '../../answer-question.ts';
import { checkQuestion, invalidField } from '../check-question.ts';
import { ownFields, readOwnFields } from '../own-fields.ts';
import { readConversation, type ToldMessage } from '../told-conversation.ts';

const MOST_MESSAGES = 1_000;

const messageSchema = z
  .object({
    role: z
      .string()
      .openapi({ description: '`user` and `assistant` are the conversation; others are left aside.' }),
    content: z
      .union([z.string(), z.array(z.object({ type: z.string(), text: z.unknown().optional() }))])
      .nullish()
      .openapi({ description: 'Of parts, those of type `text` are read.' }),
  })
  .openapi('CompletionMessage');

/** A request of OpenAI's chat completions, of which sampling, tools and the like are left aside. */
export const completionRequestSchema = z
  .object({
    model: z.string().min(1).max(200).openapi({
      description:
        'The store that answers, by its id, `aisle/` before it or not. `GET /v1/models` lists them.',
      example: 'sample',
    }),
    messages: z.array(messageSchema).min(1).max(MOST_MESSAGES),
    stream: z.boolean().nullish(),
    stream_options: z.object({ include_usage: z.boolean().nullish() }).nullish(),
    n: z.number().nullish().openapi({ description: 'One answer is given: 1.' }),
    tool_choice: z.unknown().optional().openapi({ description: 'No tool is ever called: `none` or `auto`.' }),
    response_format: z.unknown().optional().openapi({ description: '`{"type": "text"}`.' }),
    aisle: z
      .object(ownFields)
      .nullish()
      .openapi({ description: 'What `POST /answer` takes beside the question.' }),
  })
  .openapi('CompletionRequest');
export type CompletionRequest = z.infer<typeof completionRequestSchema>;

/**
 * The request that messages ask of a store. Pure.
 * @throws ProblemError `invalid-request` where they end in no question, or where what was asked for cannot be given.
 */
export function readCompletionRequest(request: CompletionRequest, store: string): ConversedRequest {
  refuseWhatCannotBe(request);
  const told = readConversation(request.messages.map(toldMessage));
  if (told === null) throw invalidField('messages', 'a message with the role "user"', 'none');
  const question = checkQuestion(told.question, `messages[${told.at}].content`);
  const own = readOwnFields(request.aisle ?? {});
  // What was kept of a conversation tells more than its messages.
  const isTold = told.history.length > 0 && own.conversationId === undefined;
  return { ...own, question, store, ...(isTold ? { history: told.history } : {}) };
}

function toldMessage({ role, content }: CompletionRequest['messages'][number]): ToldMessage {
  const parts = Array.isArray(content) ? content : [{ type: 'text', text: content ?? '' }];
  const text = parts
    .flatMap(({ type, text }) => (type === 'text' && typeof text === 'string' ? [text] : []))
    .join('\n');
  return { role: role === 'user' || role === 'assistant' ? role : 'other', text };
}

/** What would change the meaning of the response is refused; what would only change its words is left aside. */
function refuseWhatCannotBe({ n, tool_choice, response_format }: CompletionRequest): void {
  if ((n ?? 1) !== 1) throw invalidField('n', '1, for there is one answer', `the number ${n}`);
  if (tool_choice === 'required' || (typeof tool_choice === 'object' && tool_choice !== null))
    throw invalidField(
      'tool_choice',
      '"none" or "auto", for no tool is ever called',
      'one that must be called',
    );
  const type = typeof response_format === 'object' && response_format !== null && 'type' in response_format;
  if (type && response_format.type !== 'text')
    throw invalidField(
      'response_format.type',
      '"text", for answers are sentences of the store',
      'another format',
    );
}
