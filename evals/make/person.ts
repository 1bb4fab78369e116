import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The person at the terminal, or the lines of a file that stands in for one. */
interface Person {
  /** @returns the line that was typed; null when there is nobody any more. */
  ask(question: string): Promise<string | null>;
  /** Opens a text in the editor. @throws when that fails */
  edit(text: string): Promise<string>;
}

/** @param editor a command with its arguments, such as `code --wait`. */
export function makePerson({
  input,
  output,
  editor,
}: {
  input: NodeJS.ReadStream;
  output: (text: string) => void;
  editor: string;
}): Person {
  let lines: AsyncIterator<string> | null = null;
  return {
    async ask(question) {
      output(question);
      if (input.isTTY) return askTerminal(input);
      lines ??= createInterface({ input })[Symbol.asyncIterator]();
      const next = await lines.next();
      return next.done ? null : next.value;
    },
    edit: (text) => editText(text, editor),
  };
}

/** Listens only until the line is typed: an editor reads the same keys. */
async function askTerminal(input: NodeJS.ReadStream): Promise<string | null> {
  const reading = createInterface({ input, terminal: false });
  const line = await new Promise<string | null>((resolve) => {
    reading.once('line', resolve);
    reading.once('close', () => resolve(null));
  });
  reading.close();
  input.pause();
  return line;
}

async function editText(text: string, editor: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'aisle-draft-'));
  try {
    const path = join(folder, 'draft.yaml');
    await writeFile(path, text);
    const [command = '', ...args] = editor.split(/\s+/u);
    const child = spawn(command, [...args, path], { stdio: 'inherit' });
    const [status] = await once(child, 'close');
    if (status !== 0) throw new Error(`${editor} ended with ${status}`);
    return await readFile(path, 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
