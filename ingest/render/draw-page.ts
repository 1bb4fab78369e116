import type { PageEvent } from '../crawl/crawl-event.ts';
import type { Drawing } from '../crawl/crawl-options.ts';
import { extractPage } from '../extract/extract-page.ts';
import { parsePage } from '../extract/parse-page.ts';
import { FetchProblem } from '../safe-fetch/fetch-problem.ts';
import { needsJavaScript } from './needs-javascript.ts';
import type { Renderer } from './open-renderer.ts';
import { RenderProblem } from './render-problem.ts';
import { readScriptSigns } from './script-signs.ts';

/** Problems of the browser, not of the page. */
const OF_THE_BROWSER = new Set(['no-browser', 'launch']);

/**
 * Makes the function by which a crawl draws what shows nothing without scripts. Any other page costs a look at its
 * elements, and one that looks empty a second extraction.
 * @returns a function that throws when the browser cannot be used at all.
 */
export function makeDrawPage(
  renderer: Pick<Renderer, 'render'>,
  { locale }: { locale: string | null },
): (page: PageEvent, allows: (url: string) => boolean, signal: AbortSignal) => Promise<Drawing> {
  return async (page, allows, signal) => {
    const signs = readScriptSigns(page.$);
    if (needsJavaScript(signs, '') === null) return { type: 'none' };
    const { url, fetchedAt } = page;
    const text = extractPage(parsePage(page.$.html()), { url, fetchedAt })?.text ?? '';
    if (needsJavaScript(signs, text) === null) return { type: 'none' };
    try {
      const { html } = await renderer.render(url, {
        allows: (asked) => allows(asked.href),
        signal,
        ...(locale === null ? {} : { locale }),
      });
      return { type: 'drawn', html };
    } catch (error) {
      if (error instanceof RenderProblem && OF_THE_BROWSER.has(error.code)) throw error;
      if (!(error instanceof RenderProblem || error instanceof FetchProblem)) throw error;
      return { type: 'failed', reason: error.message };
    }
  };
}
