import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factLine } from './fact-line.ts';

describe('factLine', () => {
  it.each([
    ['age_range_description:  { value:"little kid" }', 'Age range description: little kid'],
    ['batteries_included:  { value:false }', 'Batteries included: no'],
    ['material:  { value:"polyester" }; { value:"spandex" }', 'Material: polyester, spandex'],
    ['num_batteries:  { quantity:3, type:lithium_ion }', 'Num batteries: quantity 3, type lithium ion'],
    [
      'item_weight:  { unit:kilograms, normalized_value:{ unit:pounds, value:2.2 }, value:1 }',
      'Item weight: 1 kilograms',
    ],
    [
      'sleeve:  { length:[ { unit:inches, value:3.75 } ], type:[ { value:"short sleeve" } ] }',
      'Sleeve: length 3.75 inches, type short sleeve',
    ],
    [
      'color:  { standardized_values:[ "green" ], value:"green/blue; teal" }',
      'Color: green/blue; teal, standardized values green',
    ],
    ['brand:  { value:"brand: lulu.com" }', 'Brand: brand: lulu.com'],
    ['size:  { value:"6" }; { value:"6" }', 'Size: 6'],
  ])('%s', (candidate, line) => {
    expect(factLine(candidate)).toBe(line);
  });

  it('reads unbalanced brackets, and leaves none of them', () => {
    const broken = fc.array(fc.constantFrom('{', '}', '[', ']', ':', ',', ';', 'value', 'red', ' ', '3'));
    fc.assert(
      fc.property(broken, (parts) => {
        const line = factLine(`size: ${parts.join('')}`);
        expect(line).toMatch(/^Size: /);
        expect(line).not.toMatch(/[{}[\]\n]/);
      }),
    );
  });
});
