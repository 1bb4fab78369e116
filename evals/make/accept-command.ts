import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { type CommandStreams, parseCommand } from '../../ingest/run/parse-command.ts';
import { oneLine } from '../report/text-table.ts';
import { parseSuite } from '../suite-file/parse-suite.ts';
import { UsageError } from '../usage-error.ts';
import { acceptDraft, type DraftPlace, findDrafts, rejectDraft, replaceDraft } from './edit-draft.ts';

export interface AcceptDeps extends CommandStreams {
  /** Asks the person at the terminal; null when there is nobody any more. */
  ask: (question: string) => Promise<string | null>;
  /** Lets the person change a text. @throws when there is no editor. */
  edit: (text: string) => Promise<string>;
}

/**
 * `npm run eval -- accept`: goes through the drafts of a suite file, one by one. The file is written after each, so that it can be
 * gone on with at any time.
 *
 * @param args without `accept`.
 * @returns the exit status: 0, also when drafts are left; 2 wrong usage.
 * @throws UsageError for a file that is no suite in YAML.
 */
export async function runAccept(args: string[], deps: AcceptDeps): Promise<number> {
  const command = new Command('npm run eval -- accept')
    .description(
      'Goes through the drafts of a suite: y accepts one, n drops it, e changes it, s skips it, q ends.',
    )
    .argument('<file>', 'suite file in YAML');
  const exitStatus = parseCommand(command, args, deps);
  if (exitStatus !== null) return exitStatus;
  const [path = ''] = command.args;
  if (/\.(?:jsonl?|ndjson)$/iu.test(path)) {
    throw new UsageError(`${path}: expected a suite in YAML; in JSON take draft away by hand`);
  }
  const count = { accepted: 0, dropped: 0 };
  const skipped = new Set<string>();
  const total = findDrafts(await readSuiteText(path)).length;
  for (let done = 0; ; ) {
    // Read anew each time: whoever edits the file meanwhile loses nothing.
    const text = await readSuiteText(path);
    const place = findDrafts(text).find(({ id }) => !skipped.has(id));
    if (place === undefined) break;
    deps.stdout(`\n${printable(place.shown)}`);
    const said = await deps.ask(`${done + 1} of ${total}: accept? [y/n/e/s/q] `);
    const choice = said?.trim().toLowerCase() ?? 'q';
    if (choice === 'q') break;
    if (choice === 'y') {
      await write(path, acceptDraft(text, place));
      count.accepted += 1;
    } else if (choice === 'n') {
      await write(path, rejectDraft(text, place));
      count.dropped += 1;
    } else if (choice === 's') skipped.add(place.id);
    else {
      if (choice === 'e') await change(path, text, place, deps);
      continue;
    }
    done += 1;
  }
  const left = findDrafts(await readSuiteText(path)).length;
  deps.stdout(`\n${path}: ${count.accepted} accepted, ${count.dropped} dropped, ${left} left\n`);
  return 0;
}

/** Puts what the person wrote in the draft's place, if the file is a suite then. */
async function change(path: string, text: string, place: DraftPlace, deps: AcceptDeps): Promise<void> {
  let edited: string;
  try {
    edited = replaceDraft(text, place, await deps.edit(place.shown));
  } catch (error) {
    deps.stderr(`it was not changed: ${(error as Error).message}\n`);
    return;
  }
  const mistakes = parseSuite(edited).mistakes.map(
    ({ line, column, path: at, expected, got }) =>
      `${path}:${line}:${column}: ${at}: expected ${expected}, got ${got}`,
  );
  if (mistakes.length === 0) await write(path, edited);
  else deps.stderr(`it was not changed:\n${mistakes.join('\n')}\n`);
}

async function readSuiteText(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(
      `${path}: expected a suite file, got ${cause.code === 'ENOENT' ? 'no such file' : cause.message}`,
    );
  });
  const [mistake] = parseSuite(text).mistakes;
  // A file whose last draft was dropped has no case.
  if (mistake === undefined || (mistake.path === 'cases' && findDrafts(text).length === 0)) return text;
  const { line, column, expected, got } = mistake;
  throw new UsageError(`${path}:${line}:${column}: ${mistake.path}: expected ${expected}, got ${got}`);
}

async function write(path: string, text: string): Promise<void> {
  await writeFile(path, text);
}

/** Pages' words must not steer the terminal. */
function printable(text: string): string {
  return text
    .split('\n')
    .map((line) => `${indentOf(line)}${oneLine(line)}`)
    .join('\n');
}

function indentOf(line: string): string {
  return /^ */u.exec(line)?.[0] ?? '';
}
