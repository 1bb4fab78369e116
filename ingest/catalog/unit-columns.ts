/** Units that a column may give to its numbers, as WooCommerce's `Weight (kg)` does. */
const UNIT = new RegExp(
  `^(.*\\S)\\s*[([](${[
    'kg|g|gr|mg|t|lbs?|oz|st',
    'mm|cm|m|km|in|inch|inches|ft|yd',
    'ml|cl|dl|l|fl\\.? ?oz|gal|qt|pt',
    'm2|m²|cm2|cm²|sqm|sq\\.? ?ft|m3|m³',
    'w|kw|kwh|v|a|ah|mah|hz|rpm|lm|db|bar|psi|°c|°f|%|min|h|hours|days|months|years',
  ].join('|')})[)\\]]$`,
  'i',
);

/** A column's name without the unit that stands in brackets after it: `Weight` of `Weight (kg)`. */
export function withoutUnit(column: string): string {
  return UNIT.exec(column.trim())?.[1] ?? column;
}

/** A bare number with the unit that its column's name gives; any other value as it is. */
export function withUnit(value: string, column: string): string {
  const unit = UNIT.exec(column.trim())?.[2];
  return unit !== undefined && /^-?\d+(?:[.,]\d+)?$/.test(value.trim()) ? `${value.trim()} ${unit}` : value;
}
