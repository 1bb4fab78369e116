/**
 * The name of a judge on the command line. Pure.
 *
 * @throws RangeError for anything but `openai:MODEL`.
 */
export function parseJudge(text: string): string {
  const name = text.trim();
  if (!/^openai:\S+$/u.test(name)) {
    throw new RangeError(`expected openai: and the name of a model, such as openai:gpt-4.1, got ${text}`);
  }
  return name;
}
