import { chatProvider } from './chat-provider.ts';

/**
 * JSON schema of an answer. `answerable` comes first, so that a model decides before it writes, and no sentence is read from
 * an answer that says there is none.
 */
const answerSchema = {
  type: 'object',
  properties: {
    answerable: { type: 'boolean' },
    parts: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          text: { type: 'string' },
          citations: { type: 'array', items: { type: 'integer' } },
        },
        required: ['text', 'citations'],
        additionalProperties: false,
      },
    },
  },
  required: ['answerable', 'parts'],
  additionalProperties: false,
} as const;

const questionSchema = {
  type: 'object',
  properties: { question: { type: 'string' } },
  required: ['question'],
  additionalProperties: false,
} as const;

const schemas = { answer: answerSchema, question: questionSchema };

/**
 * The call option that makes a provider write JSON by a schema; nothing for one that is asked by prompt alone.
 * `withStructuredOutput` is not used: it hands over whole objects, and a sentence must be sent before the next is written.
 * @param model the model as configured, `provider:model`
 */
export function schemaOptions(model: string, name: keyof typeof schemas): Record<string, unknown> {
  const schema = schemas[name];
  switch (chatProvider(model).schemaOption) {
    case 'response_format':
      return { response_format: { type: 'json_schema', json_schema: { name, strict: true, schema } } };
    case 'format':
      return { format: schema };
    case null:
      return {};
  }
}
