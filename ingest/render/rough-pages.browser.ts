import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LocalServer } from '../crawl/local-server.ts';
import {
  chromiumProcesses,
  closeOpened,
  executablePath,
  missing,
  open,
  opened,
  policy,
  serve,
  shell,
  write,
  writePolicy,
} from './testing/rendered-pages.ts';

afterEach(closeOpened);

describe.skipIf(missing)('a page that misbehaves', () => {
  let site: LocalServer;
  beforeAll(async () => {
    site = await serve({
      '/good': shell(writePolicy),
      '/loop': shell('while (true) {}'),
      '/alerts': shell('while (true) alert(1)'),
      '/memory': shell('const all = []; for (;;) all.push(new Array(1e6).fill(Math.random()))'),
      '/huge': shell(write(`'<p>huge</p>'.repeat(20000)`)),
      '/popups': shell(`for (let at = 0; at < 50; at++) open('/good?' + at); ${writePolicy}`),
      '/download': shell(
        `const a = document.createElement('a'); a.href = URL.createObjectURL(new Blob(['x'])); a.download = 'x.txt'; a.click(); ${writePolicy}`,
      ),
      '/flood': shell(`for (let at = 0; at < 1000; at++) fetch('/n?' + at).catch(() => {})`),
      '/blank': shell(`location.href = 'about:blank'`),
      '/deep': shell(
        `let at = document.getElementById('root'); for (let i = 0; i < 1000; i++) { const e = document.createElement('div'); at.append(e); at = e; } at.textContent = 'at the bottom'; document.body.append('${policy}')`,
      ),
      '/broken': (_, response) => response.writeHead(503).end('down'),
      '/pdf': (_, response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-'),
    });
    opened.splice(opened.indexOf(site), 1);
  });
  afterAll(() => site?.close());

  it('is a problem with a reason, and the next page is read in the same browser', async () => {
    const renderer = await open([site], { timeoutMs: 6_000, maxHtmlLength: 100_000, maxRequests: 20 });
    const codes: Record<string, string> = {
      '/loop': 'busy',
      '/alerts': 'busy',
      '/memory': 'crashed',
      '/huge': 'too-large',
      '/flood': 'too-many-requests',
      '/blank': 'moved',
      '/broken': 'status',
      '/pdf': 'not-a-page',
    };
    for (const [path, code] of Object.entries(codes)) {
      const failure = await renderer.render(site.origin + path).catch((error: unknown) => error);
      expect(failure, path).toMatchObject({ name: 'RenderProblem', code });
      expect(String(failure), path).toMatch(new RegExp(`${path}: expected .*, found `));
      expect((await renderer.render(`${site.origin}/good`)).html, `after ${path}`).toContain(policy.trim());
    }
  }, 120_000);

  it('opens no pop-up, saves no download, and is read all the same', async () => {
    const renderer = await open([site]);
    for (const path of ['/popups', '/download', '/deep']) {
      expect((await renderer.render(site.origin + path)).html, path).toContain(policy.trim());
    }
    expect(site.requests.filter((path) => path.startsWith('/good?'))).toEqual([]);
  });
});

describe.skipIf(missing || process.platform !== 'linux')('the browser', () => {
  it('is started with the first page, shared, and gone when the renderer is closed', async () => {
    const site = await serve({ '/': shell(writePolicy) });
    const renderer = await open([site]);
    expect(await chromiumProcesses()).toEqual([]);
    await Promise.all([1, 2, 3].map(() => renderer.render(`${site.origin}/`)));
    const running = await chromiumProcesses();
    expect(running.length).toBeGreaterThan(2);
    await renderer.close();
    expect(await chromiumProcesses()).toEqual([]);
    await expect(renderer.render(`${site.origin}/`)).rejects.toMatchObject({ code: 'aborted' });
  });

  it('is gone after an abort in the middle of a page that never ends', async () => {
    const site = await serve({ '/': shell('while (true) {}') });
    const stop = new AbortController();
    const renderer = await open([site], { signal: stop.signal });
    const rendering = renderer.render(`${site.origin}/`).catch((error: unknown) => error);
    await until(async () => (await chromiumProcesses()).length > 2 && site.requests.length > 0);
    stop.abort();
    expect(await rendering).toMatchObject({ code: 'aborted' });
    await renderer.close();
    expect(await chromiumProcesses()).toEqual([]);
  });

  it('that dies is replaced, and the pages that it took along are read by the next one', async () => {
    const slowly = `fetch('/started').then(() => setTimeout(() => { ${writePolicy} }, 1500))`;
    const site = await serve({ '/': shell(slowly), '/started': 'yes' });
    const renderer = await open([site]);
    const rendering = renderer.render(`${site.origin}/`);
    await until(async () => site.requests.includes('/started'));
    for (const pid of await chromiumProcesses()) tryKill(pid);
    expect((await rendering).html).toContain(policy.trim());
  });

  it('ends with a process that is killed', async () => {
    const site = await serve({ '/': shell('while (true) {}') });
    const here = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
    const code = `const { openRenderer } = await import(${here('./open-renderer.ts')});
      const { makeSafeFetch } = await import(${here('../safe-fetch.ts')});
      const safeFetch = makeSafeFetch({ allowHosts: ['${site.host}'] });
      const renderer = await openRenderer({ safeFetch, executablePath: ${JSON.stringify(executablePath)} });
      await renderer.render('${site.origin}/');`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'ignore' });
    const exited = once(child, 'exit');
    const { pid = 0 } = child;
    await until(async () => site.requests.length > 0 && (await chromiumProcesses(pid)).length > 2);
    const running = await chromiumProcesses(pid);
    child.kill('SIGKILL');
    await exited;
    await until(async () => (await stillRunning(running)).length === 0);
  });
});

async function stillRunning(pids: number[]): Promise<number[]> {
  const states = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z')),
  );
  return pids.filter((_, at) => !/\) Z/.test(states[at] ?? ''));
}

function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went with its parent.
  }
}

/** Waits; the test's own time limit is what ends it. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}
