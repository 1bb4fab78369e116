import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { decodeBody } from './decode-body.ts';

it.each([
  ['Content-Type', iconv.encode('Größe', 'iso-8859-15'), 'text/html; charset="ISO-8859-15"', 'Größe'],
  [
    'a byte order mark',
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('café', 'utf16le')]),
    'text/html; charset=utf-8',
    'café',
  ],
  [
    'a meta element',
    iconv.encode('<meta charset="shift_jis">日本', 'shift_jis'),
    'text/html',
    '<meta charset="shift_jis">日本',
  ],
  [
    'an XML declaration',
    iconv.encode('<?xml version="1.0" encoding="windows-1251"?>Привет', 'windows-1251'),
    null,
    '<?xml version="1.0" encoding="windows-1251"?>Привет',
  ],
  ['bytes that are UTF-8', Buffer.from('niño'), null, 'niño'],
  ['bytes that are not', iconv.encode('niño “x” €', 'windows-1252'), 'text/html', 'niño “x” €'],
  [
    'latin1, read as browsers do',
    iconv.encode('5 €', 'windows-1252'),
    'text/html; charset=iso-8859-1',
    '5 €',
  ],
])('decodes by %s', (_, body, contentType, text) => {
  expect(decodeBody(body, contentType).text).toBe(text);
});

it('believes the page where its bytes disprove the header', () => {
  const page = '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">Tienda en línea';
  expect(decodeBody(Buffer.from(page), 'text/html; charset=ISO-8859-1').text).toBe(page);
  const latin = '<meta charset="windows-1252">Tienda en línea';
  expect(decodeBody(iconv.encode(latin, 'windows-1252'), 'text/html; charset=utf-8').text).toBe(latin);
});

it('does not fail on unknown labels or on any bytes', () => {
  expect(decodeBody(Buffer.from('abc'), 'text/html; charset=klingon').text).toBe('abc');
  fc.assert(
    fc.property(
      fc.uint8Array(),
      fc.constantFrom(null, 'text/html; charset=utf-8', 'text/html; charset=gb2312'),
      (bytes, type) => {
        expect(typeof decodeBody(Buffer.from(bytes), type).text).toBe('string');
      },
    ),
  );
});
