import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type LocalServer, startLocalServer } from '../../crawl/local-server.ts';
import { makeSafeFetch } from '../../safe-fetch.ts';
import { openRenderer, type Renderer, type RendererOptions } from '../open-renderer.ts';

export const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
export const missing = !existsSync(executablePath);
if (missing)
  console.warn(`Skipping the renderer's tests: no Chromium at ${executablePath}; set CHROMIUM_PATH.`);

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export const opened: { close(): Promise<unknown> }[] = [];
/** Closes what a test has opened, the last first. */
export async function closeOpened(): Promise<void> {
  for (const thing of opened.splice(0).reverse()) await thing.close();
}

/** Serves pages by path, `.js` as scripts; else 404. */
export async function serve(pages: Record<string, string | Handler>): Promise<LocalServer> {
  const server = await startLocalServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://localhost').pathname;
    const page = pages[path];
    if (typeof page === 'function') return page(request, response);
    const type = path.endsWith('.js')
      ? 'text/javascript'
      : path.endsWith('.json')
        ? 'application/json'
        : 'text/html';
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': type }).end(page ?? 'not found');
  });
  opened.push(server);
  return server;
}

export async function open(
  servers: LocalServer[],
  options: Partial<RendererOptions> = {},
): Promise<Renderer> {
  const safeFetch = makeSafeFetch({ allowHosts: servers.map(({ host }) => host) });
  opened.push(safeFetch);
  const renderer = await openRenderer({ safeFetch, executablePath, timeoutMs: 40_000, ...options });
  opened.push(renderer);
  return renderer;
}

export const shell = (script: string) =>
  `<!doctype html><title>Shop</title><div id="root"></div><script>${script}</script>`;
export const policy =
  'You can send anything back within 30 days of delivery, unworn and with its labels. '.repeat(4);
export const write = (html: string) => `document.getElementById('root').innerHTML = ${html};`;
export const writePolicy = write(`'<p>${policy}</p>'`);

/** Of what this process has begun, by /proc (Linux), those whose program is Chromium; the dead that nobody reaps apart. */
export async function chromiumProcesses(root = process.pid): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    const stat = /^\d+$/.test(name) ? await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '') : '';
    const [, pid, command, state, parent] = /^(\d+) \((.*)\) (\w) (\d+)/s.exec(stat) ?? [];
    if (pid === undefined || state === 'Z') continue;
    if (Number(parent) === root || /chrom/.test(command ?? '')) parents.set(Number(pid), Number(parent));
  }
  const below = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && (parent === root || below(parent));
  };
  return [...parents.keys()].filter(below);
}
