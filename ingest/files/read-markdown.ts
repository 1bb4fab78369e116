import { marked } from 'marked';
import type { Section } from '../extract/source-document.ts';
import { type FrontMatter, takeFrontMatter } from './front-matter.ts';
import { titleFromPath } from './title-from-path.ts';
import { readWholeHtml } from './whole-html.ts';

/**
 * Reads Markdown (GitHub's flavour). All of it is content.
 * @throws SourceFileError when its front matter is wrong.
 */
export function readMarkdown(
  path: string,
  content: string,
): { head: FrontMatter; title: string; text: string; sections: Section[] } {
  const { head, body } = takeFrontMatter(path, content);
  const html = marked.parse(body, { async: false, gfm: true });
  return { head, ...readWholeHtml(html, { title: head.title, fallbackTitle: titleFromPath(path) }) };
}
