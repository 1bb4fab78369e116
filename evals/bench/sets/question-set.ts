import { access } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { detectLanguage } from '../../../ingest/files/detect-language.ts';
import type { BenchContext } from '../benchmark.ts';
import { loadClapnq } from '../load-clapnq.ts';
import { loadSquad } from '../load-squad.ts';
import { spread } from './spread.ts';

/** A passage as every system gets it. */
export interface SetPassage {
  id: string;
  title: string;
  text: string;
}

export interface SetQuestion {
  id: string;
  question: string;
  /** The passage it was asked of. */
  passageId: string;
  /** Whether that passage answers it. */
  answerable: boolean;
  /** Short answers, any of which is right; none where the set has no such answers. */
  gold: string[];
}

/** Questions, each to one of many passages. */
export interface QuestionSet {
  name: string;
  /** Of its passages. */
  locale: string;
  passages: SetPassage[];
  questions: SetQuestion[];
}

/** A set that may be loaded, or why it is left out. */
export type ListedSet =
  | { name: string; load: () => Promise<QuestionSet>; absent?: never }
  | { name: string; load?: never; absent: string };

/**
 * The sets that a run asks, with those that are left out: the files that a person has named, else those of the data folder.
 * Each holds at most `questions` of its questions, and all of its passages.
 */
export async function listQuestionSets(
  context: Pick<BenchContext, 'root' | 'dataFolder' | 'sets' | 'questions'>,
): Promise<ListedSet[]> {
  const { dataFolder, sets, questions } = context;
  const own = (...parts: string[]) => join(dataFolder, ...parts);
  const squad = (name: string, path: string) => ({ name, path, load: () => squadSet(name, path) });
  const clapnq = sets.clapnq ?? own('clapnq');
  const candidates = [
    ...(sets.xquad === null
      ? [
          squad('XQuAD, English', own('xquad', 'xquad.en.json')),
          squad('XQuAD, Spanish', own('xquad', 'xquad.es.json')),
        ]
      : [squad('XQuAD', sets.xquad)]),
    squad('SQuAD', sets.squad ?? own('squad', 'dev-v2.0.json')),
    {
      name: 'ClapNQ',
      path: clapnq,
      load: async () => ({ name: 'ClapNQ', locale: 'en', ...(await loadClapnqQuestions(clapnq)) }),
    },
  ];
  const named = new Set<string | null>(Object.values(sets));
  return Promise.all(
    candidates.map(async ({ name, path, load }) => {
      const there = named.has(path) || (await isThere(path));
      if (!there) return { name, absent: `absent: ${relative(context.root, path)}` };
      const loadSome = async () => {
        const set = await load();
        return { ...set, questions: spread(set.questions, questions) };
      };
      return { name, load: loadSome };
    }),
  );
}

/** A file of SQuAD's format as passages and questions. */
export async function loadSquadQuestions(path: string): Promise<Pick<QuestionSet, 'passages' | 'questions'>> {
  const { paragraphs, questions } = await loadSquad(path, 'passage');
  return {
    passages: paragraphs,
    questions: questions.map(({ paragraphId, answers, ...question }) => ({
      ...question,
      passageId: paragraphId,
      gold: [...new Set(answers.map(({ text }) => text))],
    })),
  };
}

/** ClapNQ as passages and questions; its answers are written anew by people, so no text can be looked for. */
export async function loadClapnqQuestions(
  folder: string,
): Promise<Pick<QuestionSet, 'passages' | 'questions'>> {
  const { passages, questions } = await loadClapnq(folder);
  return {
    passages: passages.map(({ id, title, text }) => ({ id, title, text })),
    questions: questions.map((question) => ({ ...question, gold: [] })),
  };
}

/** The language is told from the paragraphs: XQuAD has the same ones in twelve. */
async function squadSet(name: string, path: string): Promise<QuestionSet> {
  const set = await loadSquadQuestions(path);
  const sample = spread(set.passages, 20).map(({ text }) => text.slice(0, 200));
  return { name, locale: (await detectLanguage(sample.join('\n'))) ?? 'en', ...set };
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
