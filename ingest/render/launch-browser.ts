import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { RenderProblem } from './render-problem.ts';

const LAUNCH_MS = 30_000;
/** A Chromium that is well closes in a tenth of it. */
const CLOSE_MS = 5_000;

/**
 * Every request is intercepted and answered by the safe fetch. What interception does not see (workers' imports, WebRTC,
 * WebTransport, prefetches, the browser's own traffic) meets a proxy that is not there and a resolver that knows no name.
 */
const NOWHERE = 'http://nowhere.invalid:9';
const ARGS = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // Chromium reads the first spelling, its headless shell the second.
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
  '--dns-prefetch-disable',
  '--no-pings',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-gpu',
  '--mute-audio',
  '--blink-settings=imagesEnabled=false',
  // MiB of one page's JavaScript heap; beyond it the page crashes, and not the machine.
  '--js-flags=--max-old-space-size=512',
];
/** Playwright's defaults that would let pages flood: pop-ups without a click, and messages without a limit. */
const UNWANTED = ['--disable-popup-blocking', '--disable-ipc-flooding-protection'];

/** A running Chromium. */
export interface RunningBrowser {
  browser: Browser;
  /** Closes it, with force if it does not answer. Does not throw. */
  close(): Promise<void>;
}

/**
 * Starts a Chromium that reaches nothing by itself.
 * @param path of its program.
 * @throws {RenderProblem} `launch`.
 */
export async function launchBrowser(path: string): Promise<RunningBrowser> {
  const { chromium } = await loadPlaywright();
  const home = await mkdtemp(join(tmpdir(), 'aisle-render-'));
  const removeHome = () => rm(home, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
  // Chromium refuses its sandbox to root.
  const chromiumSandbox = process.getuid?.() !== 0;
  try {
    const browser = await chromium.launch({
      executablePath: path,
      args: ARGS,
      ignoreDefaultArgs: UNWANTED,
      proxy: { server: NOWHERE },
      chromiumSandbox,
      timeout: LAUNCH_MS,
      downloadsPath: home,
      // The caller settles what a signal does.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      ...(process.platform === 'win32' ? {} : { env: bareEnvironment(home) }),
    });
    const pid = await browserPid(browser);
    return { browser, close: () => closeBrowser(browser, pid).finally(removeHome) };
  } catch (error) {
    await removeHome();
    throw launchProblem(path, error);
  }
}

/** Loaded when first asked for, so that those who never render need none. */
export async function loadPlaywright() {
  try {
    return await import('playwright-core');
  } catch (error) {
    throw new RenderProblem(
      'no-browser',
      'render: expected the package playwright-core, found none. Install it (`npm install playwright-core`).',
      error,
    );
  }
}

/** Keys and passwords in this process's environment are no business of a program that runs strangers' scripts. */
function bareEnvironment(home: string): Record<string, string> {
  return { HOME: home, TMPDIR: tmpdir(), PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8' };
}

async function browserPid(browser: Browser): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.find(({ type }) => type === 'browser')?.id ?? null;
}

async function closeBrowser(browser: Browser, pid: number | null): Promise<void> {
  const closing = browser.close().catch(() => {});
  const timer = setTimeout(() => {
    if (pid !== null) killProcess(pid);
  }, CLOSE_MS);
  await closing;
  clearTimeout(timer);
}

function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}

function launchProblem(path: string, error: unknown): RenderProblem {
  if (error instanceof RenderProblem) return error;
  const text = error instanceof Error ? error.message : String(error);
  const advice = /no usable sandbox/i.test(text)
    ? 'Allow user namespaces (sysctl kernel.unprivileged_userns_clone=1, or a container with a seccomp profile for Chromium).'
    : `Try \`${path} --headless --dump-dom about:blank\`: a library may be missing, or CHROMIUM_PATH may name another program.`;
  const found = text.split('\n')[0]?.slice(0, 200) ?? '';
  return new RenderProblem('launch', `render: expected ${path} to start, found: ${found}. ${advice}`, error);
}
