import { expect, test } from 'vitest';
import { answerResponseSchema } from '../../schemas/answer-response.ts';
import { annotationsOf } from '../chat-completions/annotations.ts';
import { citedSources } from '../cited-source.ts';
import { servePipeline } from '../serve-pipeline.fixture.ts';
import { askedFormats } from './formats.fixture.ts';
import { readRecorded, replayRecorded } from './recorded-conversation.ts';

const conversations = readRecorded();
const turns = conversations.flatMap(({ name, turns }) => turns.map((turn) => ({ name, ...turn })));

test('the recorded conversations are of every kind, and whole', () => {
  const responses = turns.map(({ response }) => answerResponseSchema.parse(response));
  expect(new Set(responses.map(({ status }) => status))).toEqual(
    new Set(['answered', 'clarify', 'abstained', 'handoff']),
  );
  expect(
    responses.some(({ citations }) => new Set(citations.map(({ documentId }) => documentId)).size > 1),
  ).toBe(true);
  expect(responses.some(({ products }) => products.length > 1)).toBe(true);
  expect(responses.some(({ locale }) => locale === 'es')).toBe(true);
  expect(responses.some(({ sourceLocale }) => sourceLocale === 'es')).toBe(true);
  expect(responses.some(({ answer }) => /\p{Extended_Pictographic}.*\[1\]/u.test(answer))).toBe(true);
  expect(conversations.some((conversation) => conversation.turns.length > 2)).toBe(true);
  for (const { events, response } of turns) {
    const deltas = events.map((event) => (event.type === 'delta' ? event.text : ''));
    expect(deltas.join('')).toBe(response.answer);
    for (const { answerSpans } of response.citations) expect(answerSpans).not.toEqual([]);
  }
});

test.each(askedFormats)('$name says what was recorded, from the same sources', async ({ ask }) => {
  const { url } = await servePipeline({ answer: replayRecorded(conversations) }, ['wren']);
  for (const { question, response } of turns) {
    const sources = citedSources(response.citations).map(({ url, title }) => ({ url, title }));
    expect(await ask(url, question, 'wren')).toEqual({
      text: response.answer,
      sources,
      quotes: response.citations.map(({ quote }) => quote),
    });
  }
});

test('annotations of completions enclose sentences that cite their page, to the character', () => {
  let emoji = 0;
  for (const { response } of turns) {
    const { answer, parts, citations } = response;
    const read = annotationsOf(response);
    expect(read.length).toBeGreaterThanOrEqual(citations.length);
    for (const { url_citation } of read) {
      const text = answer.slice(url_citation.start_index, url_citation.end_index);
      const pages = parts
        .filter((part) => part.text.replace(/[.!?…]+$/, '') === text.replace(/[.!?…]+$/, ''))
        .flatMap((part) => citations.filter(({ id }) => part.citations.includes(id)))
        .map(({ url }) => url);
      expect(pages).toContain(url_citation.url);
      if (/\p{Extended_Pictographic}/u.test(answer.slice(0, url_citation.start_index))) emoji++;
    }
  }
  expect(emoji).toBeGreaterThan(0);
});
