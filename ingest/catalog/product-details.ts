/**
 * Reads Google's `product_detail` as its text feeds write it: `section:name:value,section:name:value`, of which the
 * section may be left out (Google Merchant Center, product data specification).
 * @returns names with values; null for text that is not of this form.
 */
export function splitProductDetails(text: string): [name: string, value: string][] | null {
  const details: [string, string][] = [];
  // A comma that no name and colon follows is part of the value before it.
  for (const detail of text.split(/,(?=[^,:]*:[^,]*(?:,|$))/)) {
    const [first = '', second = '', ...rest] = detail.split(':').map((part) => part.trim());
    const [name, value] = rest.length > 0 ? [second, rest.join(':')] : [first, second];
    if (name === '' || value === '') return null;
    details.push([name, value]);
  }
  return details;
}
