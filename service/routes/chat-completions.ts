import { createRoute, z } from '@hono/zod-openapi';
import type { App } from '../app-env.ts';
import { jsonBody } from '../json-body.ts';
import type { ServiceLimits } from '../service-deps.ts';
import { makeCompletion } from '../wire/chat-completions/completion.ts';
import { makeCompletionFormat } from '../wire/chat-completions/completion-format.ts';
import {
  completionRequestSchema,
  readCompletionRequest,
} from '../wire/chat-completions/completion-request.ts';
import type { FindModel } from './find-model.ts';
import { openAiResponses } from './openai-responses.ts';
import { bodyProblems } from './problem-responses.ts';
import type { Reply } from './reply.ts';

function makeRoute(limits: ServiceLimits) {
  return createRoute({
    method: 'post',
    path: '/v1/chat/completions',
    operationId: 'createChatCompletion',
    summary: "Answer a question in OpenAI's format",
    description:
      'The last user message is the question, those before it are the conversation. System messages and tools are left aside. `annotations` say which characters of the content each page supports, in UTF-16 code units; what the format has no field for is in `aisle`.',
    middleware: [jsonBody({ maxBytes: limits.maxChatBodyBytes })] as const,
    request: {
      body: { required: true, content: { 'application/json': { schema: completionRequestSchema } } },
    },
    responses: {
      ...openAiResponses(...bodyProblems, 'unknown-store', 'model-unavailable', 'model-refused', 'timeout'),
      200: {
        description: 'The completion, or with `stream` its chunks as server-sent events',
        content: {
          'application/json': { schema: z.record(z.string(), z.unknown()).openapi('ChatCompletion') },
          'text/event-stream': { schema: z.string().openapi({ description: 'Server-sent events.' }) },
        },
      },
    },
  });
}

/** Adds `POST /v1/chat/completions`. */
export function addChatCompletionsRoute(
  app: App,
  { reply, findModel, limits }: { reply: Reply; findModel: FindModel; limits: ServiceLimits },
): void {
  app.openapi(makeRoute(limits), async (c) => {
    const body = c.req.valid('json');
    const model = await findModel(body.model, c.var.caller);
    const request = readCompletionRequest(body, model);
    const created = Math.floor(Date.now() / 1000);
    if (!body.stream) return c.json(makeCompletion(await reply.whole(c, request), model, created), 200);
    const includeUsage = body.stream_options?.include_usage ?? false;
    return reply.streamed(c, request, makeCompletionFormat({ model, created, includeUsage }));
  });
}
