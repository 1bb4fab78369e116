import { join } from 'node:path';
import { containsFact } from '../../metrics/contains-fact.ts';
import { loadProductCases } from '../answers/bench-semipqa.ts';
import { type BenchText, type TextStore, withTextStore } from '../answers/open-text-store.ts';
import type { BenchContext } from '../benchmark.ts';
import { loadClapnq } from '../load-clapnq.ts';
import { loadXquad } from '../load-xquad.ts';
import { spread } from '../sets/spread.ts';
import type { CaseSet, RankingCase } from './ranking-case.ts';

/** Most questions of each set, evenly spread: a point is one or two of them. `--questions` may ask for fewer. */
const QUESTIONS = 120;
/** One in so many is asked again with its paragraph taken away. */
const TAKEN_AWAY = 2;

interface TextQuestion {
  question: string;
  /** Id of the text that it was asked of. */
  textId: string;
  answerable: boolean;
  gold: string[] | null;
}

/**
 * Retrieves for the questions of every set what is then ranked again and again, and gives them to `work` while their stores are
 * open.
 */
export async function withCaseSets<T>(
  context: BenchContext,
  fusionWeights: (own: number) => number[],
  work: (sets: CaseSet[], fusions: Map<number, CaseSet[]>) => Promise<T>,
): Promise<T> {
  const sets: CaseSet[] = [];
  const fusions = new Map<number, CaseSet[]>();
  const most = Math.min(QUESTIONS, context.questions);
  for (const { name, texts, locale, questions } of await loadTexts(context.dataFolder, most)) {
    await withTextStore(texts, locale, context, async (store) => {
      context.onProgress(`${name}: retrieving`);
      const collect = (weight: number) => collectCases(questions, store, weight, context);
      const set = { name, first: 'R@1' };
      sets.push({ ...set, cases: await collect(store.fusionWeight) });
      for (const weight of fusionWeights(store.fusionWeight))
        fusions.set(weight, [...(fusions.get(weight) ?? []), { ...set, cases: await collect(weight) }]);
    });
  }
  const products = spread(await loadProductCases(context), 2 * most);
  sets.push({ name: 'semiPQA', first: 'P@1', cases: products.map((one) => ({ ...one, holds: null })) });
  return work(sets, fusions);
}

async function loadTexts(
  dataFolder: string,
  most: number,
): Promise<{ name: string; texts: BenchText[]; locale: string; questions: TextQuestion[] }[]> {
  const xquad = await Promise.all(
    (['en', 'es'] as const).map(async (locale) => {
      const { paragraphs, questions } = await loadXquad(join(dataFolder, 'xquad'), locale);
      return {
        name: `XQuAD ${locale}`,
        texts: paragraphs,
        locale,
        questions: spread(questions, most).flatMap(({ question, paragraphId, answers }, at) => {
          const asked = { question, textId: paragraphId, gold: answers.map(({ text }) => text) };
          const more = at % TAKEN_AWAY === 0 ? [{ ...asked, answerable: false }] : [];
          return [{ ...asked, answerable: true }, ...more];
        }),
      };
    }),
  );
  const { passages, questions } = await loadClapnq(join(dataFolder, 'clapnq'));
  const clapnq = spread(questions, 2 * most).map(({ question, passageId, answerable }) => ({
    question,
    textId: passageId,
    answerable,
    gold: null,
  }));
  return [...xquad, { name: 'ClapNQ', texts: passages, locale: 'en', questions: clapnq }];
}

async function collectCases(
  questions: readonly TextQuestion[],
  store: TextStore,
  fusionWeight: number,
  { signal }: BenchContext,
): Promise<RankingCase[]> {
  const cases: RankingCase[] = [];
  for (const { question, textId, answerable, gold } of questions) {
    signal.throwIfAborted();
    const { understood, terms, evidence } = await store.find(question, fusionWeight);
    const isOwn = (documentId: string): boolean => store.idOf.get(documentId) === textId;
    cases.push({
      asked: understood,
      terms,
      // A paragraph with gold answers has none only once it is taken away.
      evidence: answerable || gold === null ? evidence : evidence.filter((piece) => !isOwn(piece.documentId)),
      answerable,
      isRight: ({ evidence: { documentId } }) => isOwn(documentId),
      holds: gold === null ? null : (quotes) => gold.some((answer) => containsFact(quotes, answer)),
    });
  }
  return cases;
}
