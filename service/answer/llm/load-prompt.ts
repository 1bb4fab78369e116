import { readFileSync } from 'node:fs';

export type PromptName = 'answer' | 'correct' | 'rewrite-question';

const loaded = new Map<PromptName, string>();

/**
 * A prompt of `prompts/`, read from disk once, with its `{{names}}` filled in. Values are put on one line, so that a setting
 * cannot pass for another rule.
 * @throws when the prompt has a name that no value is given for
 */
export function loadPrompt(name: PromptName, values: Record<string, string> = {}): string {
  let text = loaded.get(name);
  if (text === undefined) {
    text = readFileSync(new URL(`./prompts/${name}.md`, import.meta.url), 'utf8').trim();
    loaded.set(name, text);
  }
  return text.replace(/\{\{(\w+)\}\}/g, (_, key: string) => {
    const value = values[key];
    if (value === undefined) throw new Error(`prompts/${name}.md asks for {{${key}}}, which was not given.`);
    return value.replace(/\s+/g, ' ').trim();
  });
}
