import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { readEnvironment } from '../environment.ts';
import { makeLogger } from '../logger.ts';
import { makeRunner } from '../run/testing/run-tools.ts';
import { paragraph, type SmallSite, startSmallSite } from '../run/testing/small-site.ts';
import { runWhyCommand } from './why-command.ts';

let database: TestDatabase;
let site: SmallSite;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.pool.query('delete from stores');
  site = await startSmallSite({
    '/returns': paragraph('returns'),
    '/secret':
      '<!doctype html><html lang="en"><meta name="robots" content="noindex"><title>S</title><p>Only for us, and for nobody else.</p>',
    '/broken': 403,
  });
  const runner = makeRunner(database, {
    kind: 'site',
    location: `${site.origin}/`,
    allowHosts: [site.host],
  });
  await runner.run();
});
afterEach(() => site.close());

async function why(...args: string[]) {
  let stdout = '';
  let stderr = '';
  const { url, dataDir } = database.options;
  const status = await runWhyCommand([...args, '--allow-host', site.host], {
    environment: () => readEnvironment({ DATABASE_URL: url ?? '', AISLE_DATA: dataDir }),
    folder: '/',
    makeLogger: () => makeLogger({ level: 'silent' }),
    signal: new AbortController().signal,
    progress: null,
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
  });
  return { status, stdout, stderr };
}

describe('npm run ingest -- why', () => {
  it('says when and how a page was indexed, under whatever spelling it is asked for', async () => {
    for (const path of ['/returns', '/returns/', '/returns?utm_source=letter#top']) {
      const { status, stdout } = await why(`${site.origin}${path}`);
      expect(status).toBe(0);
      expect(stdout).toMatch(/INDEXED +as "Page \/returns" \(policy, en\): \d+ passages/);
      expect(stdout).toContain(`linked from ${site.origin}/`);
      expect(stdout).toMatch(/status 200, \d\.\d KiB/);
      expect(stdout).toMatch(/run_\S+, .* done, not all of it was seen/);
    }
  });

  it('says which rule keeps a page out, and what to do', async () => {
    const { stdout } = await why(`${site.origin}/secret`);
    expect(stdout).toMatch(/NOT INDEXED +noindex: its robots directives say noindex/);
    expect(stdout).toContain('Remove noindex from the page');
  });

  it('says what a page answered that could not be read', async () => {
    expect((await why(`${site.origin}/broken`)).stdout).toMatch(/NOT INDEXED +fetch: .*403/);
  });

  it('says that nothing links to a page that could be read', async () => {
    site.pages.set('/orphan', paragraph('orphans'));
    const { stdout } = await why(`${site.origin}/orphan`);
    expect(stdout).toMatch(/NOT INDEXED +nothing links to it: .* though not all of the site could be read/);
    expect(stdout).toMatch(/now +it can be read: "Page \/orphan"/);
    expect(stdout).toContain('list it in the sitemap');
    const offline = await why(`${site.origin}/orphan`, '--offline');
    expect(offline.stdout).not.toContain('it can be read');
  });

  it('says of an address that no run has met what came of it, and not of what it links to', async () => {
    site.pages.set(
      '/returns?variant=2',
      `<!doctype html><html lang="en"><title>R</title><link rel="canonical" href="/returns">
      <a href="/secret">S</a>${paragraph('returns')}</html>`,
    );
    const { stdout } = await why(`${site.origin}/returns?variant=2`);
    expect(stdout).toMatch(/now +is a copy of \S+\/returns\n/);
    expect(stdout).toContain('canonical');
  });

  it('says what an address answers that no run has met', async () => {
    expect((await why(`${site.origin}/nowhere`)).stdout).toMatch(/now .*404/);
  });

  it('gives all of it as JSON', async () => {
    const { stdout } = await why(`${site.origin}/secret`, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      indexed: false,
      findings: [{ store: 'shop', visit: { outcome: 'skipped', stage: 'noindex', foundBy: 'link' } }],
    });
  });

  it('says when no source covers the address, and what is wrong with the call', async () => {
    expect((await why('https://elsewhere.example/')).stdout).toContain('no source of any store covers it');
    expect(await why('returns')).toMatchObject({ status: 2, stderr: expect.stringContaining('http(s)') });
    expect(await why(`${site.origin}/`, '--store', 'none')).toMatchObject({ status: 2 });
  });
});
