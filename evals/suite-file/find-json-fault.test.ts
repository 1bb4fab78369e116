import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from './find-json-fault.ts';

describe('findJsonFault', () => {
  it.each<[string, number, string, string]>([
    [
      '',
      0,
      'a value (text in double quotes, a number, true, false, null, {…} or […])',
      'the end of the line',
    ],
    ['{"a":1', 6, 'a comma or }', 'the end of the line'],
    ['{"a":1]', 6, 'a comma or }', '"]"'],
    ['[1 2]', 3, 'a comma or ]', '"2]"'],
    ['{"a" 1}', 5, 'a colon', '"1}"'],
    ['{a:1}', 1, 'a field name in double quotes, or }', '"a:1}"'],
    ['{"a":1,}', 7, 'a field name in double quotes', '"}"'],
    ['[1,]', 3, 'a value (text in double quotes, a number, true, false, null, {…} or […])', '"]"'],
    ['["a\tb"]', 3, 'an escape for a control character', '"\\tb\\"]"'],
    ['["\\x"]', 2, 'an escape such as \\n, \\" or \\u00e9', '"\\\\x\\"]"'],
    ['["a', 1, 'a closing double quote', 'text that does not end'],
    ['{} {}', 3, 'nothing more on the line', '"{}"'],
    ['{"a":{"b":1,"b":2}}', 12, 'each field once', '"b" again'],
  ])('finds in %s the place %i', (text, offset, expected, got) => {
    expect(findJsonFault(text)).toEqual({ offset, expected, got });
  });

  it('finds nothing in JSON, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, space) => {
        expect(findJsonFault(JSON.stringify(value, null, space))).toBeNull();
      }),
    );
  });

  it('finds a fault exactly where JSON.parse finds one', () => {
    const piece = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '"a"',
        '"b"',
        '1',
        '-',
        '0',
        '.5',
        'e1',
        'true',
        'nul',
        ' ',
        '\\',
        '\n',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const fault = findJsonFault(text);
        // A field given twice is JSON, but not what anybody means.
        if (fault?.expected === 'each field once') return;
        expect(fault === null).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
