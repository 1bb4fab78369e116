import { html } from 'hono/html';
import { type JsonSchema, type MediaType, type Operation, resolveSchema } from '../openapi/api-types.ts';
import { sampleValue } from '../openapi/sample-value.ts';
import { curlOf } from './curl.ts';
import type { PlacedOperation } from './placed-operation.ts';
import { prose } from './prose.ts';
import { limitsOf, renderSchema, typeOf } from './render-schema.ts';

type Schemas = Record<string, JsonSchema>;

/** An operation: what it is for, what it takes, how to call it, what it gives back. Pure. */
export function renderOperation(placed: PlacedOperation, schemas: Schemas) {
  const { method, path, operation } = placed;
  const id = operation.operationId;
  return html`<article aria-labelledby="${id}">
<h3 id="${id}"><span class="method ${method}">${method}</span> <code>${path}</code></h3>
<p class="summary">${prose(operation.summary)}</p>
${operation.description === undefined ? '' : html`<p>${prose(operation.description)}</p>`}
<p class="needs">${needsOf(operation)}</p>
${parametersOf(operation)}
${bodyOf(operation, schemas)}
<h4>Example</h4>
<pre><code>${curlOf(placed, schemas)}</code></pre>
<h4>Responses</h4>
${Object.entries(operation.responses)
  .sort(([a], [b]) => a.localeCompare(b))
  .map(
    ([status, { description, content = {} }]) => html`<details${status.startsWith('2') ? html` open` : ''}>
<summary><strong>${status}</strong> ${prose(description)}</summary>
${Object.entries(content).map(([type, media]) => renderMedia(type, media, schemas))}
</details>`,
  )}
</article>`;
}

function needsOf(operation: Operation): string {
  const scope = operation['x-aisle-scope'];
  if (scope === undefined) return 'Needs no key.';
  const kinds = operation['x-aisle-publishable'] ? 'A publishable or a secret key' : 'A secret key';
  return `${kinds} with the scope “${scope}”.`;
}

function parametersOf({ parameters = [] }: Operation) {
  if (parameters.length === 0) return '';
  return html`<h4>Parameters</h4>
<ul class="fields">${parameters.map(
    ({ name, in: place, required, description, schema }) =>
      html`<li><code class="field">${name}</code> <span class="type">in ${place}, ${typeOf(schema)}${limitsOf(schema)}</span>${
        required ? html` <span class="required">required</span>` : ''
      }${description === undefined ? '' : html`<p>${prose(description)}</p>`}</li>`,
  )}</ul>`;
}

function bodyOf({ requestBody }: Operation, schemas: Schemas) {
  if (requestBody === undefined) return '';
  return html`<h4>Body</h4>
${Object.entries(requestBody.content).map(
  ([type, { schema = {} }]) =>
    html`<p><code>${type}</code> ${schema.$ref === undefined ? '' : typeOf(schema)}</p>${renderSchema(resolveSchema(schema, schemas))}`,
)}`;
}

function renderMedia(type: string, { schema, example }: MediaType, schemas: Schemas) {
  const isJson = type.includes('json');
  const isProblem = type === 'application/problem+json';
  const shown = example ?? (isJson && !isProblem && schema ? sampleValue(schema, schemas, true) : undefined);
  const text = typeof shown === 'string' ? shown : JSON.stringify(shown, null, 2);
  return html`<p><code>${type}</code> ${schema === undefined ? '' : typeOf(schema)}</p>${
    shown === undefined ? '' : html`<pre><code>${text}</code></pre>`
  }`;
}
