import { fold } from '../../../ingest/analysis/stem.ts';
import { messagesFor } from '../compose/messages.ts';
import type { TurnContext } from '../make-answer-question.ts';
import { offerHandoff } from './offer-handoff.ts';
import type { TurnResult } from './plain-turns.ts';
import { rehearse, replay, type UnderstandPart } from './rehearse.ts';

/** What is asked in place of a complaint of which no page speaks. */
const HOW_TO_COMPLAIN = { en: 'How do I make a complaint?', es: '¿Cómo pongo una queja o reclamación?' };
const SPEAKS_OF_COMPLAINTS = /(?<!\p{L})(?:complain|quej|reclam|ombudsman|dispute)/u;

/**
 * Takes the turn of somebody who complains: the matter is answered where a page speaks of it, else what the store says of
 * complaints is, and either way a person is offered.
 * @param take takes the turn as any other.
 */
export async function complaintTurn(
  context: TurnContext,
  understandPart: UnderstandPart,
  take: (context: TurnContext) => Promise<TurnResult>,
): Promise<TurnResult> {
  const { understood, request, emit } = context;
  const asked = await rehearse(context, take);
  if (asked.turn.status === 'abstained') {
    const question = understood.locale.startsWith('es') ? HOW_TO_COMPLAIN.es : HOW_TO_COMPLAIN.en;
    const told = await rehearse(
      {
        ...context,
        understood: await understandPart(question, []),
        request: { ...request, question },
        history: [],
      },
      take,
    );
    const [first] = told.turn.citations;
    const isOfComplaints =
      first !== undefined && SPEAKS_OF_COMPLAINTS.test(fold([first.quote, ...first.heading].join('\n')));
    if (told.turn.status !== 'answered' || !isOfComplaints) return replay(asked, context);
    const lead = `${messagesFor(understood.locale).complaint} `;
    await emit({ type: 'delta', text: lead });
    return replay({ ...told, turn: offered(led(told.turn, lead), context) }, context);
  }
  return replay({ ...asked, turn: offered(asked.turn, context) }, context);
}

function offered(turn: TurnResult, context: TurnContext): TurnResult {
  return turn.status === 'answered' ? { ...turn, handoff: offerHandoff(context, 'complaint') } : turn;
}

/** An answer behind words of Aisle's own. */
function led(turn: TurnResult, lead: string): TurnResult {
  const citations = turn.citations.map((citation) => ({
    ...citation,
    answerSpans: citation.answerSpans.map(({ start, end }) => ({
      start: start + lead.length,
      end: end + lead.length,
    })),
  }));
  return { ...turn, answer: lead + turn.answer, citations };
}
