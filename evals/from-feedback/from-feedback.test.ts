import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveAnswer } from '../../sql/answers.ts';
import { saveFeedback } from '../../sql/feedback.ts';
import { ensureStore } from '../../sql/stores.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { readAll } from '../suite.ts';
import { readSuite } from '../suite-file/read-suite.ts';
import { callCaseCommand, envOf } from '../testing/command-env.ts';
import { maskPersonal } from './mask-personal.ts';

describe('maskPersonal', () => {
  it.each([
    ['write to ana.lopez+x@mail.example.org please', 'write to shopper@example.com please'],
    ['call me at +34 612 345 678', 'call me at +1 555 0100'],
    ['my phone is (415) 555-2671.', 'my phone is +1 555 0100.'],
    ['Where is order #A-10023?', 'Where is order #A-00000?'],
    ['where is my order number 4471882?', 'where is my order number A-00000?'],
    ['¿Dónde está mi pedido nº 99812?', '¿Dónde está mi pedido nº A-00000?'],
    ['parcel 1Z999AA10123456784 is late', 'parcel A-00000 is late'],
    ['I paid with 4111 1111 1111 1111', 'I paid with 0000 0000 0000 0000'],
    ['IBAN ES91 2100 0418 4502 0005 1332', 'IBAN XX00 0000 0000 0000'],
  ])('hides who wrote it: %s', (text, masked) => {
    expect(maskPersonal(text)).toBe(masked);
  });

  it.each([
    'Is it under $1,299.00 or 1.299,00 €?',
    'Can I return it within 30 days, or 5-7 business days?',
    'bought on 2026-11-01, and on 12/11/2026',
    'a 120 x 60 x 75 cm table, 220-240 V',
    'Does the Millhouse E64 come in black?',
    'I want to order 2 bags of 250 g',
    'in order to return shoes',
    'Is the iPhone 15 in stock?',
  ])('leaves what tells nobody: %s', (text) => {
    expect(maskPersonal(text)).toBe(text);
  });
});

let database: TestDatabase;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aisle-feedback-'));
  database = await openTestDatabase();
  const { pool } = database;
  await ensureStore(pool, 'shop', null);
  const give = async (
    answerId: string,
    question: string,
    conversationId: string,
    response: object,
    minutes: number,
  ) => {
    const of = { storeId: 'shop', answerId, conversationId, question, standalone: question, locale: 'en' };
    await saveAnswer(pool, { ...of, status: 'answered', model: 'm', totalMs: 1, response });
    await pool.query('update answers set asked_at = now() + $1::interval where answer_id = $2', [
      `${minutes} min`,
      answerId,
    ]);
  };
  const citation = { url: 'https://shop.example/help/returns', quote: 'Thirty days.' };
  await give('ans_1', 'Do you take returns?', 'talk', { answer: 'Yes [1].', citations: [citation] }, 0);
  await give(
    'ans_2',
    'And for order #A-10023, ana@mail.example?',
    'talk',
    { answer: 'Thirty\n# days [1].', citations: [citation] },
    1,
  );
  await give(
    'ans_3',
    'Do you ship to Peru?',
    'other',
    { answer: 'I could not find that.', citations: [] },
    2,
  );
  const rate = (answerId: string, rating: number, comment: string | null) =>
    saveFeedback(pool, { storeId: 'shop', answerId, rating, comment });
  await rate('ans_2', 1, 'wrong!\nit is 20 days: call 612 345 678');
  await rate('ans_1', 5, null);
  const cited = (id: number, page: string) => ({ ...citation, id, url: `https://shop.example/${page}` });
  const response = { answer: 'Both [1][2].', citations: [cited(1, 'a'), cited(2, 'b')] };
  await give('ans_4', 'Which page is right?', 'third', response, 3);
  await saveFeedback(pool, {
    storeId: 'shop',
    answerId: 'ans_4',
    rating: 3,
    comment: null,
    wrongCitations: [1],
  });
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const call = (args: string[]) =>
  callCaseCommand(['from-feedback', ...args], folder, { env: envOf(database) });

describe('from-feedback', () => {
  it('makes a disliked answer a case with its conversation, and what is known of it as comments', async () => {
    expect(await call(['--into', '@new.yaml'])).toMatchObject({ status: 0, err: '' });
    const text = await readFile(join(folder, 'new.yaml'), 'utf8');
    expect(text).not.toMatch(/10023|ana@|612/u);
    expect(text).toContain('# The shopper: wrong! it is 20 days: call +1 555 0100');
    expect(text).toContain('# It answered (answered): Thirty # days [1].');
    const suite = await readSuite(join(folder, 'new.yaml'));
    expect(suite.store).toBe('shop');
    expect(await readAll(suite.cases)).toMatchObject([
      {
        id: 'feedback-ans_2',
        tags: ['feedback', 'draft'],
        turns: [
          { question: 'Do you take returns?', locale: 'en' },
          { question: 'And for order #A-00000, shopper@example.com?' },
        ],
        expect: { status: ['answered'], citations: ['*/help/returns'] },
      },
      {
        id: 'feedback-ans_4',
        expect: { status: ['answered'], citations: ['*/b'] },
      },
    ]);
    expect(text).toContain('https://shop.example/a: Thirty days. (wrong source, says the shopper)');
  });

  it('adds nothing twice, also where the case was given another name', async () => {
    const before = await readFile(join(folder, 'new.yaml'), 'utf8');
    const renamed = before.replace('feedback-ans_2', 'returns-window');
    await writeFile(join(folder, 'new.yaml'), renamed);
    expect((await call(['--into', '@new.yaml'])).out).toContain('0 cases added, 2 there already');
    expect(await readFile(join(folder, 'new.yaml'), 'utf8')).toBe(renamed);
    // An answer that is given by its id need not be disliked.
    expect((await call(['ans_3', 'ans_2', '--into', '@new.yaml', '--store', 'shop'])).out).toContain(
      '1 case added',
    );
    expect(await readFile(join(folder, 'new.yaml'), 'utf8')).toContain(renamed);
  });

  it('says what is wrong with a call, and writes nothing', async () => {
    expect(await call([])).toMatchObject({ status: 2, err: expect.stringContaining('--into') });
    expect(await call(['ans_9', '--into', '@x.yaml'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('ans_9'),
    });
    expect(await call(['--into', '@x.yaml', '--store', 'none'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('shop'),
    });
    expect(await call(['--into', '@x.yaml', '--since', 'soon'])).toMatchObject({ status: 2 });
    await writeFile(join(folder, 'wrong.yaml'), 'suite: a\ncases:\n  - id: b\n');
    expect(await call(['--into', '@wrong.yaml'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('wrong.yaml:3'),
    });
    expect(await readFile(join(folder, 'wrong.yaml'), 'utf8')).toBe('suite: a\ncases:\n  - id: b\n');
  });
});
