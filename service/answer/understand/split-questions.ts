import { fold } from '../../../ingest/analysis/stem.ts';
import { splitSentences } from '../../../ingest/sentences.ts';
import { foldInPlace } from '../follow-up/fold-in-place.ts';
import { expectedAnswer } from './expected-answer.ts';
import { questionTerms } from './question-terms.ts';
import { SHOP_DEEDS } from './shop-deeds.ts';

/** A message that asks several things. */
export interface SplitMessage {
  /** What it tells around its questions; '' where nothing. */
  story: string;
  /** Two or more, in order, each as it was typed. */
  questions: string[];
}

/** What begins a clause that asks, and no other clause, on folded text. */
const WH =
  "(?:how|what|what's|whats|when|when's|where|where's|which|who|who's|why|cuant[oa]s?|cuando|como|donde|que|cual(?:es)?|quien(?:es)?|a que|de que|en que|hasta cuando|hasta que horas?|por que)";
const ASKED_OF =
  '(?:i|we|you|u|ya|it|they|he|she|there|my|the|this|that|these|those|your|any|anyone|someone|somebody)';
const VERB = `(?:(?:can|could|do|does|did|is|are|was|will|would|should|may|must) ${ASKED_OF}|(?:l[oa]s? )?puedo|podria|tiene|me (?:cobr|devuelv|hac|mand|envi|cuest)\\p{L}+|${SHOP_DEEDS})`;
const ASKING = `(?:(?:(?:by|from|for|at|in|to|with|on|until|desde|para|con) )?${WH}|${VERB})(?![\\p{L}\\p{N}])`;
const JOINT_WORD = '(?:and also|and|also|plus|y tambien|y ademas|tambien|ademas|y|e)';
const LEAD = `(?:(?:so|but|pero|ok|${JOINT_WORD}) )?`;
/** "Do you ship to Spain and how much is it", "how much is it, can I pay later". */
const JOINT = new RegExp(`(?:,?\\s+${JOINT_WORD}\\s+|,\\s+)(?=[¿]?${ASKING})`, 'gu');
const BEGINS = new RegExp(`^[¿¡\\s]*${LEAD}[¿]?${ASKING}`, 'u');
const BEGINS_LATER = new RegExp(`[,:]\\s+[¿]?${LEAD}${ASKING}`, 'u');
/** Without capitals a full stop still ends what comes before a question. */
const TYPED_FAST = new RegExp(`(?<=[.!?…])\\s+(?=[¿(]?${LEAD}[¿]?${ASKING})`, 'u');
/** "Or is it too late?", "even if it is used?": the other half of what was asked before. */
const CARRIES_ON =
  /^[¿¡\s]*(?:or|o|u|if|even if|and if|what if|y si|si|aunque|incluso si|i mean|es decir)\s/u;
/** What stands for nothing by itself: "is that ok?", "can you help me?", "what should I do?". */
const SAYS_NOTHING =
  /^[¿¡\s]*(?:so |and |but |y |pero )?(?:(?:what|how) (?:do|can|should|shall|could|must|would) (?:i|we|you) (?:do|help|proceed)\b.*|what (?:now|next|are my options|can be done).*|(?:can|could) (?:you|u|anyone|someone) (?:please )?(?:help|tell me|advise|check|explain)\b.{0,20}|is (?:that|this|it) (?:ok|okay|right|true|correct|possible|so|all right|normal)|do you (?:know|understand)|can i ask.{0,30}|(?:que|como) (?:hago|puedo hacer|debo hacer|hacemos|pasa|procedo)\b.{0,14}|(?:me )?(?:pueden|podeis|puedes) (?:ayudar|decir)(?:me)?|es (?:asi|verdad|cierto|posible|correcto))[\s?!.,]*$/u;
/** "What a mess", "since returns take 90 days, …": no questions. */
const EXCLAIMS =
  /^[¿¡\s]*(?:what an? |how (?:nice|sad|annoying|awful|rude)|que (?:mal|buen|bien|pena|lastima|horror|verguenza|rabia|asco|desastre|fatal|pesim|bonit|raro)|(?:como|cuando|donde|when|where|while|since|as) [^?]*,)(?![^,]*\?[^,]*\?)/u;
/** In "do you know when and how it comes" the halves share their end. */
const HALF = new RegExp(`(?:^|\\s)${WH}$`, 'u');
/** What depends on what follows it after a comma. */
const SUBORDINATE = /^[¿¡\s]*(?:como|cuando|donde|when|where|while|since|as|if|si|once|after|before)\s/u;
const SPEAKS_OF_SELF = /^(?:i|i'?m|we|my|our|he|she|it|me|mi|yo|nos|nuestr[oa]s?)$/u;
const MOST_FRAGMENT = 5;
/** Words that ask and name nothing. */
const ONLY_ASKS = new RegExp(
  `^(?:${WH}|cost|much|many|long|price|precio|coste|costo|vale|sale|cuesta)$`,
  'u',
);
const MOST_QUESTIONS = 4;

/**
 * The questions of a message that asks several things, joined by "and" or each in a sentence of its own. A story with one
 * question is one; of what cannot be told apart safely nothing is split.
 * @returns null where it asks one thing. Pure.
 */
export function splitQuestions(message: string, locale: string): SplitMessage | null {
  const story: string[] = [];
  const questions: string[] = [];
  const sentences = splitSentences(message, locale)
    .map((span) => message.slice(span.start, span.end))
    .flatMap(splitTypedFast);
  for (const sentence of sentences) {
    const isAsked = asks(sentence);
    if (!isAsked) {
      story.push(sentence);
      continue;
    }
    for (const { text, joint } of splitJoints(sentence, locale)) {
      const isOwn = questions.length === 0 || standsAlone(text, locale);
      if (SAYS_NOTHING.test(fold(text))) story.push(text);
      else if (isOwn) questions.push(text.trim());
      else questions.push(`${questions.pop() ?? ''}${joint}${text.trim()}`);
    }
  }
  if (questions.length < 2 || questions.length > MOST_QUESTIONS) return null;
  return { story: story.join(' ').trim(), questions };
}

function asks(sentence: string): boolean {
  const folded = fold(sentence).trim();
  if (EXCLAIMS.test(folded) && !/[?]\s*$/.test(folded)) return false;
  return /\?\s*$/.test(folded) || BEGINS.test(folded) || BEGINS_LATER.test(folded);
}

/** What has a word of its own to be looked for; "how much?" and "or not?" belong to what was asked before. */
function standsAlone(part: string, locale: string): boolean {
  const folded = fold(part);
  if (CARRIES_ON.test(folded) || !(BEGINS.test(folded) || BEGINS_LATER.test(folded))) return false;
  const cues = expectedAnswer(part, locale)?.cues;
  return questionTerms(part, locale).some(
    ({ word, lexeme }) => !cues?.has(lexeme) && !ONLY_ASKS.test(fold(word)),
  );
}

function splitTypedFast(sentence: string): string[] {
  const folded = foldInPlace(sentence);
  const at = TYPED_FAST.exec(folded);
  return at === null
    ? [sentence]
    : [sentence.slice(0, at.index), ...splitTypedFast(sentence.slice(at.index + at[0].length))];
}

/** The questions of one sentence, each with what joins it to the one before. */
function splitJoints(sentence: string, locale: string): { text: string; joint: string }[] {
  const folded = foldInPlace(sentence);
  const parts: { text: string; joint: string }[] = [];
  let from = 0;
  let joint = ' ';
  for (const found of folded.matchAll(JOINT)) {
    const left = folded.slice(from, found.index).trim();
    const after = folded.slice(found.index + found[0].length);
    if (!(asks(left) || isFragment(left, locale)) || HALF.test(left)) continue;
    if (/^,\s*$/.test(found[0]) && SUBORDINATE.test(left)) continue;
    // "Is it true that … and that …".
    if (/^[¿]?que\s/u.test(after) && /\sque\s/u.test(left)) continue;
    parts.push({ text: sentence.slice(from, found.index), joint });
    joint = found[0];
    from = found.index + found[0].length;
  }
  return [...parts, { text: sentence.slice(from), joint }];
}

/** "Hours on Sunday, and …": a question without a verb, which tells what kind of thing it asks for. */
function isFragment(left: string, locale: string): boolean {
  const words = left.split(/\s+/u);
  return (
    words.length <= MOST_FRAGMENT &&
    !words.some((word) => SPEAKS_OF_SELF.test(word)) &&
    expectedAnswer(left, locale) !== null
  );
}
