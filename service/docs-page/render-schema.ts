import { html } from 'hono/html';
import { type JsonSchema, refName } from '../openapi/api-types.ts';
import { prose } from './prose.ts';

type Markup = ReturnType<typeof html>;

/** What a schema allows, as a nested list; schemas that have a name are linked to. Pure. */
export function renderSchema(schema: JsonSchema): Markup {
  const fields = fieldsOf(schema);
  const note = schema.description === undefined ? '' : html`<p>${prose(schema.description)}</p>`;
  const nullable = schema.type?.includes('null') ? html`<p class="type">object or null</p>` : '';
  if (fields.length > 0) return html`${note}${nullable}${fieldList(schema, fields)}`;
  return html`${note}<p class="type">${typeOf(schema)}${limitsOf(schema)}</p>`;
}

/** The type in words, with links: `list of Citation, or null`. Pure. */
export function typeOf(schema: JsonSchema): Markup {
  const { $ref, anyOf, oneOf, allOf, type, items, additionalProperties } = schema;
  if ($ref !== undefined) {
    const name = refName($ref);
    return html`<a href="#schema-${name}">${name}</a>`;
  }
  const choices = anyOf ?? oneOf;
  if (choices !== undefined) return joined(choices.map(typeOf));
  if (allOf !== undefined) return joined(allOf.map(typeOf), ' and ');
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.enum !== undefined)
    return joined(schema.enum.map((value) => html`<code>${JSON.stringify(value)}</code>`));
  if (Array.isArray(type)) return joined(type.map((one) => typeOf({ ...schema, type: one })));
  if (type === 'array') return html`list of ${typeOf(items ?? {})}`;
  if (type === 'object' && typeof additionalProperties === 'object' && schema.properties === undefined)
    return html`object of ${typeOf(additionalProperties)}`;
  return html`${type ?? 'anything'}${schema.format === undefined ? '' : ` (${schema.format})`}`;
}

/** Bounds and defaults in words: `, 1 to 20, default 6`. Pure. */
export function limitsOf(schema: JsonSchema): string {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, pattern } = schema;
  const range = (min: number | undefined, max: number | undefined, unit: string): string[] => {
    if (min === undefined && max === undefined) return [];
    if (max === undefined || max >= Number.MAX_SAFE_INTEGER) return [`at least ${min}${unit}`];
    return [min === undefined ? `at most ${max}${unit}` : `${min} to ${max}${unit}`];
  };
  const said = [
    ...range(minimum, maximum, ''),
    ...range(minLength, maxLength, ' characters'),
    ...range(minItems, maxItems, ' items'),
    ...(pattern === undefined ? [] : [`matches ${pattern}`]),
    ...(schema.default === undefined ? [] : [`default ${JSON.stringify(schema.default)}`]),
  ];
  return said.map((one) => `, ${one}`).join('');
}

type Field = [name: string, schema: JsonSchema];

/** Of an object, or of the objects in a list or behind a null. */
function fieldsOf(schema: JsonSchema): Field[] {
  const inner = innerObject(schema);
  return Object.entries(inner?.properties ?? {});
}

function innerObject(schema: JsonSchema): JsonSchema | undefined {
  if (schema.properties !== undefined) return schema;
  if (schema.items !== undefined) return innerObject(schema.items);
  return (schema.anyOf ?? schema.oneOf)?.map(innerObject).find((one) => one !== undefined);
}

function fieldList(schema: JsonSchema, fields: Field[]): Markup {
  const required = new Set(innerObject(schema)?.required);
  return html`<ul class="fields">${fields.map(
    ([name, field]) =>
      html`<li><code class="field">${name}</code> <span class="type">${typeOf(field)}${limitsOf(field)}</span>${
        required.has(name) ? html` <span class="required">required</span>` : ''
      }${field.description === undefined ? '' : html`<p>${prose(field.description)}</p>`}${
        fieldsOf(field).length > 0 ? fieldList(field, fieldsOf(field)) : ''
      }</li>`,
  )}</ul>`;
}

function joined(parts: Markup[], by = ' or '): Markup {
  return html`${parts.map((part, at) => (at === 0 ? part : html`${by}${part}`))}`;
}
