import { type Command, CommanderError } from 'commander';

/** Where a command's help and complaints go. */
export interface CommandStreams {
  stdout: (text: string) => void;
  stderr: (text: string) => void;
}

/**
 * Parses a command's arguments without ending the process.
 * @returns null when all is well, else the exit status: 0 after `--help`, 2 after wrong usage.
 */
export function parseCommand(command: Command, args: string[], output: CommandStreams): number | null {
  command.exitOverride().configureOutput({ writeOut: output.stdout, writeErr: output.stderr });
  try {
    command.parse(args, { from: 'user' });
    return null;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}
