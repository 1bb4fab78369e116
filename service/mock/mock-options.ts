import { Command, InvalidArgumentError } from 'commander';
import type { CommandOutput } from '../../ingest/run/ingest-options.ts';
import { parseCommand } from '../../ingest/run/parse-command.ts';
import { collectStore } from '../keys/parse-values.ts';

/** The command line of `npm run mock`. */
export interface MockOptions {
  port: number;
  host: string;
  stores: string[];
  delayMs: number;
  slowMs: number;
  fixed: boolean;
  log: boolean;
}

interface Flags extends Omit<MockOptions, 'stores' | 'delayMs' | 'slowMs'> {
  store: string[];
  delay: number;
  slow: number;
}

const LONGEST_MS = 600_000;

/**
 * Reads the command line. What is wrong with it, or the help that it asks for, has been printed when this returns an
 * exit status instead: 0 for help, 2 for wrong usage.
 * @param args without the program's own name
 */
export function parseMockOptions(
  args: string[],
  output: CommandOutput,
): MockOptions | { exitStatus: number } {
  let options: MockOptions | null = null;
  const command = new Command('npm run mock --')
    .description(
      'Serves the API, the chat page and the widget over made-up and recorded answers, without a database.',
    )
    .exitOverride()
    .configureOutput({ writeOut: output.stdout, writeErr: output.stderr })
    .showHelpAfterError('(--help shows all options)')
    .allowExcessArguments(false)
    .option('--port <port>', 'where to listen; 0 takes any free port', parsePort, 8787)
    .option('--host <host>', 'the address to listen at; 0.0.0.0 serves other machines too', '127.0.0.1')
    .option('--store <id>', 'a store that it has; may be given again; default sample', collectStore, [])
    .option('--delay <ms>', 'pause between two words of a stream', parseMs, 30)
    .option('--slow <ms>', 'pause before the first word of the scenario "slow"', parseMs, 5_000)
    .option('--fixed', 'count ids from 1 and stop the clock, so that answers are always the same', false)
    .option('--log', 'print a line for each request', false)
    .action(({ store, delay, slow, port, host, fixed, log }: Flags) => {
      const stores = store.length > 0 ? [...new Set(store)] : ['sample'];
      options = { port, host, stores, delayMs: delay, slowMs: slow, fixed, log };
    });
  const exitStatus = parseCommand(command, args, output);
  if (exitStatus !== null) return { exitStatus };
  return options ?? { exitStatus: 2 };
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new InvalidArgumentError(`Expected a port from 0 to 65535, got "${text}".`);
  return port;
}

function parseMs(text: string): number {
  const ms = Number(text);
  if (!/^\d{1,6}$/.test(text) || ms > LONGEST_MS)
    throw new InvalidArgumentError(`Expected milliseconds from 0 to ${LONGEST_MS}, got "${text}".`);
  return ms;
}
