import type { AnswerTask } from '../answerer.ts';
import type { ShownPassage } from './choose-passages.ts';
import { dataLine } from './data-line.ts';
import { languageName } from './language-name.ts';
import { loadPrompt, type PromptName } from './load-prompt.ts';
import { passageLine } from './passage-line.ts';

/** What a model is asked: the rules, which no page and no shopper can write, and the data. */
export interface Prompt {
  system: string;
  user: string;
}

/** A sentence that was not sent, with what it cited and why it was refused. */
export interface Rejection {
  sentence: string;
  /** The exact words it cited, each with its passage's number from 1. */
  quotes: { passage: number; text: string }[];
  reason: string;
}

type Asked = Pick<AnswerTask, 'question' | 'storeName' | 'locale'>;

/**
 * Asks for an answer. The passages come before the question, so that providers can cache what questions share; the last line
 * says the language, since passages in another one pull towards theirs.
 */
export function answerPrompt(task: Asked, shown: ShownPassage[]): Prompt {
  const passages = shown.map((passage, position) => passageLine(passage, position + 1));
  return { system: rules('answer', task), user: [...passages, questionLine(task)].join('\n') };
}

/** Asks to write refused sentences again from their quotes, or to leave them out. The language is the last word here too. */
export function correctPrompt(task: Asked, rejections: Rejection[]): Prompt {
  const lines = rejections.map(({ sentence, quotes, reason }) =>
    dataLine({ sentence, wrong: reason, quotes: quotes.map(({ passage, text }) => ({ passage, text })) }),
  );
  return { system: rules('correct', task), user: [...lines, questionLine(task)].join('\n') };
}

function rules(name: PromptName, { storeName, locale }: Asked): string {
  return loadPrompt(name, { storeName, language: languageName(locale) });
}

function questionLine(task: Asked): string {
  return dataLine({ question: task.question, answerIn: languageName(task.locale) });
}
