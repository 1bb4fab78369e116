import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveAnswer } from './answers.ts';
import { saveFeedback } from './feedback.ts';
import { listAffectedAnswers } from './list-affected-answers.ts';
import { listDislikedAnswers } from './list-disliked-answers.ts';
import { listWholeDocuments } from './list-whole-documents.ts';
import { publishDocument, removeDocuments } from './publish-document.ts';
import { deleteOldRunChanges, findLastEndedRun, findRun, listRunChanges } from './run-changes.ts';
import { finishRun, startRun } from './runs.ts';
import { ensureShops } from './testing/ensure-shops.ts';
import { madeUpDocument, madeUpPassage } from './testing/made-up-document.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await ensureShops(database);
});
afterAll(() => database.close());

const place = { host: 'here', pid: 1 };

async function run(
  runId: string,
  { put = {}, remove = [], resumes }: { put?: Record<string, string>; remove?: string[]; resumes?: string },
): Promise<void> {
  const { pool } = database;
  await startRun(pool, { storeId: 'shop', sourceId: 'site', runId, place });
  for (const [name, text] of Object.entries(put)) {
    const document = madeUpDocument(name, [madeUpPassage(text)]);
    await publishDocument(pool, { ...document, contentHash: `hash of ${text}`, runId });
  }
  const ids = remove.map((name) => madeUpDocument(name, []).documentId);
  await removeDocuments(pool, 'shop', ids, runId);
  const report = { resumes: resumes === undefined ? null : { runId: resumes } };
  await finishRun(pool, { storeId: 'shop', runId, status: 'done', report });
  // The clock of the embedded database is too coarse for runs this close.
  await pool.query(`update runs set started_at = started_at + $1::int * interval '1 s' where run_id = $2`, [
    Number(runId.replace(/\D/g, '')),
    runId,
  ]);
}

const changesOf = async (runIds: string[]) =>
  (await listRunChanges(database.pool, 'shop', runIds)).map(({ url, change }) => [
    url?.replace(/.*\//, ''),
    change,
  ]);

function cite(name: string, quote: string) {
  const { documentId, url } = madeUpDocument(name, []);
  return { id: 1, url, documentId, quote, contentHash: `hash of ${quote}` };
}

async function answer(answerId: string, citations: unknown[], conversationId = answerId): Promise<void> {
  const said = { question: `${answerId}?`, standalone: '', locale: 'en', status: 'answered' as const };
  const response = { answer: `said ${answerId}`, citations };
  const of = { storeId: 'shop', answerId, conversationId, model: 'm', totalMs: 1 };
  await saveAnswer(database.pool, { ...of, ...said, response });
}

it('tells what each run added, changed and removed, also of what has gone since', async () => {
  await run('run-1', { put: { returns: 'thirty days', shipping: 'by post' } });
  await answer('of-returns', [cite('returns', 'thirty days')]);
  await answer('of-shipping', [cite('shipping', 'by post')]);
  await run('run-2', { put: { returns: 'twenty days' }, remove: ['shipping'] });

  expect(await changesOf(['run-1'])).toEqual([
    ['returns', 'added'],
    [undefined, 'added'],
  ]);
  expect(await changesOf(['run-2'])).toEqual([
    ['returns', 'changed'],
    ['shipping', 'removed'],
  ]);
  expect(await changesOf(['run-1', 'run-2'])).toEqual([
    ['returns', 'added'],
    ['shipping', 'removed'],
  ]);
  expect(await listRunChanges(database.pool, 'other', ['run-1', 'run-2'])).toEqual([]);
  expect(await findRun(database.pool, 'other', 'run-1')).toBeNull();
  expect(await findLastEndedRun(database.pool, 'shop')).toBe('run-2');
});

it('finds the answers that quote what has changed, with whether the quote still stands', async () => {
  const find = (runIds: string[], limit = 9) =>
    listAffectedAnswers(database.pool, 'shop', { runIds, before: new Date(Date.now() + 60_000), limit });
  const found = await find(['run-2']);
  expect(found.map(({ answerId }) => answerId).sort()).toEqual(['of-returns', 'of-shipping']);
  expect(found.flatMap(({ citations }) => citations).map(({ change, stands }) => [change, stands])).toEqual(
    expect.arrayContaining([
      ['changed', false],
      ['removed', false],
    ]),
  );
  expect(await find(['run-2'], 1)).toHaveLength(1);

  // The page says more than before: another content, the same quote.
  await run('run-3', { put: { returns: 'twenty days, and thirty days for members' } });
  const [more] = (await find(['run-3'])).filter(({ answerId }) => answerId === 'of-returns');
  expect(more?.citations).toMatchObject([{ change: 'changed', stands: true }]);

  // And then it is what it was.
  await run('run-4', { put: { returns: 'thirty days' } });
  expect((await find(['run-4'])).map(({ answerId }) => answerId)).toEqual([]);
});

it('counts a killed run with the one that goes on with it', async () => {
  await run('run-5', { put: { gifts: 'cards' }, resumes: 'run-4' });
  expect(await findRun(database.pool, 'shop', 'run-5')).toMatchObject({
    runIds: ['run-5', 'run-4'],
    sourceId: 'site',
    status: 'done',
    kept: true,
  });
});

it('keeps the changes of the last run and as many others as there is room for', async () => {
  await deleteOldRunChanges(database.pool, 'shop', 'site', 2);
  expect(await changesOf(['run-5', 'run-4'])).toHaveLength(2);
  expect(await changesOf(['run-1', 'run-2', 'run-3'])).toEqual([]);
  expect(await findRun(database.pool, 'shop', 'run-3')).toMatchObject({ kept: false });
  await deleteOldRunChanges(database.pool, 'shop', 'site', 0);
  expect(await changesOf(['run-5'])).toHaveLength(1);
  expect(await changesOf(['run-4'])).toEqual([]);
});

it('forgets what a run changed with the run', async () => {
  await database.pool.query(`delete from runs where run_id = 'run-5'`);
  expect(await changesOf(['run-5'])).toEqual([]);
});

it('finds disliked answers by their latest rating, or any by id, with the turns before them', async () => {
  const { pool } = database;
  for (const [index, id] of ['t1', 't2', 't3'].entries()) {
    await answer(id, [], 'talk');
    await pool.query(`update answers set asked_at = now() + $1::interval where answer_id = $2`, [
      `${index} min`,
      id,
    ]);
  }
  const rate = (answerId: string, rating: number, comment: string | null = null) =>
    saveFeedback(pool, { storeId: 'shop', answerId, rating, comment });
  await rate('t2', 1, 'wrong');
  await rate('t1', 1);
  await rate('t1', 5);
  await rate('of-returns', 3);

  const find = (answerIds: string[] | null, since: Date | null = null) =>
    listDislikedAnswers(pool, 'shop', { answerIds, since });
  const [disliked, ...others] = await find(null);
  expect(others).toEqual([]);
  expect(disliked).toMatchObject({ answerId: 't2', rating: 1, comment: 'wrong' });
  expect(disliked?.turns.map(({ question }) => question)).toEqual(['t1?', 't2?']);
  expect(await find(null, new Date(Date.now() + 3_600_000))).toEqual([]);
  const byId = await find(['t3', 'of-returns', 'nothing']);
  expect(byId.map(({ answerId, rating }) => [answerId, rating])).toEqual([
    ['of-returns', 3],
    ['t3', null],
  ]);
  expect(await listDislikedAnswers(pool, 'other', { answerIds: ['t2'], since: null })).toEqual([]);
});

it('lists whole documents one page after another', async () => {
  const { pool } = database;
  const all = await listWholeDocuments(pool, 'shop', { after: '', limit: 9 });
  expect(all.length).toBeGreaterThan(1);
  expect(all[0]).toMatchObject({ product: null, passages: [{ start: 0, voice: 'store', suspect: false }] });
  const [first] = await listWholeDocuments(pool, 'shop', { after: '', limit: 1 });
  const rest = await listWholeDocuments(pool, 'shop', { after: first?.documentId ?? '', limit: 9 });
  expect([first, ...rest]).toEqual(all);
  expect(await listWholeDocuments(pool, 'other', { after: '', limit: 9 })).toEqual([]);
});
