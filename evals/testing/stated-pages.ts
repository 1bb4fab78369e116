import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { load } from 'cheerio';
import { parse } from 'csv-parse/sync';
import { sniffDelimiter } from '../../ingest/catalog/sniff-delimiter.ts';
import { documentUrl } from '../../ingest/files/document-url.ts';
import { takeFrontMatter } from '../../ingest/files/front-matter.ts';
import { listFiles } from '../../ingest/files/list-files.ts';
import type { StatedPage } from './is-grounded.ts';

/** A row of a catalog, with its own SKU and that of the product that it is a variant of. */
export interface StatedProduct extends StatedPage {
  skus: string[];
}

/**
 * The HTML and Markdown files of a folder as they are written. Ingest's extraction is kept out of it, so that what it
 * loses cannot make a suite's mistake look right.
 */
export async function readStatedPages(folder: string): Promise<StatedPage[]> {
  const { files } = await listFiles(folder);
  return Promise.all(
    files.map(async ({ path, relativePath }) => {
      const url = documentUrl(relativePath, { root: basename(folder) });
      const content = await readFile(path, 'utf8');
      if (!relativePath.endsWith('.html')) {
        const { head, body } = takeFrontMatter(path, content);
        return { url: head.url ?? url, text: body };
      }
      const $ = load(content);
      $('td, th, li, p, dd, dt, h1, h2, h3').append(' ');
      return { url, text: $('body').text() };
    }),
  );
}

/** The rows of a CSV with a header line, as they are written. */
export async function readStatedProducts(path: string): Promise<StatedProduct[]> {
  const csv = await readFile(path, 'utf8');
  const rows: Record<string, string>[] = parse(csv, { columns: true, delimiter: sniffDelimiter(csv) });
  return rows.map((row) => ({
    url: row.link ?? row.enlace ?? '',
    skus: [row.id, row.referencia, row.item_group_id].filter((sku) => sku !== undefined),
    text: Object.values(row).join('\n').replaceAll('_', ' '),
  }));
}
