import { fold } from '../../../ingest/analysis/stem.ts';
import { splitSentences } from '../../../ingest/sentences.ts';
import { type QuestionTerm, questionTerms } from '../understand/question-terms.ts';
import { type Claim, readClaims } from '../verify/claims.ts';
import { plainPhrases } from '../verify/plain-phrases.ts';
import { isLightTopic } from './light-words.ts';
import * as forms from './question-forms.ts';

/** What a yes-or-no question claims. */
export interface YesNoQuestion {
  /** The claim, folded, in the store's voice: of "Can you ship my order?", `we ship your order`. */
  statement: string;
  /** Its words that an answer has to speak of. */
  topics: Omit<QuestionTerm, 'idf'>[];
  /** Its numbers, durations, amounts, places of closed classes: see `readClaims`. */
  claims: Claim[];
  /** Whether it claims that something is not so: "Is there no fee?". "Don't you ship to Spain?" claims that you do. */
  negated: boolean;
  /**
   * `exists`: whether there is such a thing ("Do you have …", "¿Hay …?"); `can`: whether something may be done;
   * `is`: whether it is so in general, so that what holds for a part of it is no answer.
   */
  form: 'exists' | 'can' | 'is';
}

const EXISTS =
  /^(?:(?:do|does|don'?t|can) (?:you|u|y'all|they|i|we|your \p{L}+) (?:guys |also |still |ever )?(?:have|sell|carry|stock|offer|ship|deliver|send|accept|take|provide|do|pay)|(?:is|are|isn'?t|aren'?t) there|any|got)(?!\p{L})|\bavailable\b|(?:^|\s)(?:hay|teneis|tienes|tienen|vendeis|venden|ofreceis|ofrecen|enviais|envian|mandais|aceptais|aceptan|haceis|hacen|disponible|puedo pagar|se puede pagar)(?!\p{L})/u;
const CAN =
  /^(?:can|could|may|am i|are we)(?!\p{L})|\b(?:allowed|possible|able|permitted|eligible|welcome)\b|\b(?:you|i|we|it|they) (?:can|may)\b|(?<!\p{L})(?:pued[eo][sn]?|podeis|podemos|podri?an?|permitid[oa]s?|posible|admiten?)(?!\p{L})/u;
const VOICES: Record<string, string> = {
  you: 'we',
  u: 'we',
  your: 'our',
  i: 'you',
  "i'm": 'you are',
  im: 'you are',
  my: 'your',
  me: 'you',
};
/** A negation of the whole statement, which makes "yes" and "no" mean one thing to some and another to others. */
const DENIED = /(?<!\p{L})(?:not|never|cannot|nunca|jamas|tampoco)(?!\p{L})|\p{L}n't(?!\p{L})/u;

/**
 * Tells whether a question asks for yes or no, in English and Spanish, and what it claims: also as a statement ("so
 * returns are free?"), with a tag (", right?") or within another question ("do you know if …"). One that asks which, or
 * gives alternatives, or wants something done, is none. Pure.
 * @returns null for another question, and where "yes" could mean its opposite ("you don't ship here, right?").
 */
export function readYesNoQuestion(question: string, locale: string): YesNoQuestion | null {
  const asked = onlySentence(question, locale);
  if (asked === null || forms.ACCENTED_WH.test(asked.normalize('NFC'))) return null;
  const isSpanish = locale.startsWith('es');
  const ends = /\?\s*$/.test(asked) || /^\s*¿/.test(asked);
  const whole = fold(asked.replace(/[’‘]/g, "'"))
    .replace(/[¿?¡!.\s]+$/g, '')
    .replace(/[¿¡]/g, ' ')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(forms.LEAD, '');
  const untagged = whole.replace(forms.TAG, '');
  const isTagged = untagged !== whole;
  const bare = untagged.replace(forms.POSSIBLE, 'can i ').replace(forms.POSIBLE, 'se puede ');
  const text = bare.replace(forms.WRAPPER, '').replace(forms.LEAD, '');
  const isWrapped = text !== bare;
  const isOther =
    forms.ASKS_WHICH.test(text) ||
    (isSpanish ? forms.ALTERNATIVA : forms.ALTERNATIVE).test(text) ||
    forms.SEVERAL.test(text) ||
    forms.REQUEST.test(text) ||
    forms.OF_THE_PAST.test(text) ||
    forms.OPINION.test(text);
  if (isOther || text === '') return null;
  const starts = !isSpanish && forms.ENGLISH_START.test(text);
  const finite = isSpanish ? forms.SPANISH_FINITE.test(text) : forms.ENGLISH_FINITE.test(text);
  const beginsFinite = isSpanish && (forms.SPANISH_FINITE.exec(text)?.index ?? text.length) <= 3;
  if (!starts && !isSpanish && forms.GAP.test(text)) return null;
  if (!(starts || beginsFinite || (isTagged && ends) || (finite && (ends || isTagged || isWrapped))))
    return null;
  return readClaim(asked, text, { locale, isSpanish, starts, isTagged: isTagged || isWrapped });
}

interface Reading {
  locale: string;
  isSpanish: boolean;
  starts: boolean;
  isTagged: boolean;
}

function readClaim(
  asked: string,
  text: string,
  { locale, isSpanish, starts, isTagged }: Reading,
): YesNoQuestion | null {
  // "Don't you …?" and "¿No enviáis …?" ask for the claim without the "no".
  const isInverted = starts
    ? /^\p{L}+n'?t\s/u.test(text) && /^(?:do|does|is|are|ca|could|wo|would)n'?t\s/.test(text)
    : isSpanish && !isTagged && /^no\s/.test(text);
  const positive = isInverted
    ? text
        .replace(/^no\s/, '')
        .replace(/^(\p{L}+?)n'?t\s/u, (_, verb: string) => `${verb === 'ca' ? 'can' : verb} `)
    : text;
  const plain = plainPhrases(positive);
  if (DENIED.test(plain) || (isSpanish && /(?<!\p{L})no(?!\p{L})/u.test(plain))) return null;
  const statement = (starts ? plain.replace(/^(?:do|does|did|any|got)\s/, '') : plain).replace(
    /(?<![\p{L}'])(?:you|u|your|i'm|im|i|my|me)(?![\p{L}'])/gu,
    (word) => VOICES[word] ?? word,
  );
  const claims = readClaims(asked).filter(({ key }) => !/^(?:stock|country|color):/.test(key));
  const claimed = new Set(
    claims
      .filter(({ bare }) => bare !== null)
      .flatMap(({ written }) => fold(written).split(/[^\p{L}\p{N}]+/u)),
  );
  const topics = questionTerms(plain, locale).filter(
    ({ word }) => !isLightTopic(word) && !claimed.has(fold(word)) && !/^\d/.test(word),
  );
  const form = EXISTS.test(positive) ? 'exists' : CAN.test(positive) ? 'can' : 'is';
  const negated = !isSpanish && /(?<!\p{L})(?:no|without|neither)(?!\p{L})/u.test(plain);
  return { statement, topics, claims, negated, form };
}

/** A message with a story around its question has conditions there that the question itself does not name. */
function onlySentence(question: string, locale: string): string | null {
  const sentences = splitSentences(question, locale)
    .map((span) => question.slice(span.start, span.end).trim())
    .filter((sentence) =>
      /\p{L}/u.test(
        fold(sentence)
          .replace(forms.LEAD, '')
          .replace(/^(?:hi|hello|hey|hola|thanks|gracias|please)\W*/, ''),
      ),
    );
  return sentences.length === 1 ? (sentences[0] ?? null) : null;
}
