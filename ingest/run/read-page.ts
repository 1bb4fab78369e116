import type { CheerioAPI } from 'cheerio';
import { extractPage } from '../extract/extract-page.ts';
import type { SourceDocument } from '../extract/source-document.ts';
import { ownText, withLocale } from '../extract/with-locale.ts';
import { tellLanguage, UNDETERMINED } from '../files/detect-language.ts';
import { recogniseBotCheck } from '../render/bot-check.ts';
import { needsJavaScript } from '../render/needs-javascript.ts';
import { readScriptSigns } from '../render/script-signs.ts';
import type { SourceSpec } from './source-spec.ts';

/** What a web page came to. */
export type PageReading =
  | { type: 'document'; document: SourceDocument }
  /** Nothing to answer from; `broken` when it cannot be what the store meant to show. */
  | { type: 'nothing'; stage: 'extract' | 'javascript' | 'bot-check'; reason: string; broken: boolean };

/**
 * Reads a web page, or says why there is nothing to read on it. Of one that neither says nor shows its language the locale is
 * `und`.
 * @param $ the parsed page, which is taken apart in the process.
 */
export async function readPage(
  $: CheerioAPI,
  page: { url: string; fetchedAt: string },
  spec: Pick<SourceSpec, 'locale' | 'render'>,
): Promise<PageReading> {
  const check = recogniseBotCheck($);
  if (check !== null) {
    const reason = `expected a page, found ${check}. Let AisleBot pass there, by its name or by its address.`;
    return { type: 'nothing', stage: 'bot-check', reason, broken: true };
  }
  const signs = readScriptSigns($);
  const document = extractPage($, {
    ...page,
    ...(spec.locale === null ? {} : { defaultLocale: spec.locale }),
  });
  const need = needsJavaScript(signs, document?.text ?? '');
  if (need !== null) {
    const reason = spec.render
      ? `expected text to answer from, found that ${need}, also in a browser.`
      : `expected text to answer from, found that ${need}. Serve its text in the page itself, or set render: browser for its source in aisle.yaml.`;
    return { type: 'nothing', stage: 'javascript', reason, broken: false };
  }
  if (document === null) {
    const reason = 'expected text to answer from, found nothing but links and menus on the page.';
    return { type: 'nothing', stage: 'extract', reason, broken: false };
  }
  if (document.locale !== UNDETERMINED) return { type: 'document', document };
  const locale = await tellLanguage(ownText(document));
  return { type: 'document', document: locale === null ? document : withLocale(document, locale) };
}
