import type { Block } from './blocks.ts';
import { textOf } from './dom.ts';
import { findHiddenText, removeNodes } from './hidden-text.ts';
import { asList, asNodes, asText, hasType, type LdNode } from './json-ld.ts';
import { parsePage } from './parse-page.ts';
import { readPageStyles } from './style/page-styles.ts';

/** Questions and answers of schema.org FAQPage data, each question once, though a page may state it in two formats. */
export function readFaq(nodes: LdNode[]): { question: string; answer: string }[] {
  const pages = nodes.filter((node) => hasType(node, 'FAQPage'));
  const questions = pages
    .flatMap((page) => asNodes(page.mainEntity))
    .filter((node) => hasType(node, 'Question'));
  const known = new Set<string>();
  return questions.flatMap((node) => {
    const question = asText(node.name);
    const [first] = asNodes(node.acceptedAnswer).flatMap((answer) => asList(answer.text));
    const answer = typeof first === 'string' ? markupText(first) : '';
    if (question === '' || answer === '' || known.has(bare(question))) return [];
    known.add(bare(question));
    return [{ question, answer }];
  });
}

/** The answers in their markup's lines. */
function markupText(markup: string): string {
  const $ = parsePage(markup);
  const root = $.root()[0];
  if (root !== undefined) removeNodes(root, findHiddenText(root, readPageStyles(root), new Map()));
  const lines = $('body')
    .contents()
    .toArray()
    .map((node) => textOf(node));
  return lines.filter((line) => line !== '').join('\n');
}

/** Blocks for the answers that the page's own text does not hold. */
export function missingFaqBlocks(faq: { question: string; answer: string }[], text: string): Block[] {
  const page = bare(text);
  return faq.flatMap(({ question, answer }): Block[] =>
    page.includes(bare(answer).slice(0, 300))
      ? []
      : [
          { type: 'open', text: question },
          ...answer.split('\n').map((line): Block => ({ type: 'line', text: line, shape: 'prose' })),
          { type: 'close' },
        ],
  );
}

/** Letters and digits alone, so that markup and white space make no difference. */
const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
