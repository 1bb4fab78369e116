import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { runEval } from '../../run-eval.ts';
import type { CaseResult } from '../../score/case-result.ts';
import { makeFakeTarget } from '../../testing/fake-target.ts';
import { sampleAbstention, sampleAnswer } from '../../testing/sample-answer.ts';
import {
  comparedReport,
  HOSTILE,
  madeReport,
  madeResults,
  reportOf,
  textOf,
} from '../testing/made-report.ts';
import { readPageAssets } from './page-shell.ts';
import { type PageParts, renderPage } from './render-page.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const missing = !existsSync(executablePath);
if (missing)
  console.warn(`Skipping the report page's tests: no Chromium at ${executablePath}; set CHROMIUM_PATH.`);

const history: PageParts['history'] = ['2025-01-01', '2025-02-01'].map((day, index) => ({
  ...{ name: day, startedAt: `${day}T00:00:00.000Z`, suite: 's', suiteHash: `sha256-${index}` },
  values: { passed: 0.4, factsFound: 0.2 * index },
}));

/** Many cases of which every third fails. */
function manyResults(count: number): CaseResult[] {
  const [right, wrong] = madeResults('Can I return it?') as [CaseResult, CaseResult];
  return Array.from({ length: count }, (_, n) => ({
    ...(n % 3 === 1 ? wrong : right),
    ...{
      id: `case-${n}`,
      questions: [`Question ${n} of many?`],
      tags: [`t${n % 4}`],
      milliseconds: 1000 - n,
    },
  }));
}

describe.skipIf(missing)('report.html', () => {
  let browser: Browser;
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aisle-report-page-'));
    const quiet = [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ];
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', ...quiet] });
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true });
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });

  /** Opens a page from its file, and keeps everything that it says, asks for or stumbles over. */
  async function openFile(path: string, options: BrowserContextOptions = {}) {
    const context = await browser.newContext({ locale: 'en-US', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const noticed: string[] = [];
    page.on('request', (request) => request.url().startsWith('file:') || noticed.push(request.url()));
    page.on('console', (message) => noticed.push(message.text()));
    page.on('pageerror', (error) => noticed.push(error.message));
    page.on('dialog', async (dialog) => {
      noticed.push(dialog.message());
      await dialog.dismiss();
    });
    await page.goto(pathToFileURL(path).href);
    await page.locator('#count').filter({ hasText: 'cases' }).waitFor();
    return { page, noticed };
  }

  async function open(report: ReturnType<typeof reportOf>, options: BrowserContextOptions = {}) {
    const path = join(folder, 'report.html');
    await writeFile(path, await textOf(renderPage(report, { assets: await readPageAssets(), history })));
    return openFile(path, options);
  }

  async function axe(page: Page) {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }
  const overflow = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const ids = (page: Page) => page.locator('#cases-table .id').allTextContents();

  test('a run as it is made shows its case with answer, citation in its source, checks and passages', async () => {
    const suite = join(folder, 'suite.yaml');
    await writeFile(
      suite,
      'suite: returns\ngates: { passed: 0.9 }\ncases:\n  - { id: how-long, question: How long?, tags: [policy], expect: { facts: [30 days], citations: ["*/returns"] } }\n  - { id: nobody, question: Who won?, expect: { status: answered } }\n',
    );
    const target = makeFakeTarget(({ question }) =>
      question === 'Who won?' ? sampleAbstention() : sampleAnswer(),
    );
    const out = join(folder, 'out');
    const status = await runEval([suite, '--out', out], {
      ...{ openTarget: async () => target, stdout: () => {}, stderr: () => {}, progress: null, cores: 1 },
      ...{ versions: { aisle: '0', node: '24' }, signal: new AbortController().signal },
      watch: { codeFolders: [], start: () => expect.unreachable('nothing is watched') },
    });
    expect(status).toBe(1);
    const { page, noticed } = await openFile(join(out, 'report.html'));
    expect(await page.locator('header .verdict').textContent()).toBe('Failed');
    expect(await ids(page)).toEqual(['how-long', 'nobody']);
    await page.getByRole('button', { name: 'How long?' }).click();
    const dialog = page.getByRole('dialog', { name: 'how-long' });
    expect(await dialog.locator('.answer-text').textContent()).toBe('You can return items within 30 days 1.');
    expect(await dialog.locator('blockquote mark').textContent()).toBe(
      'You can return items within 30 days.',
    );
    expect(await dialog.getByRole('link', { name: 'Returns' }).first().getAttribute('href')).toBe(
      'https://shop.test/returns',
    );
    await dialog.getByRole('button', { name: 'Citation 1' }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-citation'))).toBe('1');
    expect(await dialog.locator('table').first().textContent()).toContain('factsall of "30 days"');
    expect(noticed).toEqual([]);
  });

  test('hostile text in every field runs nothing, asks for nothing and is shown as it is', async () => {
    const { page, noticed } = await open(madeReport());
    for (const row of await page.locator('button.open').all()) {
      await row.click();
      expect(await page.locator('dialog .content').textContent()).toContain('<script>alert(1)</script>');
      await page.keyboard.press('Escape');
    }
    await page.fill('[name="q"]', '<img src=x onerror=alert(1)>');
    await page.goto(
      `${page.url().split('#')[0]}#q=<script>alert(1)</script>&open="><img src=x onerror=alert(1)>&tag=<b>`,
    );
    expect(await page.locator('img, a[href^="javascript"]').count()).toBe(0);
    expect(noticed).toEqual([]);
    expect(HOSTILE).toContain('onerror');
  });

  test('a link of the comparison opens the case with its earlier answer beside', async () => {
    const { page, noticed } = await open(comparedReport());
    await page.getByRole('link', { name: 'wrong' }).click();
    const dialog = page.getByRole('dialog', { name: 'wrong' });
    expect(await dialog.locator('.before del').allTextContents()).not.toEqual([]);
    expect(await dialog.locator('.before').textContent()).toContain('Nothing');
    expect(noticed).toEqual([]);
  });

  test('its policy stops a script that got in all the same', async () => {
    const { page, noticed } = await open(madeReport('x'));
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      try {
        script.text = 'document.title = "ran"';
        document.body.append(script);
        document.body.insertAdjacentHTML('beforeend', '<img src="https://outside.test/">');
      } catch {
        return 'refused';
      }
      return document.title;
    });
    expect(ran).toBe('refused');
    expect(await page.locator('img').count()).toBe(0);
    expect(noticed.join()).not.toContain('outside.test');
  });

  test('search, buttons, sorting and pages narrow thousands of rows, and the address keeps the view', async () => {
    const { page, noticed } = await open(reportOf(manyResults(3000)));
    expect(await page.locator('#cases-table tbody tr').count()).toBe(50);
    await page.getByRole('button', { name: 'failed 1000' }).click();
    await page.fill('[name="q"]', 'question 29');
    await page.selectOption('[name="tag"]', 't2');
    const found = await page.locator('#count').textContent();
    expect(Number.parseInt(found ?? '', 10)).toBeLessThan(60);
    await page.getByRole('button', { name: 'Time' }).click();
    expect(await page.locator('th[aria-sort="ascending"]').textContent()).toBe('Time');
    const sorted = await ids(page);
    expect(sorted[0]).toBe('case-2998');
    await page.reload();
    expect(await ids(page)).toEqual(sorted);
    expect(await page.inputValue('[name="q"]')).toBe('question 29');
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('button', { name: 'Later' }).click();
    expect(await page.locator('#pages span').textContent()).toBe('Page 2 of 60');
    expect(noticed).toEqual([]);
  });

  test('all of it can be done with the keyboard', async () => {
    const { page } = await open(reportOf(manyResults(9)));
    await page.keyboard.press('/');
    await page.keyboard.type('question');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const title = page.locator('dialog h2');
    expect(await title.textContent()).toBe('case-1');
    await page.getByRole('button', { name: 'Next case' }).focus();
    await page.keyboard.press('Enter');
    expect(await title.textContent()).toBe('case-2');
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Question 2 of many?');
    await page.goBack();
    expect(await title.textContent()).toBe('case-1');
  });

  test('plots follow the metric that is chosen', async () => {
    const { page } = await open(reportOf(manyResults(20), { gates: { factsFound: 0.5 } }));
    expect(await page.locator('[data-plot="passed"] svg').isVisible()).toBe(true);
    await page.getByLabel('By tag:').selectOption('factsFound');
    expect(await page.locator('[data-plot="passed"] svg').isVisible()).toBe(false);
    expect(await page.locator('[data-plot="factsFound"] svg').isVisible()).toBe(true);
    expect(await page.locator('.small-multiples svg').count()).toBe(2);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has no barriers that axe finds, in ${colorScheme} colors, on a desk and on a phone`, async () => {
      const report = reportOf(manyResults(60), { gates: { passed: 0.9, factsFound: 0.5, brier: 0.5 } });
      for (const viewport of [
        { width: 1280, height: 900 },
        { width: 375, height: 700 },
      ]) {
        const { page } = await open(report, { colorScheme, viewport });
        expect(await axe(page)).toEqual([]);
        expect(await overflow(page)).toBe(0);
        await page.locator('button.open').nth(1).click();
        expect(await axe(page)).toEqual([]);
        expect(
          await page.locator('dialog .content').evaluate((node) => node.scrollWidth - node.clientWidth),
        ).toBe(0);
      }
    });
  }

  test('text without spaces does not widen a phone', async () => {
    const { page } = await open(madeReport('x'.repeat(300)), { viewport: { width: 375, height: 700 } });
    expect(await overflow(page)).toBe(0);
    await page.locator('button.open').first().click();
    expect(
      await page.locator('dialog .content').evaluate((node) => node.scrollWidth - node.clientWidth),
    ).toBe(0);
  });
});
