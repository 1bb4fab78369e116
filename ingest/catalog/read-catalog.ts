import type { SourceDocument } from '../extract/source-document.ts';
import { buildProduct, type CatalogDefaults } from './build-product.ts';
import type { CatalogProblem, CatalogRecord, RecordOrProblem } from './catalog-record.ts';
import { type CatalogRow, toRow } from './catalog-row.ts';
import { type ColumnMapping, checkColumns, matchColumns } from './columns.ts';
import { decodeChunks } from './decode-chunks.ts';
import type { CatalogFormat } from './detect-format.ts';
import { groupRows } from './group-rows.ts';
import { hash53 } from './hash53.ts';
import { productDocument } from './product-document.ts';
import { readDelimited } from './read-delimited.ts';
import { readJson, readJsonLines } from './read-json.ts';
import { readXml } from './read-xml.ts';

/** How a catalog is read. */
export interface ReadCatalogOptions {
  format: CatalogFormat;
  mapping?: ColumnMapping;
  defaults?: CatalogDefaults;
  /** ISO 8601; the facts' `asOf`. */
  fetchedAt: string;
  /** Called for each row that is left out, and for what concerns the whole catalog (line 0). */
  onProblem(problem: CatalogProblem): void;
}

/** Records of JSON and XML name their own columns; this many are looked at together before a column counts as missing. */
const SAMPLE_RECORDS = 50;

/**
 * Reads a product catalog as documents, one a product with all its variants, in bounded memory (see `groupRows` for
 * variants that are far apart). Encoding, delimiter and columns are recognised.
 * @param input bytes or text; a Node stream is one.
 * @throws CatalogError, before the first document, when needed columns are missing or the catalog is not of its format;
 *   later when it breaks off. Rows that are wrong in themselves go to `onProblem`.
 */
export async function* readCatalog(
  input: AsyncIterable<Uint8Array | string>,
  { format, mapping = {}, defaults = {}, fetchedAt, onProblem }: ReadCatalogOptions,
): AsyncIterable<SourceDocument> {
  const names = new Set<string>();
  const paths = Object.values(mapping).filter((column) => column.includes('.'));
  const records = readRecords(decodeChunks(input), { format, paths }, (header) => {
    for (const name of header) names.add(name);
  });
  const skus = new Map<number, number>();
  const urls = new Set<number>();
  let warned = false;
  for await (const rows of groupRows(readRows(records, { names, mapping, onProblem }))) {
    const product = buildProduct(rows, { defaults, fetchedAt, onProblem });
    if (product === null) continue;
    const { facts } = product;
    const before = skus.get(hash53(facts.sku));
    if (before !== undefined) {
      onProblem({
        line: product.line,
        kind: 'left-out',
        sku: facts.sku,
        reason: `expected an identifier of its own, found "${facts.sku}" as in line ${before}`,
      });
      continue;
    }
    skus.set(hash53(facts.sku), product.line);
    // Two products on one page stay two documents: the fragment tells them apart and opens the same page.
    if (urls.has(hash53(facts.url)))
      facts.url = `${facts.url.replace(/#.*$/, '')}#sku=${encodeURIComponent(facts.sku)}`;
    urls.add(hash53(facts.url));
    if (facts.price !== null && facts.currency === null && !warned) {
      warned = true;
      onProblem({
        line: 0,
        kind: 'left-out',
        sku: null,
        reason:
          'expected prices with a currency, found some without (their products are kept); set the default currency of the source',
      });
    }
    yield await productDocument(product, defaults);
  }
}

function readRecords(
  text: AsyncIterable<string>,
  { format, paths }: { format: CatalogFormat; paths: string[] },
  onHeader: (names: string[]) => void,
): AsyncIterable<RecordOrProblem> {
  switch (format) {
    case 'csv':
      return readDelimited(text, null, onHeader);
    case 'tsv':
      return readDelimited(text, '\t', onHeader);
    case 'json':
      return readJson(text, paths);
    case 'jsonl':
      return readJsonLines(text, paths);
    case 'xml':
      return readXml(text);
  }
}

/**
 * Understands the columns from the header and the first records, then turns every record into a row.
 * @param names the columns known so far; those of records are added.
 */
async function* readRows(
  records: AsyncIterable<RecordOrProblem>,
  {
    names,
    mapping,
    onProblem,
  }: { names: Set<string>; mapping: ColumnMapping; onProblem: (problem: CatalogProblem) => void },
): AsyncIterable<CatalogRow> {
  let sample: CatalogRecord[] | null = [];
  let columns = matchColumns([]);

  const settle = (): CatalogRecord[] => {
    const first = sample ?? [];
    sample = null;
    columns = matchColumns(names, mapping);
    checkColumns(columns, names);
    return first;
  };

  for await (const record of records) {
    if ('reason' in record) {
      onProblem(record);
      continue;
    }
    if (sample !== null) {
      for (const name of record.values.keys()) names.add(name);
      sample.push(record);
      if (sample.length === SAMPLE_RECORDS) for (const first of settle()) yield toRow(first, columns);
      continue;
    }
    const known = names.size;
    for (const name of record.values.keys()) names.add(name);
    if (names.size > known) columns = matchColumns(names, mapping);
    yield toRow(record, columns);
  }
  if (sample !== null && names.size > 0) for (const first of settle()) yield toRow(first, columns);
}
