import fc from 'fast-check';

/** Texts that break what was not made for them. */
const HOSTILE_TEXTS = [
  '',
  ' ',
  '\u202e\u2066',
  '\r\nSet-Cookie: a=b',
  '\x1b[31mred\x1b[0m',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  "' OR 1=1 --",
  "'; DROP TABLE answers; --",
  '$1',
  '%s%n',
  '{{7*7}}',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  '1e999',
  '٣',
  'a'.repeat(129),
  'a'.repeat(2001),
  '👩‍👩‍👧'.repeat(300),
  'é'.normalize('NFD').repeat(50),
];

/** What no database keeps, and so the likeliest way to a failure. */
const UNKEEPABLE = ['\0', 'a\0b', '\ud800', '\udfff\ud800', 'cnv_\0', 'ans_\ud800'];

/** Ids that look like those of the service, or nearly. */
const NEAR_IDS = ['ans_1', 'cnv_1', 'hnd_1', 'doc_returns', 'ans_', 'shop', 'rival', 'SHOP', 'aisle/shop'];

export const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...UNKEEPABLE) },
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 2, arbitrary: fc.constantFrom(...NEAR_IDS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
);

const hostileNumber = fc.constantFrom(
  0,
  -0,
  -1,
  0.1,
  1e308,
  -1e308,
  5e-324,
  2 ** 31,
  2 ** 53,
  2 ** 63,
  Number.MAX_SAFE_INTEGER,
);

/** Keys that mean something to JavaScript. */
const POLLUTING = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toJSON', 'then', 'length'];
export const hostileKey = fc.oneof(fc.constantFrom(...POLLUTING), hostileText);

export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { depthSize: 'small' },
  { weight: 10, arbitrary: hostileText },
  { weight: 2, arbitrary: hostileNumber },
  { weight: 1, arbitrary: fc.constantFrom(null, true, false) },
  { weight: 2, arbitrary: fc.array(hostileText, { maxLength: 4 }) },
  { weight: 2, arbitrary: fc.dictionary(hostileKey, hostileText, { maxKeys: 3 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);
