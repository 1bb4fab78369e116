/** Makes text stand out on a terminal. */
export interface Paint {
  good: (text: string) => string;
  bad: (text: string) => string;
  dim: (text: string) => string;
  bold: (text: string) => string;
}

const asIs = (text: string): string => text;
const sgr = (on: number, off: number) => (text: string) => `\u001B[${on}m${text}\u001B[${off}m`;

/** SGR sequences (ECMA-48 §8.3.117), or none where colors are not wanted. */
export function makePaint(color: boolean): Paint {
  if (!color) return { good: asIs, bad: asIs, dim: asIs, bold: asIs };
  return { good: sgr(32, 39), bad: sgr(31, 39), dim: sgr(2, 22), bold: sgr(1, 22) };
}
