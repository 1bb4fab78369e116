import { pino } from 'pino';
import { expect, test } from 'vitest';
import { makeApp } from '../app.ts';
import { makeFakeService } from '../mock/fake-service.ts';
import { makeBoundedLabel } from './bounded-label.ts';
import { makeMetrics } from './metrics.ts';

function makeTestApp() {
  const app = makeApp({ ...makeFakeService().deps, logger: pino({ level: 'silent' }) });
  const post = (path: string, body: object, accept = 'application/json') =>
    app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify(body),
    });
  const scrape = async () => (await app.request('/metrics')).text();
  return { app, post, scrape };
}

const sampleOf = (text: string, series: string) =>
  text
    .split('\n')
    .find((line) => line.startsWith(`${series} `))
    ?.slice(series.length + 1);

test('tells of answers, requests, feedback and handoffs, in text that Prometheus reads', async () => {
  const { app, post, scrape } = makeTestApp();
  await post('/answer', { question: 'Can I return a jacket?' });
  await (await post('/answer', { question: 'Is there a moon?' }, 'text/event-stream')).text();
  await post('/feedback', { answerId: 'ans_1', rating: 2 });
  await post('/feedback', { answerId: 'ans_1', rating: 'up' });
  await post('/feedback', { answerId: 'nothing', rating: 'up' });
  await post('/handoff', { contact: 'a@b.example', message: 'Help' });
  const text = await scrape();
  const { headers } = await app.request('/metrics');
  expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const answers = 'aisle_answers_total{status="STATUS",model="fake",store="sample",cached="false"}';
  expect(sampleOf(text, answers.replace('STATUS', 'answered'))).toBe('1');
  expect(sampleOf(text, answers.replace('STATUS', 'abstained'))).toBe('1');
  expect(sampleOf(text, 'aisle_feedback_total{rating="down",store="sample"}')).toBe('1');
  expect(sampleOf(text, 'aisle_feedback_total{rating="up",store="sample"}')).toBe('1');
  expect(sampleOf(text, 'aisle_handoffs_total{store="sample"}')).toBe('1');
  expect(sampleOf(text, 'aisle_open_streams')).toBe('0');
  expect(sampleOf(text, 'aisle_answer_stage_duration_seconds_count{stage="search"}')).toBe('2');
  const requests = 'aisle_http_request_duration_seconds_count{method="POST",route="/answer",status="200"}';
  expect(sampleOf(text, requests)).toBe('2');
  for (const line of text.split('\n').filter((each) => each !== '' && !each.startsWith('#')))
    expect(line).toMatch(/^[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? (\d|\+Inf|NaN)/);
});

test('no question, no id and no address is a label, and made-up addresses and methods make no series', async () => {
  const { app, post, scrape } = makeTestApp();
  await post('/answer', { question: 'my private question' });
  const before = (await scrape()).split('\n').length;
  await app.request('/documents/doc_private?store=sample');
  const file = app.routes.find(({ path }) => path.startsWith('/page/'))?.path ?? '';
  await app.request(file);
  const after = await scrape();
  for (let at = 0; at < 50; at += 1) {
    await app.request(`/made/up/${at}`, { method: at % 2 === 0 ? 'GET' : `X${at}` });
    await app.request(`/documents/doc_${at}?store=sample`);
  }
  const text = await scrape();
  expect(text).not.toMatch(/private|doc_|made|\/page\/\w/);
  expect(text).toContain('route="/documents/{id}"'.replace('{id}', ':id'));
  expect(text).toContain('route="/page/*"');
  const ofOneRequest = 12;
  expect(text.split('\n').length - after.split('\n').length).toBeLessThan(4 * ofOneRequest);
  expect(after.split('\n').length).toBeGreaterThan(before);
});

test('what comes out of the cache is counted, its cost and time are not', async () => {
  const { deps } = makeFakeService();
  const metrics = makeMetrics();
  const signal = new AbortController().signal;
  const response = await deps.answer({ question: 'jacket', store: 'sample' }, { signal });
  const usage = { inputTokens: 10, outputTokens: 5, costUsd: 0.25 };
  metrics.answered({ ...response, usage });
  metrics.answered({ ...response, usage, cached: true });
  const { text } = await metrics.render();
  expect(sampleOf(text, 'aisle_model_cost_usd_total{model="fake",store="sample"}')).toBe('0.25');
  expect(sampleOf(text, 'aisle_model_tokens_total{direction="input",model="fake"}')).toBe('10');
  expect(sampleOf(text, 'aisle_answer_duration_seconds_count{status="answered"}')).toBe('1');
  expect(
    sampleOf(text, 'aisle_answers_total{status="answered",model="fake",store="sample",cached="true"}'),
  ).toBe('1');
});

test('values beyond the bound of a label are one', () => {
  const label = makeBoundedLabel(2);
  expect(['a', 'b', 'c', 'a', 'd'].map(label)).toEqual(['a', 'b', 'other', 'a', 'other']);
});

test('tells of its process where it is asked to', async () => {
  expect((await makeMetrics({ ofProcess: true }).render()).text).toContain('process_resident_memory_bytes');
  expect((await makeMetrics().render()).text).not.toContain('process_');
});
