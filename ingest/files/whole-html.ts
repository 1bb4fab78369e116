import { buildText } from '../extract/build-text.ts';
import { textOf } from '../extract/dom.ts';
import { flattenDeep } from '../extract/flatten-deep.ts';
import { findHiddenText, removeNodes } from '../extract/hidden-text.ts';
import { parsePage } from '../extract/parse-page.ts';
import { readBlocks } from '../extract/read-blocks.ts';
import type { Section } from '../extract/source-document.ts';
import { readPageStyles } from '../extract/style/page-styles.ts';

const UNREAD =
  'script, style, template, noscript, iframe, object, svg, canvas, form, button, input, select, textarea, img';

/** Only what has a style or says so is hidden; most descriptions have none, and need no look. */
const MAY_HIDE = /<style|\bstyle\s*=|\bhidden\b/i;

/**
 * Reads HTML that is content throughout, such as what Markdown, a Word document or a product's description is made
 * into: no part of it is judged to be a menu or an advert and left out.
 * @param title stands where it is not null; else the first `<h1>`, else `fallbackTitle`.
 */
export function readWholeHtml(
  html: string,
  { title, fallbackTitle }: { title: string | null; fallbackTitle: string },
): { title: string; text: string; sections: Section[] } {
  const $ = parsePage(html);
  const root = $.root()[0];
  if (root !== undefined && MAY_HIDE.test(html)) {
    flattenDeep(root);
    removeNodes(root, findHiddenText(root, readPageStyles(root), new Map()));
  }
  $(UNREAD).remove();
  const body = $('body')[0];
  if (body === undefined) return { title: title ?? fallbackTitle, text: '', sections: [] };
  flattenDeep(body);
  const blocks = readBlocks(body, new Map());
  const heading = $('h1')[0];
  const stated = title ?? (heading === undefined ? '' : textOf(heading));
  const chosen = stated === '' ? fallbackTitle : stated;
  return { title: chosen, ...buildText(blocks, chosen) };
}
