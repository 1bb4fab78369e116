import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { RenderProblem } from './render-problem.ts';

/** Where installers put Chromium, Chrome and Edge; the first one that is there is taken. */
const USUAL_PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/usr/lib/chromium/chromium',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

const INSTALL: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'Install it (`apt-get install chromium`, `apk add chromium` or `dnf install chromium`)',
  darwin: 'Install it (`brew install --cask chromium`, or Google Chrome)',
  win32: 'Install Google Chrome or Microsoft Edge',
};

/** What {@link findBrowser} looks at. */
export interface FindBrowserOptions {
  /** The one that the user names (CHROMIUM_PATH); no other is then looked for. */
  executablePath?: string | undefined;
  /** Asked last: where playwright-core would have installed its own. */
  playwrightPath?: () => Promise<string>;
  /** Default: this machine's. */
  platform?: NodeJS.Platform;
  /** Default: whether the file is there and may be run. */
  isExecutable?: (path: string) => Promise<boolean>;
}

/**
 * Finds a Chromium on this machine.
 * @returns the path of its program.
 * @throws {RenderProblem} `no-browser`, which says what to install.
 */
export async function findBrowser(options: FindBrowserOptions = {}): Promise<string> {
  const { executablePath, playwrightPath, platform = process.platform, isExecutable = mayRun } = options;
  if (executablePath !== undefined) {
    if (await isExecutable(executablePath)) return executablePath;
    throw new RenderProblem(
      'no-browser',
      `render: expected a Chromium at ${executablePath} (CHROMIUM_PATH), found no program there that may be run. Correct the path, or leave CHROMIUM_PATH out to look in the usual places.`,
    );
  }
  const usual = USUAL_PLACES[platform] ?? [];
  for (const path of usual) if (await isExecutable(path)) return path;
  const own = await playwrightPath?.();
  if (own !== undefined && (await isExecutable(own))) return own;
  throw new RenderProblem(
    'no-browser',
    `render: expected a Chromium for \`render: browser\`, found none in the usual places. ${INSTALL[platform] ?? 'Install Chromium'}, or give its path as CHROMIUM_PATH.`,
  );
}

function mayRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
