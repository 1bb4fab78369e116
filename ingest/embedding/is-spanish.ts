import { fold } from '../analysis/stem.ts';
import { stopWords } from '../analysis/stop-words.ts';

/** What is known of words, all in lower case. */
interface KnownWords {
  /** Whether English has a word. */
  english(word: string): boolean;
  /** Whether Spanish has it just as it is written. */
  listed(word: string): boolean;
  /** Whether a word that English has not is a form of a Spanish one, and not by chance. */
  spanish(word: string): boolean;
}

/** Where all that is Spanish are function words it takes two: Arabic and French names have one, as "Eid al-Adha". */
const LEAST_FUNCTION_WORDS = 2;

/**
 * Makes a judge of whether a text is Spanish rather than English, by its words alone, so that a text has one vector
 * wherever it stands. A function word or another word that only one of the languages has counts for it; in doubt it is English.
 */
export function makeIsSpanish(known: KnownWords): (words: readonly string[]) => boolean {
  const english = stopWords('en');
  const spanish = stopWords('es');
  return (words) => {
    let evidence = 0;
    let topics = 0;
    for (const word of words) {
      const plain = fold(word);
      const functionWord = Number(spanish.has(plain)) - Number(english.has(plain));
      if (functionWord !== 0) evidence += functionWord;
      else if (known.english(word)) evidence -= Number(!known.listed(word));
      else if (known.spanish(word)) {
        evidence += 1;
        topics += 1;
      }
    }
    return evidence >= (topics > 0 ? 1 : LEAST_FUNCTION_WORDS);
  };
}
