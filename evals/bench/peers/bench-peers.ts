import type { BenchContext, Benchmark } from '../benchmark.ts';
import { compareSystems } from '../compare/compare-systems.ts';
import { RANKING_MEASURES } from '../compare/ranking-figures.ts';
import { sideBySide, sideBySideRows } from '../compare/side-by-side.ts';
import { listQuestionSets, type QuestionSet } from '../sets/question-set.ts';
import type { BenchRow } from '../table.ts';
import { ANSWER_MEASURES, answerFigures } from './answer-figures.ts';
import { type AskedPeer, askPeer } from './ask-peer.ts';
import { fairness } from './fairness.ts';
import { pageText } from './peer.ts';
import { OURS, PEER_NAMES } from './peers.ts';

/** BM25, LangChain's stock pipeline and Aisle on the same passages and questions of public sets. */
export const peersBenchmark: Benchmark = {
  group: 'peers',
  title: 'public sets: BM25, LangChain’s stock pipeline and Aisle',
  run: async (context) => {
    const rows: BenchRow[] = [];
    const tables: string[] = [];
    for (const { name, load, absent } of await listQuestionSets(context)) {
      if (load === undefined) {
        rows.push({ what: name, value: null, note: absent });
        tables.push(`${name}: left out, ${absent}`);
        continue;
      }
      const set = await load();
      const { table, rows: own } = await comparePeers(set, context);
      rows.push(...own);
      tables.push(table);
    }
    return { rows, table: tables.join('\n\n'), text: `${fairness(context)}\n${READING}` };
  },
};

async function comparePeers(
  set: QuestionSet,
  context: BenchContext,
): Promise<{ table: string; rows: BenchRow[] }> {
  const sources = new Map(set.passages.map((passage) => [passage.id, pageText(passage)]));
  const asked: AskedPeer[] = [];
  const progress = (message: string) => context.onProgress(`${set.name}, ${message}`);
  // One after another: two at once would share the cores that their times are measured on.
  for (const peer of PEER_NAMES) asked.push(await askPeer(peer, set, { ...context, onProgress: progress }));
  const systems = PEER_NAMES.map((name, at) => ({
    name,
    figures: set.questions.map((question, index) => {
      const answer = asked[at]?.answers[index];
      if (answer === undefined) throw new Error(`${name}: expected an answer to each question`);
      return answerFigures(question, answer, sources);
    }),
  }));
  const compared = compareSystems(systems, [...RANKING_MEASURES, ...ANSWER_MEASURES], OURS).filter(
    ({ count }) => count > 0,
  );
  const plain = [
    { name: 'taking in all', values: asked.map(({ openSeconds }) => `${openSeconds.toFixed(1)} s`) },
    { name: 'memory, peak', values: asked.map(({ peak }) => `${(peak / 1e6).toFixed(0)} MB`) },
  ];
  const head = `${set.name}: ${set.passages.length} passages (${set.locale}), ${set.questions.length} questions`;
  const prefix = `${set.name}: `;
  return {
    table: `${head}\n${sideBySide(PEER_NAMES, OURS, compared, plain)}`,
    rows: [
      ...sideBySideRows(prefix, PEER_NAMES, OURS, compared),
      ...asked.flatMap(({ openSeconds, peak }, at): BenchRow[] => [
        { what: `${prefix}taking in all, ${PEER_NAMES[at]}`, value: openSeconds, unit: 's', digits: 1 },
        { what: `${prefix}memory, ${PEER_NAMES[at]}`, value: peak / 1e6, unit: 'MB', digits: 0 },
      ]),
    ],
  };
}

const READING = [
  'BM25: whole passages, the best one shown. Each system runs alone in a process; time is of the answer, memory of the process at its peak.',
  'Unanswerable: by the passage that was asked of; another passage may answer. Aisle was developed with XQuAD and ClapNQ at hand.',
].join('\n');
