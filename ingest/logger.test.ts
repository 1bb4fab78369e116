import { expect, it } from 'vitest';
import { type LoggerOptions, makeLogger } from './logger.ts';

function capture(options: Partial<LoggerOptions> = {}) {
  const lines: string[] = [];
  const logger = makeLogger({
    level: 'info',
    destination: { write: (line) => void lines.push(line) },
    ...options,
  });
  return { logger, text: () => lines.join('') };
}

it('writes JSON lines with a level by name and an ISO time', () => {
  const { logger, text } = capture();
  logger.info({ pages: 3, tokens: 120 }, 'crawled');
  expect(JSON.parse(text())).toMatchObject({ level: 'info', msg: 'crawled', pages: 3, tokens: 120 });
  expect(JSON.parse(text()).time).toMatch(/^\d{4}-\d\d-\d\dT/);
});

it('is quiet below its level', () => {
  const { logger, text } = capture({ level: 'warn' });
  logger.info('no');
  expect(text()).toBe('');
});

it('hides secrets at any depth, in bindings, messages and errors', () => {
  const { logger, text } = capture();
  const cause = new Error('connect postgres://aisle:hunter2@db:5432/aisle');
  const child = logger.child({ apiKey: 'hunter2' });
  child.info({
    req: { headers: { Authorization: 'Bearer hunter2', cookie: 'sid=hunter2', 'x-api-key': 'hunter2' } },
  });
  child.info({ OPENAI_API_KEY: 'hunter2', access_token: 'hunter2', list: [{ 'set-cookie': ['hunter2'] }] });
  child.info('using %s', 'postgres://aisle:hunter2@db/aisle');
  child.info({ url: new URL('https://ann:hunter2@shop.example/') }, 'header was Bearer hunter2hunter2');
  for (const key of [
    'sk-hunter2hunter2',
    'sk_hunter2hunter2hunter2hunter2',
    'pk_hunter2hunter2hunter2hunter2',
  ])
    child.info({ path: `/stores/${key}` }, `got ${key}`);
  child.error({ err: new Error('failed', { cause }) }, 'no database');
  child.error(cause);
  child.error({ err: cause });
  child
    .child({ password: 'hunter2', database: 'postgres://aisle:hunter2@db/aisle' })
    .info('deeper %s', 'hunter');
  expect(text()).not.toContain('hunter2');
  expect(text()).toContain('postgres://aisle:[redacted]@db:5432/aisle');
});

it('hides the tokens of addresses, wherever they stand', () => {
  const { logger, text } = capture();
  logger.info(
    { source: 'https://shop.example/feed.csv?token=hunter2hunter2&page=2' },
    'reading %s',
    'https://a.example/?sig=hunter2hunter2',
  );
  logger.error({ err: new Error('GET https://a.example/f.csv?api_key=hunter2hunter2: refused') });
  expect(text()).not.toContain('hunter2');
  expect(text()).toContain('?token=[redacted]&page=2');
});

it('never writes what a shopper has asked', () => {
  const { logger, text } = capture();
  logger.info(
    { body: { question: 'is my mother in the hospital', history: [{ question: 'hospital' }] } },
    'answer',
  );
  expect(text()).not.toContain('hospital');
});

it('writes one readable line when it is asked to be pretty', () => {
  const { logger, text } = capture({ pretty: true });
  logger.warn({ url: 'https://a.example/', tries: 2 }, 'slow page');
  expect(text()).toMatch(/^\d\d:\d\d:\d\d WARN {2}slow page url=https:\/\/a\.example\/ tries=2\n$/);
});
