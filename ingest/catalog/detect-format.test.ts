import { describe, expect, it } from 'vitest';
import { CatalogError } from './catalog-error.ts';
import { detectFormat } from './detect-format.ts';

const detect = (name: string, head: string | Buffer, contentType?: string) =>
  detectFormat({ name, head: Buffer.from(head), ...(contentType === undefined ? {} : { contentType }) });

describe('detectFormat', () => {
  it.each([
    ['feed.csv', 'id,title\n', undefined, 'csv'],
    ['feed.TSV', 'id\ttitle\n', undefined, 'tsv'],
    ['feed.json', '{"products": [', undefined, 'json'],
    ['feed.json', '{"id":1}\n{"id":2}\n', undefined, 'jsonl'],
    ['feed.jsonl', '{"id":1}', undefined, 'jsonl'],
    ['feed.jsonl', '[{"id":1}]', undefined, 'json'],
    ['https://s.example/feed.xml?k=1', '<?xml version="1.0"?><rss>', 'text/plain', 'xml'],
    ['https://s.example/feed', 'id;title\n', 'text/csv; charset=utf-8', 'csv'],
    ['https://s.example/feed', '<rss version="2.0">', 'application/octet-stream', 'xml'],
    ['https://s.example/products', '[{"a":1}]', undefined, 'json'],
    ['feed.csv', Buffer.from('\uFEFFid,title\n', 'utf16le'), undefined, 'csv'],
  ])('%s with %j and %s is %s', (name, head, contentType, format) => {
    expect(detect(name, head, contentType)).toBe(format);
  });

  it.each([
    [
      'feed.csv',
      '<!doctype html><html>',
      /feed\.csv: expected comma-separated values \(CSV\), as its name says, found a web page/,
    ],
    ['feed.csv', '{"products":[]}', /found JSON/],
    ['feed.json', 'id,title\n', /expected JSON, as its name says, found other text/],
    ['feed.xml', 'id,title\n', /expected an XML feed/],
    ['feed.csv', Buffer.from('504b0304', 'hex'), /Excel workbook \(save it as CSV\)/],
    ['feed.csv', Buffer.from('1f8b08', 'hex'), /gzip/],
    ['feed.csv', '', /found nothing/],
    ['feed', 'hello there', /text that is none of them/],
    ['feed.csv', Buffer.from([1, 2, 0, 4, 0, 0, 0]), /binary data/],
  ])('%s with %j is refused', (name, head, message) => {
    expect(() => detect(name, head)).toThrow(message);
    expect(() => detect(name, head)).toThrow(CatalogError);
  });
});
