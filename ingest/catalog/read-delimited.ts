import { Readable } from 'node:stream';
import { CsvError, type Info, type Parser, parse } from 'csv-parse';
import { CatalogError } from './catalog-error.ts';
import type { RecordOrProblem } from './catalog-record.ts';
import { foldColumn } from './column-names.ts';
import { splitProductDetails } from './product-details.ts';
import { sniffDelimiter } from './sniff-delimiter.ts';

/** One row's bound: a quote that is never closed would else take in the rest of the file. */
const MAX_ROW_CHARACTERS = 1_000_000;
/** A header and rows enough to tell the delimiter. */
const SNIFF_CHARACTERS = 16_384;

/**
 * Reads CSV or TSV text row by row, in bounded memory. The delimiter is told from the header where `delimiter` is
 * null. Rows may be shorter than the header (programs leave out empty cells at the end); longer ones are problems.
 * @param onHeader is told the columns, before the first row.
 * @throws CatalogError when there is no header, or a quote is opened and never closed.
 */
export async function* readDelimited(
  text: AsyncIterable<string>,
  delimiter: string | null,
  onHeader: (names: string[]) => void,
): AsyncIterable<RecordOrProblem> {
  const { head, rest } = await takeHead(text);
  if (head.trim() === '')
    throw new CatalogError(
      'expected a header row with column names, found an empty file. Export the catalog again.',
    );
  const parser = parse({
    delimiter: delimiter ?? sniffDelimiter(head),
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_CHARACTERS,
  });
  const source = Readable.from(rest);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let header: string[] | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      if (record.every((value) => value.trim() === '')) continue;
      if (header === null) {
        header = record.map((name) => name.trim());
        onHeader(header);
      } else yield toRecord(header, record, firstLine(record, info));
    }
  } catch (error) {
    throw error instanceof CsvError ? parseError(error, parser) : error;
  } finally {
    source.destroy();
    parser.destroy();
  }
  if (header === null)
    throw new CatalogError(
      'expected a header row with column names, found only empty rows. Export the catalog again.',
    );
}

/** Takes enough of a text to look at, and gives it back with the rest. */
async function takeHead(text: AsyncIterable<string>): Promise<{ head: string; rest: AsyncIterable<string> }> {
  const iterator = text[Symbol.asyncIterator]();
  let head = '';
  let done = false;
  while (!done && head.length < SNIFF_CHARACTERS) {
    const next = await iterator.next();
    if (next.done === true) done = true;
    else head += next.value;
  }
  async function* rest(): AsyncIterable<string> {
    try {
      if (head !== '') yield head;
      for (
        let next = done ? null : await iterator.next();
        next !== null && next.done !== true;
        next = await iterator.next()
      )
        yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head, rest: rest() };
}

/** The parser counts up to a row's end; quoted line breaks are part of the row. */
function firstLine(record: string[], info: Info): number {
  return info.lines - record.reduce((sum, value) => sum + (value.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

function toRecord(header: string[], record: string[], line: number): RecordOrProblem {
  const extra = record.slice(header.length).filter((value) => value.trim() !== '');
  if (extra.length > 0)
    return {
      line,
      kind: 'unreadable',
      sku: null,
      reason: `expected ${header.length} columns as in the header, found ${record.length}; a value that holds the delimiter needs quotes`,
    };
  const values = new Map<string, string[]>();
  for (const [index, name] of header.entries()) {
    if (name === '') continue;
    const value = record[index]?.trim() ?? '';
    const details = foldColumn(name) === 'product detail' ? splitProductDetails(value) : null;
    for (const [detail, text] of details ?? []) values.set(detail, [...(values.get(detail) ?? []), text]);
    if (details === null) values.set(name, [...(values.get(name) ?? []), ...(value === '' ? [] : [value])]);
  }
  return { line, values };
}

function parseError(error: CsvError, parser: Parser): CatalogError {
  const line = parser.info.lines;
  const found =
    error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
      ? 'a quote that is opened and never closed, or a row that is far too long'
      : error.message;
  return new CatalogError(
    `line ${line}: expected rows of delimited values, found ${found}. Correct that row.`,
    {
      cause: error,
    },
  );
}
