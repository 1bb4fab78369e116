import { html } from 'hono/html';
import type { ApiDocument } from '../openapi/api-types.ts';
import type { PlacedOperation } from './placed-operation.ts';
import { prose } from './prose.ts';
import { renderOperation } from './render-operation.ts';
import { renderSchema } from './render-schema.ts';

/**
 * The reference page of an API, as one HTML document without scripts: groups, operations, schemas. Texts of the document are
 * shown as text, whatever is in them. Pure.
 */
export function renderDocs(document: ApiDocument): string {
  const { info, components } = document;
  const placed: PlacedOperation[] = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ method, path, operation })),
  );
  const groups = document.tags
    .map((tag) => ({ ...tag, placed: placed.filter(({ operation }) => operation.tags?.includes(tag.name)) }))
    .filter((group) => group.placed.length > 0);
  const schemas = Object.entries(components.schemas).sort(([a], [b]) => a.localeCompare(b));
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${info.title} API reference</title>
<link rel="icon" href="/page/icon.svg">
<link rel="stylesheet" href="/docs/docs.css">
</head>
<body>
<a class="skip" href="#main">Skip to the reference</a>
<nav aria-label="Contents">
<p class="name"><a href="#top">${info.title}</a></p>
${groups.map(
  (group) => html`<h2>${group.name}</h2>
<ul>${group.placed.map(
    ({ method, operation, path }) =>
      html`<li><a href="#${operation.operationId}"><span class="method ${method}">${method}</span> ${path}</a></li>`,
  )}</ul>`,
)}
<h2><a href="#schemas">Schemas</a></h2>
</nav>
<main id="main">
<h1 id="top">${info.title} API reference</h1>
<p>${prose(info.description)}</p>
<p>Version ${info.version}. The same for machines: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1).</p>
<section>
<h2 id="keys">Keys</h2>
<p>A service that has keys asks for one, in one of these headers. A key in the address is not read.</p>
<dl>${Object.values(components.securitySchemes).map(
    ({ type, name, description }) =>
      html`<dt><code>${type === 'http' ? 'Authorization: Bearer KEY' : `${name}: KEY`}</code></dt><dd>${prose(description ?? '')}</dd>`,
  )}</dl>
</section>
${groups.map(
  (group) => html`<section>
<h2 id="${slug(group.name)}">${group.name}</h2>
<p>${prose(group.description)}</p>
${group.placed.map((one) => renderOperation(one, components.schemas))}
</section>`,
)}
<section>
<h2 id="schemas">Schemas</h2>
${schemas.map(
  ([name, schema]) => html`<section class="schema">
<h3 id="schema-${name}">${name}</h3>
${renderSchema(schema)}
</section>`,
)}
</section>
</main>
</body>
</html>
`;
  return page.toString();
}

function slug(name: string): string {
  return `group-${name.toLowerCase().replaceAll(' ', '-')}`;
}
