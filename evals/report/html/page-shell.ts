import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { bundleScript } from './bundle-script.ts';
import { html, type Markup } from './markup.ts';

/** What every report page has of its own: its style sheet and script, with the policy that lets these two run and nothing else. */
export interface PageAssets {
  style: string;
  script: string;
  /** Content-Security-Policy, CSP Level 3. */
  policy: string;
}

const STYLES = ['report', 'suite', 'plots', 'cases', 'case', 'sources', 'narrow'];

export async function readPageAssets(): Promise<PageAssets> {
  const read = (name: string) => readFile(new URL(`./page/${name}.css`, import.meta.url), 'utf8');
  const style = (await Promise.all(STYLES.map(read))).join('');
  const script = await bundleScript(new URL('./page/main.js', import.meta.url));
  return { style, script, policy: policyFor(style, script) };
}

/**
 * No request of any kind; the one script and the one style sheet by their hashes; no form, no base. Trusted Types keep
 * even that script from making markup out of text.
 */
function policyFor(style: string, script: string): string {
  return [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

export function pageHead(title: string, { style, policy }: PageAssets): Markup {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ markup: style }}</style></head>`;
}

/** The table of cases and the panel that shows one; the script fills both. */
export const casesSection: Markup = html`<section id="cases" tabindex="-1" aria-labelledby="cases-name">
<h2 id="cases-name">Cases</h2>
<form id="controls" role="search"><fieldset id="show" aria-label="Show"></fieldset>
<label class="search">Search questions, answers, ids and tags<input type="search" name="q" autocomplete="off" spellcheck="false"></label>
<label>Tag<select name="tag"><option value="">all</option></select></label>
<label>Status<select name="status"><option value="">all</option></select></label>
<label>Suite<select name="suite"><option value="">all</option></select></label>
<button class="plain-button" type="button" id="clear" hidden>Clear</button></form>
<p id="count" role="status"></p>
<div class="card table"><table id="cases-table"><thead><tr>
<th scope="col" aria-sort="none"><button type="button" data-sort="verdict">Verdict</button></th>
<th scope="col" aria-sort="none"><button type="button" data-sort="id">Case</button></th>
<th scope="col" aria-sort="none" class="extra"><button type="button" data-sort="tags">Tags</button></th>
<th scope="col" aria-sort="none" class="extra"><button type="button" data-sort="status">Status</button></th>
<th scope="col" aria-sort="none" class="extra number"><button type="button" data-sort="confidence">Confidence</button></th>
<th scope="col" aria-sort="none" class="extra number"><button type="button" data-sort="time">Time</button></th>
</tr></thead><tbody></tbody></table><p id="none" hidden>No case is like that.</p></div>
<p id="pages" hidden><button class="plain-button" type="button" data-step="-1">Earlier</button><span></span><button class="plain-button" type="button" data-step="1">Later</button></p>
<noscript><p class="card alert">The cases need this page's own script, which this viewer does not run. All of them are in cases.jsonl and cases.csv beside this file.</p></noscript>
</section>
<dialog id="case" aria-labelledby="case-name"><div class="head"><div class="bar-row"><h2 id="case-name"></h2>
<button class="plain-button" type="button" data-step="-1" aria-label="Case before">←</button><button class="plain-button" type="button" data-step="1" aria-label="Next case">→</button><button class="plain-button close" type="button">Close</button></div><p class="facts"></p></div>
<div class="content" tabindex="0" role="region" aria-label="The case"></div></dialog>`;
