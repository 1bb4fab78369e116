import { html } from 'hono/html';
import type { MockDescription } from './describe-mock.ts';

/** `GET /mock` for people. Pure. */
export function mockPage({ stores, header, scenarios, formats, people }: MockDescription) {
  const rows = scenarios.map(
    ({ name, shows, word, questions }) => html`
          <tr>
            <th scope="row"><code>${name}</code></th>
            <td>${shows}</td>
            <td>${word}</td>
            <td>${questions.map((question) => html`<p>${question}</p>`)}</td>
          </tr>`,
  );
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="/page/icon.svg" type="image/svg+xml">
    <title>Aisle’s mock</title>
  </head>
  <body>
    <main>
      <h1>Aisle’s mock</h1>
      <p>The service as it is, over answers that are made up and recorded, for ${stores.length > 1 ? 'the stores' : 'the store'} ${stores.join(', ')}.
        Try the <a href="/">chat page</a>, or read the <a href="/openapi.json">API</a>.</p>
      <p>Choose what happens by a question below, by its word in any question, by <code>#name</code> in a question, or for
        any request by the header <code>${header}: name</code>.</p>
      <table>
        <thead>
          <tr><th scope="col">Scenario</th><th scope="col">Shows</th><th scope="col">Word</th><th scope="col">Questions</th></tr>
        </thead>
        <tbody>${rows}
        </tbody>
      </table>
      <h2>Formats</h2>${commands(formats)}
      <h2>People</h2>
      <p>What people do with a handoff, <code>ID</code> being its id in the list: open one with the form of a
        <code>handoff</code> scenario or with <code>taken</code>, and look at the chat meanwhile.</p>${commands(people)}
    </main>
  </body>
</html>
`;
}

function commands(all: readonly { name: string; curl: string }[]) {
  return all.map(
    ({ name, curl }) => html`
      <h3>${name}</h3>
      <pre><code>${curl}</code></pre>`,
  );
}
