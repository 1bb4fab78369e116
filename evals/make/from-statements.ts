import { splitSentences } from '../../ingest/sentences.ts';
import { type Draft, type DraftLanguage, expectFacts } from './draft.ts';
import { type AmountKind, DURATION, findAmounts, MONEY } from './find-amounts.ts';
import { holdsWords, lowerFirst, type Page, type PageSection, shortTitle, topicOf } from './page.ts';

const SUBJECT = `(?<subject>[^.,;:!?()]{3,60}?)`;
const HEDGE = String.raw`(?:\s(?:about|around|up to|at most|at least|between|from|only|just|typically|usually|unos|unas|hasta|entre|de|desde|solo|sólo|como máximo))*`;

/** A sentence that a question can be made of without knowing more than its form. */
interface Form {
  pattern: RegExp;
  ask: (match: Record<string, string>) => string;
}

const form = (source: string, ask: Form['ask']): Form => ({ pattern: new RegExp(source, 'iu'), ask });
const aux = (verb: string) => (/s$/u.test(verb) ? 'does' : 'do');

const FORMS: Record<DraftLanguage, Form[]> = {
  en: [
    form(
      `^you (?:can|may) (?<act>[^.,;:]{3,80}?) within (?<fact>${DURATION})`,
      ({ act = '' }) => `How long do I have to ${act}?`,
    ),
    form(
      `^you have${HEDGE} (?<fact>${DURATION}) (?:[^.,;:]{0,30} )?to (?<act>[a-z][^.,;:]{2,60}?)(?=[.,;]|$)`,
      ({ act = '' }) => `How long do I have to ${act}?`,
    ),
    form(
      `^you (?:can|may) (?<act>[^.,;:]{3,80}?) for(?: up to)? (?<fact>${DURATION})`,
      ({ act = '' }) => `How long can I ${act}?`,
    ),
    form(
      `^${SUBJECT} (?<verb>takes?)${HEDGE} (?<fact>${DURATION})`,
      ({ subject = '', verb = '' }) => `How long ${aux(verb)} ${subject} take?`,
    ),
    form(
      `^${SUBJECT} (?<verb>arrives?)(?: in| within)${HEDGE} (?<fact>${DURATION})`,
      ({ subject = '', verb = '' }) => `How long ${aux(verb)} ${subject} take to arrive?`,
    ),
    form(
      `^${SUBJECT} (?<verb>costs?)${HEDGE} (?<fact>${MONEY})`,
      ({ subject = '', verb = '' }) => `How much ${aux(verb)} ${subject} cost?`,
    ),
    form(
      `^${SUBJECT} (?<verb>is|are) free (?:on|for|over|above|from)\\b[^.;:$€£\\d]{0,40}(?<fact>${MONEY})`,
      ({ subject = '', verb = '' }) => `When ${verb} ${subject} free?`,
    ),
    form(
      `^${SUBJECT} (?<verb>is|are) (?<state>valid|covered|guaranteed|kept|stored) for${HEDGE} (?<fact>${DURATION})`,
      ({ subject = '', verb = '', state = '' }) => `How long ${verb} ${subject} ${state}?`,
    ),
  ],
  es: [
    form(
      `^${SUBJECT} (?<verb>tardan?)${HEDGE} (?<fact>${DURATION})`,
      ({ subject = '', verb = '' }) => `¿Cuánto ${verb} ${subject}?`,
    ),
    form(
      `^${SUBJECT} (?<verb>cuestan?)${HEDGE} (?<fact>${MONEY})`,
      ({ subject = '', verb = '' }) => `¿Cuánto ${verb} ${subject}?`,
    ),
    form(
      `^(?:tienes|tiene|dispones de|dispone de)${HEDGE} (?<fact>${DURATION}) (?:[^.,;:]{0,40} )?para (?<act>[^.,;:]{3,60}?)(?=[.,;]|$)`,
      ({ act = '' }) => `¿Cuánto tiempo tengo para ${act}?`,
    ),
    form(
      `^(?:puedes|puede) (?<act>[^.,;:]{3,60}?) (?:en un plazo de|durante|dentro de(?: los)?)${HEDGE} (?<fact>${DURATION})`,
      ({ act = '' }) => `¿Cuánto tiempo tengo para ${act}?`,
    ),
    form(
      `^${SUBJECT} (?<verb>es|son) gratis (?:a partir de|desde|en pedidos de más de)\\b[^.;:$€£\\d]{0,30}(?<fact>${MONEY})`,
      ({ subject = '', verb = '' }) => `¿Cuándo ${verb} gratis ${subject}?`,
    ),
  ],
};

/** What a sentence refers back to is not in it. */
const REFERS_BACK =
  /^(?:this|that|it|its|they|these|those|he|she|both|such|otherwise|after that|then|este|esta|esto|estos|estas|ese|esa|eso|ello|ellos|ambos|dicho|dicha|después)\b/iu;

const ASK_AMOUNT: Record<DraftLanguage, Partial<Record<AmountKind, string>>> = {
  en: { duration: 'how long?', money: 'how much?', percent: 'what percentage?' },
  es: { duration: '¿cuánto tiempo?', money: '¿cuánto es?', percent: '¿qué porcentaje?' },
};

/** A section longer than this has more than the heading tells. */
const MOST_LINES = 6;

/**
 * Questions for the amounts that running text states: by the form of the sentence where that is one of a few, else by the
 * section's heading, as one would type it, where the section has a single amount of that kind. Pure.
 */
export function draftFromStatements(page: Page): Draft[] {
  return page.sections
    .filter(({ shape, heading }) => shape === 'prose' && heading.at(-1)?.trim().endsWith('?') !== true)
    .flatMap((section) => {
      const sentences = section.lines.flatMap((line) =>
        splitSentences(line, page.language).map(({ start, end }) => line.slice(start, end)),
      );
      const drafts = sentences.flatMap((sentence) => fromForm(page, sentence) ?? []);
      return drafts.length > 0 ? drafts : fromHeading(page, section, sentences);
    });
}

function fromForm(page: Page, sentence: string): Draft | null {
  if (REFERS_BACK.test(sentence)) return null;
  for (const { pattern, ask } of FORMS[page.language]) {
    const groups = pattern.exec(sentence)?.groups;
    if (groups?.fact === undefined) continue;
    const said = Object.fromEntries(
      Object.entries(groups).map(([name, text]) => [name, name === 'fact' ? text : fromShopper(text ?? '')]),
    );
    return made(page, ask(said as Record<string, string>), sentence, [groups.fact]);
  }
  return null;
}

function fromHeading(page: Page, { heading, lines }: PageSection, sentences: string[]): Draft[] {
  const topic = topicOf(page, heading);
  // A heading of a product's page is no more than its name.
  if (topic === null || lines.length > MOST_LINES || page.product !== null) return [];
  const title = shortTitle(page);
  // A name alone leaves open what of it is asked for.
  if (title === '' && /^(?:\p{Lu}\S*\s+)+\p{Lu}\S*$/u.test(topic)) return [];
  const about = title === '' || holdsWords(topic, title) ? topic : `${title}: ${topic}`;
  const amounts = sentences.flatMap((sentence) =>
    findAmounts(sentence).map((amount) => ({ ...amount, sentence })),
  );
  return Object.entries(ASK_AMOUNT[page.language]).flatMap(([kind, words]) => {
    const ofKind = amounts.filter((amount) => amount.kind === kind);
    const [only] = ofKind;
    if (only === undefined || ofKind.length > 1) return [];
    return [made(page, `${about}, ${words}`, only.sentence, [only.text])];
  });
}

function made(page: Page, question: string, quote: string, facts: string[]): Draft {
  return {
    kind: 'statement',
    questions: [question],
    language: page.language,
    from: page.url,
    urls: [page.url],
    quote,
    expect: expectFacts(page.url, facts),
  };
}

/** The store's words to the shopper in the shopper's own. */
function fromShopper(text: string): string {
  return lowerFirst(text.trim())
    .replace(/\byour\b/giu, 'my')
    .replace(/\byou\b/giu, 'I')
    .replace(/\bour\b/giu, 'your')
    .replace(/\bnuestr(os?|as?)\b/giu, 'vuestr$1')
    .replace(/\b(?:tu|su) (?=\p{Ll})/giu, 'mi ')
    .replace(/\b(?:tus|sus) (?=\p{Ll})/giu, 'mis ');
}
