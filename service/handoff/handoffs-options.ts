import { Command, InvalidArgumentError, Option } from 'commander';
import { type CommandOutput, parseStore } from '../../ingest/run/ingest-options.ts';
import { parseCommand } from '../../ingest/run/parse-command.ts';

/** Which handoffs are listed. */
export const LISTED = ['waiting', 'taken', 'closed', 'dead'] as const;

/** The command line of `npm run handoffs`; `store` null: all. */
export type HandoffsOptions = { store: string | null; json: boolean } & (
  | { do: 'list'; only: (typeof LISTED)[number] | null; limit: number }
  | { do: 'show'; id: string }
  /** `id` null: all. */
  | { do: 'retry'; id: string | null }
);

interface Flags {
  store?: string;
  json?: true;
}

/**
 * Reads the command line. What is wrong with it, or the help that it asks for, has been printed when this returns an
 * exit status instead: 0 for help, 2 for wrong usage.
 * @param args without the program's own name
 */
export function parseHandoffsOptions(
  args: string[],
  output: CommandOutput,
): HandoffsOptions | { exitStatus: number } {
  let options: HandoffsOptions | null = null;
  const common = ({ store, json }: Flags) => ({ store: store ?? null, json: json ?? false });
  const command = new Command('npm run handoffs --')
    .description(
      'Lists and shows shoppers who were passed on to people, and sends again what did not arrive. The service may run meanwhile.',
    )
    // Commands of a command take these over when they are made.
    .exitOverride()
    .configureOutput({ writeOut: output.stdout, writeErr: output.stderr })
    .showHelpAfterError('(--help shows all options)');
  const add = (name: string, description: string) =>
    command
      .command(name)
      .description(description)
      .option('--store <id>', 'only of this store', parseStore)
      .option('--json', 'print JSON alone');
  add('list', 'list them, the newest first, without what was said')
    .addOption(new Option('--only <state>', 'only these; dead: not delivered').choices(LISTED))
    .option('--limit <n>', 'at most so many', parseLimit, 50)
    .action((flags: Flags & { only?: (typeof LISTED)[number]; limit: number }) => {
      options = { do: 'list', ...common(flags), only: flags.only ?? null, limit: flags.limit };
    });
  add('show', 'show one as the text of an e-mail, with its conversation')
    .argument('<id>', 'its id, as list shows it')
    .action((id: string, flags: Flags) => {
      options = { do: 'show', ...common(flags), id };
    });
  const retry = add('retry', 'send again what did not arrive')
    .argument('[id]', 'of one handoff')
    .option('--all', 'of all handoffs')
    .action((id: string | undefined, flags: Flags & { all?: true }) => {
      if ((id === undefined) !== (flags.all ?? false)) retry.error('error: expected an id, or --all.');
      else options = { do: 'retry', ...common(flags), id: id ?? null };
    });
  const exitStatus = parseCommand(command, args, output);
  if (exitStatus !== null) return { exitStatus };
  return options ?? { exitStatus: 2 };
}

function parseLimit(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > 10_000)
    throw new InvalidArgumentError(`Expected a whole number from 1 to 10000, got "${text}".`);
  return limit;
}
