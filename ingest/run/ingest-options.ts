import { Command, InvalidArgumentError } from 'commander';
import { ALLOWED_HOST } from '../config/config-format.ts';
import { IDENTIFIER, IDENTIFIER_WORDS } from '../config/identifier.ts';
import { parseCommand } from './parse-command.ts';

/** The command line of `npm run ingest`. */
export interface IngestOptions {
  sources: string[];
  store: string | null;
  /** Ids: only these of the configuration's sources; none: all. */
  onlySources: string[];
  dryRun: boolean;
  json: boolean;
  maxPages: number | null;
  allowHosts: string[];
  refresh: boolean;
  /** Accept a mass removal. */
  yes: boolean;
  config: string | null;
}

/** Where a command writes. */
export interface CommandOutput {
  stdout: (text: string) => void;
  stderr: (text: string) => void;
}

/**
 * Reads the command line. What is wrong with it, or the help that it asks for, has been printed when this returns an
 * exit status instead: 0 for help, 2 for wrong usage.
 * @param args without the program's own name.
 */
export function parseIngestOptions(
  args: string[],
  output: CommandOutput,
): IngestOptions | { exitStatus: number } {
  const command = new Command('npm run ingest --')
    .description("Brings a store's index up to date with its sources.")
    .argument(
      '[source...]',
      "a site's URL, a feed (.csv .tsv .json .jsonl .xml; file or URL), a file or a folder (.html .md .txt .pdf .docx); default: all of aisle.yaml",
    )
    .option(
      '--store <id>',
      "the store; default: the configuration's; made when it does not exist",
      parseStore,
    )
    .option(
      '--source <id>',
      'only this source of aisle.yaml; may be given again',
      (id: string, before: string[]) => [...before, id],
      [],
    )
    .option('--dry-run', 'show what would be added, changed, kept and removed, and what it would cost', false)
    .option('--json', 'print the report alone, as JSON', false)
    .option('--max-pages <n>', 'read at most so many pages of each source', parseCount)
    .option(
      '--allow-host <host:port>',
      'a private address that this run may reach; may be given again',
      collectHost,
      [],
    )
    .option('--refresh', 'read every page anew, also those that have not changed', false)
    .option('--yes', 'accept the removal of many documents at once', false)
    .option('--config <file>', 'the configuration; default: aisle.yaml')
    .addHelpText(
      'after',
      '\nWhy is a page missing, or when was it read?  npm run ingest -- why <url>\n\nExit status: 0 done, 1 the run failed or was stopped, 2 wrong usage.',
    )
    .showHelpAfterError('(--help shows all options)');
  const exitStatus = parseCommand(command, args, output);
  if (exitStatus !== null) return { exitStatus };
  const options = command.opts<{
    store?: string;
    source: string[];
    dryRun: boolean;
    json: boolean;
    maxPages?: number;
    allowHost: string[];
    refresh: boolean;
    yes: boolean;
    config?: string;
  }>();
  if (command.args.length > 0 && options.source.length > 0) {
    output.stderr(
      `error: expected either --source, for sources of aisle.yaml, or where to read, found --source ${options.source.join(', ')} and ${command.args.join(', ')}.\n(--help shows all options)\n`,
    );
    return { exitStatus: 2 };
  }
  return {
    sources: command.args,
    store: options.store ?? null,
    onlySources: options.source,
    dryRun: options.dryRun,
    json: options.json,
    maxPages: options.maxPages ?? null,
    allowHosts: options.allowHost,
    refresh: options.refresh,
    yes: options.yes,
    config: options.config ?? null,
  };
}

/** @throws InvalidArgumentError when it cannot name a store. */
export function parseStore(text: string): string {
  if (!IDENTIFIER.test(text)) throw new InvalidArgumentError(`Expected ${IDENTIFIER_WORDS}, got "${text}".`);
  return text;
}

function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new InvalidArgumentError(`Expected a whole number from 1, got "${text}".`);
  return count;
}

/** @throws InvalidArgumentError when it is not HOST:PORT. */
export function collectHost(text: string, before: string[]): string[] {
  if (!ALLOWED_HOST.test(text))
    throw new InvalidArgumentError(`Expected HOST:PORT such as 127.0.0.1:8788, got "${text}".`);
  return [...before, text];
}
