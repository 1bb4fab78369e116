import type { StreamedEvent, WireFormat } from '../wire-format.ts';
import { annotationsOf } from './annotations.ts';
import { aisleOf, completionId, usageOf } from './completion.ts';
import { openAiError } from './openai-error.ts';

/**
 * OpenAI's stream of chat completion chunks: unnamed events, `[DONE]` last. All annotations come in one delta after the text,
 * for clients put the fields of a later delta in the place of those of an earlier one.
 * @param created in seconds since 1970
 */
export function makeCompletionFormat({
  model,
  created,
  includeUsage,
}: {
  model: string;
  created: number;
  includeUsage: boolean;
}): WireFormat {
  let id = '';
  const write = (choices: object[], more: object = {}) => {
    const usage = includeUsage ? { usage: null } : {};
    const chunk = { id, object: 'chat.completion.chunk', created, model, choices, ...usage, ...more };
    return `data: ${JSON.stringify(chunk)}\n\n`;
  };
  const choice = (delta: object, finish_reason: 'stop' | null = null) => [
    { index: 0, delta, logprobs: null, finish_reason },
  ];
  return {
    event: (event: StreamedEvent) => {
      switch (event.type) {
        case 'start':
          id = completionId(event.id);
          return write(choice({ role: 'assistant', content: '', refusal: null }));
        case 'delta':
          return write(choice({ content: event.text }));
        case 'done': {
          const { response } = event;
          const annotations = annotationsOf(response);
          return [
            ...(annotations.length > 0 ? [write(choice({ annotations }))] : []),
            write(choice({}, 'stop'), { aisle: aisleOf(response) }),
            ...(includeUsage ? [write([], { usage: usageOf(response) })] : []),
            'data: [DONE]\n\n',
          ].join('');
        }
        default:
          return '';
      }
    },
    failed: (problem) => `data: ${JSON.stringify(openAiError(problem))}\n\ndata: [DONE]\n\n`,
  };
}
