import { fold } from '../../../ingest/analysis/stem.ts';
import { type QuestionTerm, questionTerms } from './question-terms.ts';

type Term = Omit<QuestionTerm, 'idf'>;

const FIX = /^(?:fix(?:ed|es|ing)?|correct(?:ed|ing)?|arregl\p{L}+|corregi\p{L}+|corrij\p{L}+)$/u;
/** What is written rather than made. */
const WRITTEN =
  /^(?:address(?:es)?|names?|surnames?|typos?|spelling|details|initials|engraving|orders?|e-?mail|direccion(?:es)?|nombres?|apellidos?|datos|pedidos?|correo)$/;
const CHANGE = { en: 'change', es: 'cambiar' };

/** "I typed the wrong address, can I fix it?" wants it changed: what is written is not repaired. Pure. */
export function fixWriting(terms: Term[], locale: string): Term[] {
  if (!terms.some(({ word }) => WRITTEN.test(fold(word)))) return terms;
  return terms.map((term) => {
    if (!FIX.test(fold(term.word))) return term;
    const [change] = questionTerms(CHANGE[locale.startsWith('es') ? 'es' : 'en'], locale);
    return change === undefined ? term : { ...change, weight: term.weight };
  });
}
