import { join } from 'node:path';
import { cardTexts, spokenText } from '../../score/spoken-text.ts';
import { readAll, type SuiteCase } from '../../suite.ts';
import { readSuite } from '../../suite-file/read-suite.ts';
import type { Target } from '../../target/target.ts';
import { withSuiteTarget } from '../answers/open-suite.ts';
import type { BenchContext, Benchmark } from '../benchmark.ts';
import { compareSystems } from '../compare/compare-systems.ts';
import type { QuestionFigures } from '../compare/measures.ts';
import { sideBySide, sideBySideRows } from '../compare/side-by-side.ts';
import type { BenchRow } from '../table.ts';
import { ANSWER_MEASURES } from './answer-figures.ts';
import { fairness } from './fairness.ts';
import { withLangChain } from './langchain-peer.ts';
import { loadPages } from './load-pages.ts';
import { pageText } from './peer.ts';
import { OURS, type PeerName } from './peers.ts';
import { isComparable, suiteFigures } from './suite-figures.ts';

const SUITES = ['coffee-shop', 'electronica'];
const READING = [
  'Cases of one question that say whether it has an answer. Both run in this process.',
  'Files as LangChain’s loaders read them: text as it is, the text of an HTML body, a row of CSV as `column: value`.',
  'Aisle was developed with these suites at hand.',
].join('\n');
const SYSTEMS: PeerName[] = ['LangChain', OURS];

/** The same files and questions of the project's own suites through LangChain's stock pipeline and through Aisle. */
export const peerSuitesBenchmark: Benchmark = {
  group: 'peers',
  title: 'own suites: LangChain’s stock pipeline and Aisle',
  run: async (context) => {
    const rows: BenchRow[] = [];
    const tables: string[] = [];
    for (const name of SUITES) {
      context.signal.throwIfAborted();
      const compared = await compareOn(join(context.root, 'evals/suites', name, 'suite.yaml'), context);
      rows.push(...compared.rows);
      tables.push(compared.table);
    }
    const text = `${fairness(context)}\n${READING}`;
    return { rows, table: tables.join('\n\n'), text };
  },
};

async function compareOn(path: string, context: BenchContext): Promise<{ table: string; rows: BenchRow[] }> {
  const suite = await readSuite(path);
  const cases = (await readAll(suite.cases)).filter(isComparable);
  const theirs = await askLangChain(cases, suite.sources ?? [], context);
  context.onProgress(`${suite.name}: ingesting`);
  const ours = await withSuiteTarget(suite, context, (target) => askTarget(cases, target, context));
  const systems = [
    { name: 'LangChain', figures: theirs },
    { name: OURS, figures: ours },
  ];
  const compared = compareSystems(systems, ANSWER_MEASURES, OURS).filter(({ count }) => count > 0);
  return {
    table: `${suite.name}: ${cases.length} questions\n${sideBySide(SYSTEMS, OURS, compared)}`,
    rows: sideBySideRows(`${suite.name}: `, SYSTEMS, OURS, compared),
  };
}

async function askLangChain(
  cases: readonly SuiteCase[],
  sources: readonly string[],
  context: BenchContext,
): Promise<QuestionFigures[]> {
  const pages = await loadPages(sources);
  const texts = new Map(pages.map((page) => [page.id, pageText(page)]));
  return withLangChain(pages, 'en', context, async (ask) => {
    const figures: QuestionFigures[] = [];
    await ask(questionOf(cases[0]));
    for (const one of cases) {
      context.signal.throwIfAborted();
      figures.push(suiteFigures(one, await ask(questionOf(one)), texts));
    }
    return figures;
  });
}

async function askTarget(
  cases: readonly SuiteCase[],
  target: Target,
  { signal, onProgress }: BenchContext,
): Promise<QuestionFigures[]> {
  const figures: QuestionFigures[] = [];
  const texts = new Map<string, string>();
  const store = target.store ?? '';
  // The first answer loads what later ones have.
  await target.answer({ question: questionOf(cases[0]) }, signal);
  for (const one of cases) {
    signal.throwIfAborted();
    const { question, locale, market, filters } = one.turns[0] ?? NO_TURN;
    const started = performance.now();
    const { response } = await target.answer(
      { question, ...(locale && { locale }), ...(market && { market }), ...(filters && { filters }) },
      signal,
    );
    const milliseconds = performance.now() - started;
    for (const { documentId } of response.citations) {
      if (!texts.has(documentId))
        texts.set(documentId, (await target.findDocument(store, documentId, signal))?.text ?? '');
    }
    const answer = {
      answered: response.status === 'answered',
      confidence: response.confidence,
      // A question back or a refusal is read as well: it may state a fact.
      text: [spokenText(response), ...cardTexts(response)].join('\n'),
      slices: response.citations.map(({ documentId, quote }) => ({ passageId: documentId, text: quote })),
      milliseconds,
    };
    figures.push(suiteFigures(one, answer, texts));
    if (figures.length % 10 === 0) onProgress(`${OURS}: ${figures.length}/${cases.length}`);
  }
  return figures;
}

const NO_TURN = { question: '', locale: null, market: null, filters: null };

function questionOf(one: SuiteCase | undefined): string {
  return one?.turns[0]?.question ?? '';
}
