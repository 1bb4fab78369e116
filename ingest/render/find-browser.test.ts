import { describe, expect, it } from 'vitest';
import { findBrowser } from './find-browser.ts';

const only = (...paths: string[]) => ({ isExecutable: async (path: string) => paths.includes(path) });

describe('the browser that is taken', () => {
  it('is the one that the user names, and no other', async () => {
    const chromium = '/usr/bin/chromium';
    expect(
      await findBrowser({ executablePath: '/opt/my', platform: 'linux', ...only('/opt/my', chromium) }),
    ).toBe('/opt/my');
    await expect(
      findBrowser({ executablePath: '/opt/my', platform: 'linux', ...only(chromium) }),
    ).rejects.toThrow(/expected a Chromium at \/opt\/my \(CHROMIUM_PATH\), found no program/);
  });

  it.each([
    ['linux', '/usr/bin/google-chrome', '/usr/bin/google-chrome'],
    [
      'darwin',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    [
      'win32',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
    ['freebsd', '/cache/ms-playwright/chrome', '/cache/ms-playwright/chrome'],
  ] as const)('is on %s the first that is there', async (platform, there, found) => {
    const playwrightPath = async () => '/cache/ms-playwright/chrome';
    expect(await findBrowser({ platform, playwrightPath, ...only(there) })).toBe(found);
  });

  it('is asked for by what to install, where there is none', async () => {
    const found = findBrowser({ platform: 'linux', ...only() });
    await expect(found).rejects.toMatchObject({ name: 'RenderProblem', code: 'no-browser' });
    await expect(findBrowser({ platform: 'linux', ...only() })).rejects.toThrow(
      /apt-get install chromium.*CHROMIUM_PATH/,
    );
  });
});
