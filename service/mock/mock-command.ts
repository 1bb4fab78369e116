import { makeLogger } from '../../ingest/logger.ts';
import type { CommandOutput } from '../../ingest/run/ingest-options.ts';
import { listen, PortProblem } from '../listen.ts';
import { makeMockApp } from './mock-app.ts';
import { parseMockOptions } from './mock-options.ts';
import type { Scenario } from './scenario.ts';

/** For the last bytes of open streams when it is stopped. */
const CLOSE_MS = 200;

/**
 * `npm run mock`: serves until it is stopped.
 * @param args without the program's own name
 * @returns the exit status: 0 stopped, 1 could not listen, 2 wrong usage.
 */
export async function runMockCommand(
  args: string[],
  { signal, ...output }: CommandOutput & { signal: AbortSignal },
): Promise<number> {
  const options = parseMockOptions(args, output);
  if ('exitStatus' in options) return options.exitStatus;
  const logger = makeLogger({ level: options.log ? 'info' : 'silent', pretty: true });
  const { app, scenarios } = makeMockApp({ ...options, logger });
  try {
    const server = await listen(app, options.port, options.host);
    output.stderr(welcome(server.url, options.stores, scenarios));
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await server.close(CLOSE_MS);
    return 0;
  } catch (error) {
    if (!(error instanceof PortProblem)) throw error;
    // It speaks of PORT and HOST, which the mock does not read.
    const said = error.message.replace('set PORT to', 'give --port').replace('PORT to', '--port');
    output.stderr(`${said.replace(/\bHOST\b/g, '--host')}\n`);
    return 1;
  }
}

/** What is said when it listens: where, and what there is to see. Pure. */
function welcome(url: string, stores: readonly string[], scenarios: readonly Scenario[]): string {
  const width = Math.max(...scenarios.map(({ name }) => name.length));
  return [
    `Aisle's mock answers at ${url}, for the store${stores.length > 1 ? 's' : ''} ${stores.join(', ')}: nothing is looked up.`,
    `  chat page  ${url}/`,
    `  scenarios  ${url}/mock`,
    `  API        ${url}/openapi.json`,
    '  asked at   POST /answer (JSON or events), /chat (AI SDK), /v1/chat/completions (OpenAI), /mcp',
    '',
    'Scenarios, chosen by a question such as these, by #name in any question, or by the header X-Mock-Scenario:',
    ...scenarios.map(({ name, questions }) => `  ${name.padEnd(width)}  ${questions[0]}`),
    '',
    'Ctrl-C stops it.',
    '',
  ].join('\n');
}
