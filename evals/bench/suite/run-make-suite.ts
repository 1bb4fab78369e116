import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { Command, Option } from 'commander';
import { type CommandStreams, parseCommand } from '../../../ingest/run/parse-command.ts';
import { describeError } from '../../describe-error.ts';
import { loadClapnqQuestions, loadSquadQuestions } from '../sets/question-set.ts';
import { spread } from '../sets/spread.ts';
import { makeSuite } from './make-suite.ts';

/** As it stands before its own options. */
export const SUITE_COMMAND = 'suite';

interface SuiteFlags {
  squad?: string;
  xquad?: string;
  clapnq?: string;
  out: string;
  questions?: number;
}

/**
 * `npm run bench -- suite --squad FILE --out squad.jsonl`: writes a set as a suite, with its passages in a folder beside it.
 * @returns the exit status: 0 written, 2 wrong usage, a set that cannot be read, or a folder that is in use.
 */
export async function runMakeSuite(args: string[], streams: CommandStreams): Promise<number> {
  const command = new Command('npm run bench -- suite')
    .description(
      'Turns a public set into a suite that npm run eval runs, with its passages as files beside it.',
    )
    .addOption(
      new Option('--squad <file>', 'a set in the format of SQuAD 1.1 or 2.0').conflicts(['xquad', 'clapnq']),
    )
    .addOption(new Option('--xquad <file>', 'a set in the format of XQuAD').conflicts(['squad', 'clapnq']))
    .addOption(new Option('--clapnq <folder>', 'the folder of ClapNQ').conflicts(['squad', 'xquad']))
    .option('--questions <number>', 'at most so many questions, evenly spread', Number)
    .requiredOption(
      '--out <file>',
      'the suite, ending in .jsonl; its passages go into a folder of the same name',
    );
  const exitStatus = parseCommand(command, args, streams);
  if (exitStatus !== null) return exitStatus;
  try {
    const flags = command.opts<SuiteFlags>();
    streams.stdout(`${await writeSuite(flags)}\n`);
    return 0;
  } catch (error) {
    streams.stderr(`${describeError(error)}\n`);
    return 2;
  }
}

async function writeSuite(flags: SuiteFlags): Promise<string> {
  const { out, questions: most = Number.POSITIVE_INFINITY } = flags;
  if (!(most >= 1)) throw new Error('--questions: expected a number of 1 or more');
  if (extname(out) !== '.jsonl') throw new Error(`--out ${out}: expected a file that ends in .jsonl`);
  const { passages, questions } = await loadSet(flags);
  const name = basename(out, '.jsonl');
  const folder = join(dirname(out), `${name}-passages`);
  const { lines, files, leftOut } = makeSuite(
    { name, passages, questions: spread(questions, most) },
    basename(folder),
  );
  await mkdir(folder, { recursive: true });
  // A passage of another set among them would be ingested with these.
  const known = new Set(files.map((file) => file.name));
  const foreign = (await readdir(folder)).find((entry) => !known.has(entry));
  if (foreign !== undefined)
    throw new Error(`${folder}: expected an empty folder, found ${foreign}; remove it`);
  for (const file of files) await writeFile(join(folder, file.name), file.text);
  await writeFile(out, `${lines.join('\n')}\n`);
  const [first] = leftOut;
  const rest = first === undefined ? '' : `; left out ${leftOut.length}, such as ${first.id}: ${first.why}`;
  return `${out}: ${lines.length - 1} cases; ${folder}: ${files.length} passages${rest}\nRun it: npm run eval -- ${out}`;
}

function loadSet({ squad, xquad, clapnq }: SuiteFlags): ReturnType<typeof loadSquadQuestions> {
  const file = squad ?? xquad;
  if (file !== undefined) return loadSquadQuestions(file);
  if (clapnq === undefined) throw new Error('expected one of --squad, --xquad and --clapnq, got none');
  return loadClapnqQuestions(clapnq);
}
