import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLocalEmbeddingModel } from '../../../ingest/embedding/local-embedding-model.ts';
import { openMigrated } from '../../../sql/open-migrated.ts';
import { publishStore } from '../../answer/made-up-store.fixture.ts';
import { makeOfflineAnswer } from '../../answer/offline-answer.fixture.ts';
import type { AnswerEvent } from '../../answer-question.ts';
import type { RecordedConversation, RecordedTurn } from './recorded-conversation.ts';
import { recordedQuestions, recordedStore } from './recorded-store.fixture.ts';

// `npm run record` asks the pipeline again and writes the conversations beside this file; `npm run format` then puts them in form.
const folder = mkdtempSync(join(tmpdir(), 'aisle-record-'));
const store = 'wren';
const options = { url: null, dataDir: folder, command: 'recording', whenHeld: 'refuse' } as const;
const database = await openMigrated(options);
try {
  const embeddingModel = openLocalEmbeddingModel();
  await publishStore(database.pool, embeddingModel, store, recordedStore);
  const answer = makeOfflineAnswer(database.pool, embeddingModel);
  for (const [name, questions] of Object.entries(recordedQuestions)) {
    const turns: RecordedTurn[] = [];
    for (const question of questions) {
      const events: AnswerEvent[] = [];
      const conversationId = turns.at(-1)?.response.conversationId;
      const response = await answer(
        { store, question, ...(conversationId === undefined ? {} : { conversationId }) },
        { signal: AbortSignal.timeout(60_000), onEvent: (event) => void events.push(structuredClone(event)) },
      );
      turns.push({ question, events, response });
    }
    const recorded: RecordedConversation = { name, turns };
    writeFileSync(join(import.meta.dirname, `${name}.json`), `${JSON.stringify(recorded, null, 1)}\n`);
    for (const { question, response } of turns)
      console.log(`${name}: ${question}\n  ${response.status}: ${response.answer}`);
  }
} finally {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
}
