import { cpSync, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakeOpenAiServer } from '../../service/answer/llm/fake-openai-server.ts';
import type { CaseCommandDeps } from '../case-commands.ts';
import { readAll, type SuiteCase } from '../suite.ts';
import { readSuite } from '../suite-file/read-suite.ts';
import { type IngestCall, makeIngestSources } from '../target/ingest-sources.ts';
import { callCaseCommand } from '../testing/command-env.ts';

const FAQ = `<html lang="en"><head><title>Help</title></head><body><main><h1>Help</h1>
<h2>Can I change my order?</h2><p>Yes, you can change it for 45 minutes after you have placed it.</p>
<h2>Do you gift wrap?</h2><p>We wrap any order in recycled paper at no charge.</p>
<h2>Returns</h2><p>You can return your unworn shoes within 30 days. This takes 3 weeks in December.</p>
<h2>Payment methods</h2><ul><li>Visa</li><li>Mastercard</li><li>PayPal</li></ul>
<h2>Delivery rates</h2><table><tr><th>Country</th><th>Cost</th><th>Time</th></tr>
<tr><td>Canada</td><td>$12</td><td>5–7 days</td></tr><tr><td>Mexico</td><td>$15</td><td>8–10 days</td></tr></table>
</main></body></html>`;
const ENVIOS = `<html lang="es"><head><title>Envíos</title></head><body><main><h1>Envíos</h1>
<h2>¿Cuánto cuesta la recogida en casa?</h2><p>La recogida en casa cuesta 5,90 € en toda la península.</p>
<h2>Plazos</h2><p>El pedido urgente tarda 24 horas. Los pedidos se preparan en nuestro almacén de Zaragoza todos los días laborables.</p>
</main></body></html>`;
const CATALOG = `id,title,description,link,price,availability,brand,product_type,material,color
A1,Larch Tent,A light tent for two.,https://shop.example/larch,199.00 USD,in_stock,Firn,Tents,Nylon,Green
A2,Alder Tent,A roomy tent for four.,https://shop.example/alder,349.50 USD,in_stock,Firn,Tents,Cotton,Red
A3,Birch Tent,A tent for one.,https://shop.example/birch,149.00 USD,in_stock,Firn,Tents,,Green
`;

let folder = '';
const ingests: IngestCall[] = [];
const ingest = makeIngestSources(fileURLToPath(new URL('../../ingest/main.ts', import.meta.url)));

const call = (args: string[], env: Record<string, string> = {}, deps: Partial<CaseCommandDeps> = {}) =>
  callCaseCommand(args, folder, {
    env: { ...process.env, DATABASE_URL: '', CHAT_MODEL: '', ...env },
    ingestSources: async (one: IngestCall) => {
      ingests.push(one);
      if (one.sources.some((source) => source.endsWith('nowhere'))) return ingest(one);
      // What was ingested once is taken again: it takes longest.
      const kept = join(folder, `data-${one.sources.length}`);
      const own = one.env.AISLE_DATA ?? expect.unreachable('no folder');
      if (existsSync(kept)) return cpSync(kept, own, { recursive: true });
      await ingest(one);
      cpSync(own, kept, { recursive: true });
    },
    ...deps,
  });

let cases: SuiteCase[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aisle-make-'));
  await mkdir(join(folder, 'help'));
  await writeFile(join(folder, 'help', 'faq.html'), FAQ);
  await writeFile(join(folder, 'help', 'envios.html'), ENVIOS);
  await writeFile(join(folder, 'catalog.csv'), CATALOG);
  const made = await call(['make', '@help', '@catalog.csv', '--out', '@drafts.yaml', '--per-page', '20']);
  expect(made).toMatchObject({ status: 0, err: '' });
  cases = await readAll((await readSuite(join(folder, 'drafts.yaml'))).cases);
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

const ofKind = (kind: string) => cases.filter(({ tags }) => tags.includes(kind));
const asking = (words: string) =>
  cases.find(({ turns }) => turns.at(-1)?.question === words) ??
  expect.unreachable(
    `${words} is not among ${cases.map(({ turns }) => turns.map(({ question }) => question).join(' / ')).join('\n')}`,
  );

describe('make', () => {
  it('takes the questions that a page asks itself, with amounts, or else a quote', () => {
    expect(asking('Can I change my order?').expect).toMatchObject({
      facts: ['45 minutes'],
      citations: ['aisle-file:/help/faq.html'],
    });
    expect(asking('can I change my order').tags).toEqual(['typed-quickly', 'en', 'draft']);
    expect(asking('Do you gift wrap?').expect.quotes).toEqual([
      'We wrap any order in recycled paper at no charge.',
    ]);
    expect(asking('¿Cuánto cuesta la recogida en casa?').expect.facts).toEqual(['5,90 €']);
    expect(asking('cuanto cuesta la recogida en casa').tags).toContain('es');
  });

  it('asks for what statements, tables and lists say, in a shopper’s words', () => {
    expect(asking('How long do I have to return my unworn shoes?').expect.facts).toEqual(['30 days']);
    expect(asking('¿Cuánto tarda el pedido urgente?').expect.facts).toEqual(['24 horas']);
    expect(asking('Payment methods?').expect).toMatchObject({
      facts: ['Visa', 'Mastercard', 'PayPal'],
      factsMode: 'all',
    });
    const facts = ofKind('table').map(({ expect: { facts: [fact] = [] } }) => fact);
    expect(facts.sort()).toEqual(['$12', '$15', '5–7 days', '8–10 days']);
    expect(asking('And for Mexico?').expect.facts).toEqual(['$15']);
    // What a sentence refers back to is not in it.
    expect(cases.flatMap(({ expect: { facts = [] } }) => facts)).not.toContain('3 weeks');
  });

  it('asks for what is known of products, and for whole sets of them', () => {
    const facts = ofKind('product').flatMap(({ expect: { facts: own = [] } }) => own);
    expect(facts).toEqual(
      expect.arrayContaining(['199', { any: ['349.50', '349,50'] }, 'in stock', 'Nylon']),
    );
    const [comparison] = ofKind('comparison');
    expect(comparison?.turns[0]?.question).toMatch(
      /^Which is cheaper, the (?:Larch|Alder|Birch) Tent or the/u,
    );
    const below = ofKind('constraint').find(({ turns }) => /\$/u.test(turns[0]?.question ?? ''));
    expect(below?.turns[0]?.question).toContain('$200');
    expect(below?.expect).toMatchObject({ products: ['A3', 'A1'], notProducts: ['A2'] });
  });

  it('asks for what no page says: a fact that only other products have, a country that is not named', () => {
    const questions = ofKind('unanswerable').map(({ turns }) => turns[0]?.question ?? '');
    expect(questions.filter((question) => /Birch Tent/u.test(question))).toHaveLength(1);
    expect(questions.some((question) => /^How long does delivery to/u.test(question))).toBe(true);
    expect(questions.join()).not.toMatch(/Canada|Mexico/u);
    expect(ofKind('unanswerable').every(({ expect: { status } }) => status?.join() === 'abstained')).toBe(
      true,
    );
  });

  it('marks every draft, names the page and the words above it, and leaves no folder behind', async () => {
    expect(cases.every(({ tags }) => tags.includes('draft'))).toBe(true);
    const text = await readFile(join(folder, 'drafts.yaml'), 'utf8');
    expect(text).toContain(
      '  # aisle-file:/help/faq.html\n  # “Country: Canada; Cost: $12; Time: 5–7 days”\n',
    );
    expect(text).toMatch(/^sources: *\n? *(?:- )?\[? ?"?\.\/help/mu);
    await expect(readFile(join(ingests[0]?.cwd ?? '', 'x'))).rejects.toThrow('ENOENT');
  });

  it('drafts nothing twice, nothing that was rejected, and only in the language that is wanted', async () => {
    const text = await readFile(join(folder, 'drafts.yaml'), 'utf8');
    const answers = ['n', 'y', 'e', 'y', 's', 'q'];
    const edits: string[] = [];
    const accepted = await call(
      ['accept', '@drafts.yaml'],
      {},
      {
        ask: async () => answers.shift() ?? null,
        edit: async (shown) => {
          edits.push(shown);
          return shown
            .replace('status: answered', 'status: [answered, clarify]')
            .replace('status: abstained', 'status: [abstained, handoff]');
        },
      },
    );
    expect(accepted.out).toContain('2 accepted, 1 dropped');
    expect(edits).toHaveLength(1);
    const after = await readAll((await readSuite(join(folder, 'drafts.yaml'))).cases);
    const drafts = (all: SuiteCase[]) => all.filter(({ tags }) => tags.includes('draft')).map(({ id }) => id);
    expect(after.map(({ id }) => id)).toEqual(cases.slice(1).map(({ id }) => id));
    expect(drafts(after)).toEqual(drafts(cases).slice(3));
    expect(after[1]?.expect.status).toHaveLength(2);
    const lost = text.split('\n').filter((line) => line.includes('“')).length;
    const kept = (await readFile(join(folder, 'drafts.yaml'), 'utf8'))
      .split('\n')
      .filter((line) => line.includes('“')).length;
    expect(lost - kept).toBe(1);

    const before = await readFile(join(folder, 'drafts.yaml'), 'utf8');
    const args = ['make', '@help', '@catalog.csv', '--per-page', '20', '--out'];
    expect(await call([...args, '@drafts.yaml'])).toMatchObject({
      status: 0,
      err: expect.stringContaining('nothing was drafted'),
    });
    expect(await readFile(join(folder, 'drafts.yaml'), 'utf8')).toBe(before);
    expect(await call([...args, '@es.yaml', '--locale', 'es'])).toMatchObject({ status: 0 });
    const spanish = await readAll((await readSuite(join(folder, 'es.yaml'))).cases);
    expect(spanish.length).toBeGreaterThan(2);
    expect(spanish.every(({ tags }) => tags.includes('es'))).toBe(true);
  }, 120_000);

  it('has a chat model reword questions, and keeps the rule’s where the model’s is not sound', async () => {
    const reword = async (text: string, out: string) => {
      const server = await startFakeOpenAiServer({ kind: 'text', text });
      const env = { CHAT_MODEL: 'openai:fake', OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'k' };
      const said = await call(
        ['make', '@help', '@catalog.csv', '--out', out, '--locale', 'en', '--per-page', '20'],
        env,
      );
      await server.close();
      return { ...said, cases: await readAll((await readSuite(out.replace('@', `${folder}/`))).cases) };
    };
    const good = await reword(
      '{"question": "What will it cost me to have boots sent to Quebec?"}',
      '@good.yaml',
    );
    expect(good.err).toMatch(/openai:fake reworded [1-9]\d* of/u);
    const reworded = good.cases.filter(({ turns }) => turns[0]?.question.includes('Quebec'));
    expect(reworded.length).toBeGreaterThan(0);
    expect(reworded.flatMap(({ tags }) => tags)).not.toContain('faq');
    const bad = await reword(
      '{"question": "Is it 30 days, $12, $15, 5–7 days, 8–10 days, 45 minutes or Visa, Mastercard, PayPal?"}',
      '@bad.yaml',
    );
    expect(bad.err).toContain('reworded 0 of');
    expect(bad.cases.map(({ id }) => id).sort()).toEqual(good.cases.map(({ id }) => id).sort());
  }, 120_000);

  it('says what is wrong with a call', async () => {
    expect(await call(['make'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('sources or --store'),
    });
    expect(await call(['make', 'x', '--store', 'y'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('both'),
    });
    expect(await call(['make', 'https://other.example', '--out', '@drafts.yaml'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('give another --out'),
    });
    expect(await call(['make', '@nowhere', '--out', '@x.yaml'])).toMatchObject({
      status: 1,
      err: expect.stringContaining('nowhere'),
    });
    expect(await call(['accept', '@none.yaml'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('no such file'),
    });
  }, 60_000);
});
