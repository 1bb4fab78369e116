import { join } from 'node:path';
import { readEnvironment } from '../../../ingest/environment.ts';
import type { FakeBehaviour } from '../../../service/answer/llm/fake-behaviour.ts';
import {
  type FakeOpenAiServer,
  startFakeOpenAiServer,
  type WrittenPart,
} from '../../../service/answer/llm/fake-openai-server.ts';
import type { AnswerResponse } from '../../../service/schemas/answer-response.ts';
import { percentile } from '../../metrics/percentile.ts';
import { quoteFault } from '../../metrics/quote-validity.ts';
import { readAll } from '../../suite.ts';
import { readSuite } from '../../suite-file/read-suite.ts';
import type { InProcessService } from '../../target/in-process-target.ts';
import { openInProcess } from '../../target/open-in-process.ts';
import type { BenchContext, Benchmark } from '../benchmark.ts';
import type { BenchRow } from '../table.ts';
import { withFolder } from '../with-folder.ts';
import { shareOf } from './question-results.ts';

/** One question to the service over a model that says what it has written. */
interface Asked {
  response: AnswerResponse;
  written: WrittenPart[];
  /** When each sentence left the service, `performance.now()`. */
  deltas: number[];
}

/**
 * The sample suite's questions, asked of a chat model over HTTP that is made up: one that lies in every way there is, for what
 * is sent of it; and an honest one, for the time that a sentence takes from its last token to the shopper.
 */
export const chatModelBenchmark: Benchmark = {
  group: 'answers',
  title: 'chat model, sample store',
  run: (context) =>
    withFolder(async (folder) => {
      const model = await startFakeOpenAiServer();
      try {
        const service = await openSample(folder, model.url, context);
        try {
          const { cases } = await readSuite(join(context.root, 'evals/suites/sample-store.yaml'));
          const turns = (await readAll(cases)).flatMap((one) => one.turns);
          const questions = [...new Set(turns.map(({ question }) => question))];
          const ask = (behaviour: FakeBehaviour) => askAll(questions, behaviour, { model, service, context });
          // The first answers load what later ones have: the tokenizer, the model's client.
          await askAll(questions.slice(0, 5), { kind: 'honest' }, { model, service, context });
          return [
            ...(await lyingRows(await ask({ kind: 'various-liar' }), service)),
            ...timeRows(await ask({ kind: 'honest' })),
          ];
        } finally {
          await service.close();
        }
      } finally {
        await model.close();
      }
    }),
};

function openSample(folder: string, url: string, { env, logger }: BenchContext): Promise<InProcessService> {
  const environment = readEnvironment({
    ...env,
    AISLE_DATA: folder,
    CHAT_MODEL: 'openai:made-up',
    OPENAI_API_KEY: 'none',
    OPENAI_BASE_URL: url,
  });
  return openInProcess({ environment, logger, store: null, progress: null });
}

async function askAll(
  questions: readonly string[],
  behaviour: FakeBehaviour,
  on: { model: FakeOpenAiServer; service: InProcessService; context: BenchContext },
): Promise<Asked[]> {
  const { model, service, context } = on;
  const asked: Asked[] = [];
  model.become(behaviour);
  for (const question of questions) {
    const before = model.written.length;
    const deltas: number[] = [];
    const response = await service.answer(
      { question, store: service.store },
      {
        signal: context.signal,
        onEvent: ({ type }) => {
          if (type === 'delta') deltas.push(performance.now());
        },
      },
    );
    asked.push({ response, written: model.written.slice(before), deltas });
    if (asked.length % 10 === 0) context.onProgress(`${behaviour.kind}: ${asked.length}/${questions.length}`);
  }
  return asked;
}

/**
 * What is a lie is known from how it was made, not from the check that is measured: a sentence that was sent is one if it is
 * (part of) a lie and not of what the passage says.
 */
async function lyingRows(asked: Asked[], service: InProcessService): Promise<BenchRow[]> {
  const isPartOf = (sentence: string, whole: string): boolean => plain(whole).includes(plain(sentence));
  const isLie = (sentence: string, written: WrittenPart[]): boolean =>
    written.some(
      ({ text, truth }) => truth !== undefined && isPartOf(sentence, text) && !isPartOf(sentence, truth),
    );
  const told = asked.flatMap(({ written }) => written);
  const lies = told.filter(({ truth }) => truth !== undefined);
  const sent = asked.flatMap(({ response, written }) =>
    response.parts.map(({ text }) => ({ text, written })),
  );
  const sentLies = sent.filter(({ text, written }) => isLie(text, written));
  const honest = asked.flatMap(({ written, response }) =>
    [...new Set(written.filter(({ truth }) => truth === undefined).map(({ text }) => text))].map((text) =>
      response.parts.some((part) => isPartOf(part.text, text)),
    ),
  );
  const citations = asked.flatMap(({ response }) => response.citations);
  const texts = new Map<string, string | null>();
  for (const id of new Set(citations.map(({ documentId }) => documentId)))
    texts.set(id, (await service.findDocument(service.store, id))?.text ?? null);
  return [
    {
      what: 'lies sent',
      value: sentLies.length,
      digits: 0,
      target: { atMost: 0 },
      note: [`of ${lies.length} told`, ...sentLies.slice(0, 3).map(({ text }) => `"${text}"`)].join('; '),
    },
    {
      what: 'true sentences among the lies, sent',
      value: shareOf(honest, (isSent) => isSent),
      note: `of ${honest.length} told`,
    },
    {
      what: 'quote validity',
      value: shareOf(
        citations,
        (citation) =>
          quoteFault({ ...citation, documentText: texts.get(citation.documentId) ?? null }) === null,
      ),
      target: { atLeast: 1 },
      note: `of ${citations.length} quotes`,
    },
  ];
}

function plain(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+|[-+−%$€£.,]/gu) ?? []).join(' ').replace(/[ .,]+$/, '');
}

/** From when the model's server has written a sentence's last token to when the service has sent the sentence. */
function timeRows(asked: Asked[]): BenchRow[] {
  const times = asked.flatMap(({ response, written, deltas }) =>
    response.parts.flatMap(({ text }, at) => {
      const end = written.find((part) => plain(part.text) === plain(text))?.at;
      const sent = deltas[at];
      return end === undefined || sent === undefined ? [] : [{ ms: sent - end, first: at === 0 }];
    }),
  );
  const first = times.filter((time) => time.first).map(({ ms }) => ms);
  const verify = asked
    .filter(({ deltas }) => deltas.length > 0)
    .map(({ response, deltas }) => response.timings.verify / deltas.length);
  const row = (what: string, values: number[], p: number): BenchRow => ({
    what,
    value: percentile(values, p).value,
    unit: 'ms',
    digits: 1,
  });
  return [
    {
      ...row('last token of the first sentence to its delta, p50', first, 50),
      target: { atMost: 5 },
      note: `of ${first.length} answers; the connection, reading, quoting and two checks included`,
    },
    row('… p95', first, 95),
    row(
      '… of all sentences, p50',
      times.map(({ ms }) => ms),
      50,
    ),
    row('one check within it, p50', verify, 50),
  ];
}
