import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** Bytes of WebAssembly; the parser has 105,000 and what comes next in size 42,000. */
const HUGE = 80_000;

it('opens a database whose parser, however much it reads, is never compiled a second time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-parser-'));
  const script = `
    import { openPglite } from ${JSON.stringify(new URL('open-pglite.ts', import.meta.url).href)};
    const db = await openPglite(${JSON.stringify(join(folder, 'pg'))});
    const words = Array.from({ length: 1500 }, (_, index) => '(' + index + '+1)').join(',');
    console.log('\\nread', (await db.query('select ' + words)).rows.length);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await db.close();`;
  const run = promisify(execFile);
  // Making one parses in a way of its own.
  await run(process.execPath, [
    fileURLToPath(new URL('make-database.ts', import.meta.url)),
    join(folder, 'pg'),
  ]);
  const { stdout } = await run(
    process.execPath,
    ['--trace-wasm-compilation-times', '--input-type=module', '--eval', script],
    { maxBuffer: 2 ** 26 },
  ).finally(() => rmSync(folder, { recursive: true, force: true }));
  const compiled = [...stdout.matchAll(/using (\w+), took .* bodysize (\d+)/g)].map(([, by, size]) => ({
    by,
    isHuge: Number(size) >= HUGE,
  }));
  expect(stdout).toContain('\nread 1');
  expect(compiled).toContainEqual({ by: 'Liftoff', isHuge: true });
  expect(compiled).toContainEqual({ by: 'TurboFan', isHuge: false });
  expect(compiled).not.toContainEqual({ by: 'TurboFan', isHuge: true });
});
