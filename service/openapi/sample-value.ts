import { type JsonSchema, resolveSchema } from './api-types.ts';

/** Deeper than any schema of the API, lower than one that refers to itself would go. */
const MOST_LEVELS = 12;

/**
 * A value that a schema allows, of its own examples where it has some. Pure.
 * @param full whether optional fields are in it
 */
export function sampleValue(
  given: JsonSchema,
  schemas: Record<string, JsonSchema>,
  full = false,
  level = 0,
): unknown {
  const schema = resolveSchema(given, schemas);
  for (const known of [schema.example, schema.const, schema.enum?.[0], schema.default])
    if (known !== undefined) return known;
  if (level > MOST_LEVELS) return null;
  const within = (one: JsonSchema) => sampleValue(one, schemas, full, level + 1);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return within(choices.find(({ type }) => type !== 'null') ?? {});
  if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map(within));
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type;
  switch (type) {
    case 'object': {
      const required = new Set(schema.required);
      const shown = Object.entries(schema.properties ?? {}).filter(
        ([name, one]) => required.has(name) || (full && !isOpaque(one)),
      );
      return Object.fromEntries(shown.map(([name, one]) => [name, within(one)]));
    }
    case 'array':
      return (schema.minItems ?? 0) > 0 || full ? [within(schema.items ?? {})] : [];
    case 'integer':
    case 'number':
      return schema.minimum ?? 0;
    case 'boolean':
      return true;
    case 'string':
      return sampleText(schema);
    default:
      return null;
  }
}

/** No text is made up for a pattern. */
function isOpaque({ pattern, example, default: usual }: JsonSchema): boolean {
  return pattern !== undefined && example === undefined && usual === undefined;
}

function sampleText({ format, minLength = 0, maxLength }: JsonSchema): string {
  if (format === 'date-time') return '2026-11-22T09:00:00Z';
  return 'text'.padEnd(minLength, ' text').slice(0, maxLength);
}
