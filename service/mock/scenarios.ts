import type { RecordedConversation } from '../wire/recorded/recorded-conversation.ts';
import { joinAnswers } from './join-answers.ts';
import {
  abstained,
  answered,
  clarify,
  handedOff,
  hostile,
  nobodyThere,
  oneCitation,
  otherLanguage,
  somebodyThere,
  withPerson,
  withProducts,
} from './made-up.ts';
import { awkward, manyProducts } from './made-up-awkward.ts';
import { refuseKey, refuseRate } from './refusals.ts';
import type { Scenario } from './scenario.ts';

/** What each recorded conversation shows that no made-up answer does. */
const RECORDED: Record<string, { name: string; shows: string }> = {
  'follow-up': { name: 'follow-up', shows: 'questions that lean on the ones before' },
  clarify: {
    name: 'choose',
    shows: 'a question back with chips and cards, a choice, and a question about one',
  },
  spanish: { name: 'spanish', shows: 'question, answer and quotes in Spanish' },
  emoji: { name: 'emoji', shows: 'characters of several code units, before and in what is cited' },
  products: { name: 'cited-products', shows: 'product cards whose facts are cited' },
  greeting: { name: 'greeting', shows: 'a greeting, with what can be asked' },
  'off-topic': { name: 'off-topic', shows: 'a question that is none of the shop’s' },
};

/** Failures whose words must never reach a client, as those of real databases and models must not. */
const databaseDown = () =>
  Object.assign(new Error('secret: connect to db.internal failed'), { code: 'ECONNREFUSED' });
const upstreamFailed = () => new Error('secret: upstream said no');

/**
 * Everything that the mock and the tests' fake can show.
 * @param conversations as recorded with the real pipeline
 */
export function makeScenarios(conversations: readonly RecordedConversation[]): [Scenario, ...Scenario[]] {
  return [
    {
      name: 'answered',
      shows: 'an answer with two citations; so is whatever else is asked',
      questions: ['Can I return a worn item?'],
      respond: () => ({ content: answered }),
    },
    ...Object.entries(RECORDED).flatMap(([file, words]) =>
      conversations.filter(({ name }) => name === file).map(({ turns }) => replay(words, turns)),
    ),
    {
      name: 'error',
      shows: 'an error before the stream: 503 with Retry-After; asked again, it is answered',
      word: 'fail',
      questions: ['Does it fail?'],
      respond: () => {
        throw databaseDown();
      },
      mends: true,
    },
    {
      name: 'error-in-stream',
      shows: 'an error after the first word: an error event of the format',
      word: 'late',
      questions: ['Is it too late?'],
      respond: () => ({ content: answered }),
      breaksOff: upstreamFailed,
    },
    {
      name: 'rate-limited',
      shows: '429 with Retry-After and the RateLimit headers',
      word: '429',
      questions: ['May I ask so often? #rate-limited'],
      respond: refuseRate,
      refuses: refuseRate,
    },
    {
      name: 'unauthorized',
      shows: '401 with WWW-Authenticate, as without a key',
      word: '401',
      questions: ['May I ask without a key? #unauthorized'],
      respond: refuseKey,
      refuses: refuseKey,
    },
    {
      name: 'slow',
      shows: 'a first word that is long in coming, and a pause after each',
      word: 'slow',
      questions: ['Is it slow?'],
      respond: () => ({ content: answered }),
      slow: true,
    },
    {
      name: 'abstained',
      shows: 'nothing was found, and a person is offered',
      word: 'moon',
      questions: ['Do you deliver to the moon?'],
      respond: () => ({ content: abstained }),
    },
    {
      name: 'handoff',
      shows: 'a person was asked for: the handoff form',
      word: 'person',
      questions: ['Can I talk to a person?'],
      respond: () => ({ content: handedOff }),
    },
    {
      name: 'people-there',
      shows: 'a person asked for while somebody is there: the form needs no address',
      questions: ['Can I talk to somebody now?'],
      respond: (_turn, now) => ({ content: somebodyThere(now) }),
    },
    {
      name: 'people-away',
      shows: 'a person asked for while nobody is there: opening hours, and a form that needs an address',
      questions: ['Is anybody there at night?'],
      respond: (_turn, now) => ({ content: nobodyThere(now) }),
    },
    {
      name: 'taken',
      shows:
        'a person has taken over: the assistant is silent, what they write comes with GET /conversations/{id}; after two more questions the assistant answers again',
      word: 'agent',
      questions: ['I would like an agent'],
      respond: () => ({ content: withPerson }),
      isTaken: true,
    },
    {
      name: 'clarify',
      shows: 'a question back, with chips',
      word: 'shoes',
      questions: ['Do you have running shoes?'],
      respond: () => ({ content: clarify }),
    },
    {
      name: 'other-language',
      shows: 'an English answer from a Spanish page, and a page that says otherwise',
      word: 'Spanish',
      questions: ['Is that written in Spanish?'],
      respond: () => ({ content: otherLanguage }),
    },
    {
      name: 'hostile',
      shows: 'markup and javascript: addresses in text, titles, names and links; nothing may run',
      word: 'script',
      questions: ['Do you run a script?'],
      respond: () => ({ content: hostile }),
    },
    {
      name: 'one-citation',
      shows: 'an answer with one citation',
      questions: ['Do you take back swimwear? #one-citation'],
      respond: () => ({ content: oneCitation }),
    },
    {
      name: 'long',
      shows: 'a long answer of several paragraphs, with many citations',
      word: 'everything',
      questions: ['Tell me everything'],
      respond: () => ({ content: longAnswer(conversations) }),
    },
    {
      name: 'products',
      shows: 'two product cards, one reduced and one sold out',
      word: 'jacket',
      questions: ['Which jackets are waterproof?'],
      respond: () => ({ content: withProducts }),
    },
    {
      name: 'many-products',
      shows: 'eight product cards without pictures, with names long, short and from right to left',
      questions: ['What do you have? #many-products'],
      respond: () => ({ content: manyProducts }),
    },
    {
      name: 'awkward',
      shows:
        'what is hard to lay out: twelve citations, long words and addresses, a table, text from right to left',
      questions: ['What is hard to show? #awkward'],
      respond: () => ({ content: awkward() }),
    },
  ];
}

function replay(words: { name: string; shows: string }, turns: RecordedConversation['turns']): Scenario {
  const [first, ...others] = turns;
  if (first === undefined) throw new Error(`the recorded conversation ${words.name} is empty`);
  return {
    ...words,
    questions: [first.question, ...others.map(({ question }) => question)],
    respond: (turn) => {
      const { response, events } = turns[turn % turns.length] ?? first;
      return { content: response, events };
    },
  };
}

function longAnswer(conversations: readonly RecordedConversation[]) {
  const responses = conversations.flatMap(({ turns }) => turns.map(({ response }) => response));
  return joinAnswers(
    responses.filter(
      ({ status, locale, products }) => status === 'answered' && locale === 'en' && products.length === 0,
    ),
  );
}
