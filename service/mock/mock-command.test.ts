import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { runMockCommand } from './mock-command.ts';

describe('npm run mock', () => {
  async function run(args: string[], whenListening?: (text: string) => Promise<void>) {
    let printed = '';
    const stopping = new AbortController();
    const listening = Promise.withResolvers<void>();
    const output = (text: string) => {
      printed += text;
      listening.resolve();
    };
    const status = runMockCommand(args, { stdout: output, stderr: output, signal: stopping.signal });
    await listening.promise;
    await whenListening?.(printed);
    stopping.abort();
    return { status: await status, printed };
  }

  test('says where it answers and what there is to see, and ends when it is stopped', async () => {
    const { status, printed } = await run(['--port', '0', '--store', 'tienda'], async (said) => {
      const [, url = ''] = /answers at (\S+),/.exec(said) ?? [];
      const { stores } = (await (await fetch(`${url}/stores`)).json()) as { stores: { id: string }[] };
      expect(stores.map(({ id }) => id)).toEqual(['tienda']);
    });
    expect(status).toBe(0);
    expect(printed).toMatch(/\/mock[\s\S]*error-in-stream[\s\S]*Ctrl-C/);
  });

  test.each([
    [['--prot', '1'], /unknown option '--prot'/],
    [['--port', '99999'], /Expected a port from 0 to 65535, got "99999"/],
    [['--delay', 'x'], /Expected milliseconds/],
    [['--store', 'A B'], /got "A B"/],
    [['extra'], /too many arguments/],
  ])('%j is wrong usage, told clearly', async (args, said) => {
    const { status, printed } = await run(args);
    expect([status, printed]).toEqual([2, expect.stringMatching(said)]);
  });

  test('tells a port that is taken, and what to do', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const { status, printed } = await run(['--port', port]);
    expect([status, printed]).toEqual([1, expect.stringMatching(/is in use.*--port/)]);
    taken.close();
  });
});
