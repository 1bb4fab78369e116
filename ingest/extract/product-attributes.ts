import { asList, asNodes, asText, isNode, type LdNode } from './json-ld.ts';

/** Properties of schema.org's Product that are attributes to a shopper. */
const attributeProperties = [
  'color',
  'size',
  'material',
  'pattern',
  'model',
  'weight',
  'width',
  'height',
  'depth',
] as const;
/** A product's attributes as names and values, its additional properties included. */
export function* readAttributes(node: LdNode): Generator<[string, string]> {
  for (const property of attributeProperties) {
    for (const value of asList(node[property])) {
      const text = isNode(value) && 'value' in value ? quantity(value) : asText(value);
      if (text !== '') yield [property, text];
    }
  }
  yield* readAdditional(node);
}

/** Its additional properties (schema.org PropertyValue) alone. */
export function* readAdditional(node: LdNode): Generator<[string, string]> {
  for (const property of asNodes(node.additionalProperty)) {
    const name = asText(property.name);
    if (name === '' || name.length > 80) continue;
    for (const value of asList(property.value)) {
      const text = quantity({ ...property, value });
      if (text !== '' && text.length <= 300) yield [name, text];
    }
  }
}

/** A PropertyValue or QuantitativeValue with its unit, the commonest UN/CEFACT codes spelled out. */
function quantity(node: LdNode): string {
  const value = typeof node.value === 'boolean' ? (node.value ? 'yes' : 'no') : asText(node.value);
  const codes: Record<string, string> = {
    GRM: 'g',
    KGM: 'kg',
    LBR: 'lb',
    ONZ: 'oz',
    CMT: 'cm',
    MMT: 'mm',
    MTR: 'm',
    INH: 'in',
    FOT: 'ft',
    LTR: 'L',
    MLT: 'ml',
  };
  const code = asText(node.unitCode);
  const unit = asText(node.unitText) || codes[code] || '';
  return value !== '' && unit !== '' && !value.endsWith(unit) ? `${value} ${unit}` : value;
}
