import { InvalidArgumentError } from 'commander';

/** @returns what reads an option's value that is a whole number, both limits included; it throws InvalidArgumentError. */
export function wholeNumber(least: number, most = Number.POSITIVE_INFINITY): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (text.trim() === '' || !Number.isInteger(number) || number < least || number > most) {
      const range = Number.isFinite(most) ? `${least} to ${most}` : `${least}`;
      throw new InvalidArgumentError(`expected a whole number from ${range}, got ${text}`);
    }
    return number;
  };
}
