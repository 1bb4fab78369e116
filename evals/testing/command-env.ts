import type { TestDatabase } from '../../sql/testing/open-test-database.ts';
import { type CaseCommandDeps, runCaseCommand } from '../case-commands.ts';

/** The environment in which a command finds a test's database. */
export function envOf({ options }: TestDatabase): Record<string, string> {
  return options.url === null ? { AISLE_DATA: options.dataDir } : { DATABASE_URL: options.url };
}

/**
 * Calls a command that makes cases or looks them up.
 * @param args the command's name first; an `@` stands for `folder` and a slash.
 * @returns its exit status, and what it has printed.
 */
export async function callCaseCommand(
  args: readonly string[],
  folder: string,
  deps: Pick<CaseCommandDeps, 'env'> & Partial<CaseCommandDeps>,
): Promise<{ status: number | null; out: string; err: string }> {
  const printed = { out: '', err: '' };
  const status = await runCaseCommand(
    args.map((arg) => arg.replace('@', `${folder}/`)),
    {
      stdout: (text: string) => {
        printed.out += text;
      },
      stderr: (text: string) => {
        printed.err += text;
      },
      signal: new AbortController().signal,
      ...deps,
    } as CaseCommandDeps,
  );
  return { status, ...printed };
}
