import type { Block, TableBlock } from '../data/types.ts';
import { inline } from './html.ts';

/** Renders running content of a help page or an article. */
export function renderBlocks(blocks: Block[]): string {
  return blocks.map(renderBlock).join('\n');
}

function renderBlock(block: Block): string {
  if (typeof block === 'string') return `<p>${inline(block)}</p>`;
  if ('list' in block) {
    const tag = block.ordered ? 'ol' : 'ul';
    return `<${tag} class="rte-list">${block.list.map((item) => `<li>${inline(item)}</li>`).join('')}</${tag}>`;
  }
  if ('terms' in block) {
    const terms = block.terms.map(([term, text]) => `<dt>${inline(term)}</dt>\n<dd>${inline(text)}</dd>`);
    return `<dl class="terms">${terms.join('\n')}</dl>`;
  }
  if ('note' in block) return `<div class="callout" role="note"><p>${inline(block.note)}</p></div>`;
  return renderTable(block);
}

function renderTable({ table }: TableBlock): string {
  const caption = table.caption ? `<caption>${inline(table.caption)}</caption>` : '';
  const head = table.head.map((cell) => `<th scope="col">${inline(cell)}</th>`).join('');
  const rows = table.rows.map((row) => `<tr>${row.map((cell) => `<td>${inline(cell)}</td>`).join('')}</tr>`);
  return `<div class="table-wrap" tabindex="0" role="region" aria-label="Table"><table>${caption}
<thead><tr>${head}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>`;
}
