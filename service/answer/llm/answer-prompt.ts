import type { AnswerTask } from '../answerer.ts';
import { dataLine } from './data-line.ts';
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

/** Asks for an answer. The passages come before the question, so that providers can cache what questions share. */
export function answerPrompt(task: AnswerTask): Prompt {
  const passages = task.evidence.map((evidence, position) => passageLine(evidence, position + 1));
  return { system: rules('answer', task), user: [...passages, questionLine(task)].join('\n') };
}

/** Asks to write refused sentences again from their quotes, or to leave them out. */
export function correctPrompt(task: AnswerTask, rejections: Rejection[]): Prompt {
  const lines = rejections.map(({ sentence, quotes, reason }) =>
    dataLine({ sentence, wrong: reason, quotes: quotes.map(({ passage, text }) => ({ passage, text })) }),
  );
  return { system: rules('correct', task), user: [questionLine(task), ...lines].join('\n') };
}

function rules(name: PromptName, { storeName, locale }: AnswerTask): string {
  return loadPrompt(name, { storeName, language: languageName(locale) });
}

function questionLine(task: AnswerTask): string {
  return dataLine({ question: task.question, language: languageName(task.locale) });
}

/** `Spanish (es)`; the code alone where it is not a valid one. */
function languageName(locale: string): string {
  try {
    return `${new Intl.DisplayNames(['en'], { type: 'language' }).of(locale)} (${locale})`;
  } catch {
    return locale;
  }
}
