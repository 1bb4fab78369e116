import { createHash } from 'node:crypto';
import type pg from 'pg';
import {
  findTakeover,
  listHandoffMessages,
  listMessagesOf,
  type MessageRow,
  type NewMessage,
  notePeople,
} from '../../sql/handoff-messages.ts';
import { findHandoff, type HandoffRow, openHandoff } from '../../sql/handoffs.ts';
import { type KeptTurn, readConversation } from '../../sql/read-conversation.ts';
import { makeId } from '../answer/compose/ids.ts';
import type { People } from '../conversations/conversations.ts';
import { isConversationId } from '../conversations/conversing.ts';
import type { AnswerResponse } from '../schemas/answer-response.ts';
import type {
  HandoffOffer,
  HandoffRequest,
  HandoffState,
  HandoffView,
  PeopleSay,
} from '../schemas/handoff.ts';
import { isAutomatic, isEcho } from './automatic.ts';
import * as problems from './handoff-problems.ts';
import type { HandoffSettings } from './handoff-settings.ts';
import { viewHandoff } from './handoff-view.ts';
import { deliverHandoff, deliverMessage } from './make-delivery.ts';
import { presenceOf, showPresence } from './offer-person.ts';

/** Turns of a conversation that people are given. */
const MOST_TURNS = 50;
/** Messages that a conversation shows. */
const MOST_MESSAGES = 200;

export type HandoffReceipt = { id: string } & Pick<HandoffOffer, 'available' | 'opensAt'>;

/** How a request is told from its own repetition; null: by nothing. */
export interface RequestKey {
  /** As the client made it. */
  idempotencyKey?: string | undefined;
  /** Of the client. */
  keyId?: string | null;
}

/** Shoppers who are passed on to people. */
export interface Handoffs {
  /**
   * Keeps what a shopper wants of people, to be sent to them.
   * @throws ProblemError `unknown-store`; `invalid-request` where nobody is there and no contact was left;
   * `idempotency-key-reused`; `rate-limited`.
   */
  request(request: HandoffRequest & { store: string }, key?: RequestKey): Promise<HandoffReceipt>;
  /** @returns the handoff of one of the stores, with its transcript; null when there is none. */
  read(stores: readonly string[], id: string): Promise<HandoffView | null>;
  /** Notes what people do. @returns null when none of the stores has it. @throws ProblemError `handoff-closed`. */
  say(stores: readonly string[], id: string, said: PeopleSay): Promise<HandoffState | null>;
  /** What passed between a shopper and people in a conversation. */
  readPeople(store: string, conversationId: string): Promise<People>;
}

export function makeHandoffs({
  pool,
  settingsOf,
  now = () => new Date(),
}: {
  pool: pg.Pool;
  settingsOf: (storeId: string) => HandoffSettings;
  now?: () => Date;
}): Handoffs {
  async function readTurns(store: string, id: string | null | undefined): Promise<KeptTurn[] | null> {
    if (!id || !isConversationId(id)) return null;
    const kept = await readConversation(pool, store, id, { limit: MOST_TURNS, before: null });
    return kept?.turns ?? null;
  }

  /** The handoff that a conversation had before, when the message is only an echo in it or an answering machine's. */
  async function findLoop(store: string, conversationId: string, turns: KeptTurn[], message: string) {
    const takeover = await findTakeover(pool, store, conversationId);
    if (takeover === null) return null;
    const messages = await listHandoffMessages(pool, store, conversationId, MOST_MESSAGES);
    const said = [
      ...turns.map(({ response }) => (response as AnswerResponse).answer),
      ...messages.filter(({ from }) => from === 'person').map(({ text }) => text),
    ];
    return isAutomatic(message) || isEcho(message, said) ? takeover.handoffId : null;
  }

  return {
    async request({ store, conversationId, answerId, contact, locale, message }, key = {}) {
      const settings = settingsOf(store);
      const presence = presenceOf(settings, now());
      const turns = await readTurns(store, conversationId);
      const inConversation = turns === null ? null : (conversationId ?? null);
      if (contact === undefined && (inConversation === null || presence?.available !== true))
        throw problems.contactNeeded(presence);
      const receipt = (id: string) => ({ id, ...showPresence(presence) });
      const loop =
        inConversation === null ? null : await findLoop(store, inConversation, turns ?? [], message);
      if (loop !== null) return receipt(loop);

      const turn = turns?.find((each) => each.answerId === answerId) ?? turns?.at(-1);
      const last = turn?.response as AnswerResponse | undefined;
      const said = {
        ...toMessage(message, key, [store, inConversation, answerId ?? null, contact ?? null]),
        at: now(),
      };
      const opened = await openHandoff(
        pool,
        {
          storeId: store,
          handoffId: makeId('hnd'),
          conversationId: inConversation,
          answerId: turn?.answerId ?? null,
          contact: contact ?? null,
          locale: locale !== undefined && /^[A-Za-z0-9_-]+$/.test(locale) ? locale : (last?.locale ?? null),
          reason: last?.handoff?.reason ?? 'asked-for-a-person',
          message: said,
        },
        (handoff, isNew) => {
          const row: MessageRow = { id: said.messageId, from: 'shopper', text: message, at: said.at };
          return isNew
            ? deliverHandoff(viewHandoff(handoff, [row], turns ?? [], settings.email), settings.isSent)
            : deliverMessage(handoff, { ...row, contact: contact ?? null }, settings.isSent);
        },
      );
      if (opened === null) throw problems.unknownStore(store);
      if (opened.outcome === 'other-request') throw problems.keyReused();
      if (opened.outcome === 'too-many') throw problems.tooManyMessages();
      return receipt(opened.handoff.handoffId);
    },

    async read(stores, id) {
      const handoff = await findKnown(stores, id);
      if (handoff === null) return null;
      const { storeId, conversationId } = handoff;
      const [messages, turns] = await Promise.all([
        listMessagesOf(pool, storeId, id),
        readTurns(storeId, conversationId),
      ]);
      return viewHandoff(handoff, messages, turns ?? [], settingsOf(storeId).email);
    },

    async say(stores, id, { type, text, by = null, id: saidId }) {
      const handoff = await findKnown(stores, id);
      if (handoff === null) return null;
      const { storeId, conversationId } = handoff;
      const message =
        text === undefined ? null : toMessage(text, { idempotencyKey: saidId, keyId: `people/${id}` }, []);
      const status = await notePeople(pool, { storeId, handoffId: id, type, by, message });
      if (status === null) return null;
      if (status === 'over') throw problems.handoffClosed();
      return { id, store: storeId, conversationId, status };
    },

    async readPeople(store, conversationId) {
      const takeover = await findTakeover(pool, store, conversationId);
      if (takeover === null) return { takeover: 'none', messages: [] };
      const messages = await listHandoffMessages(pool, store, conversationId, MOST_MESSAGES);
      return {
        takeover: takeover.status,
        messages: messages.map(({ at, ...message }) => ({ ...message, at: at.toISOString() })),
      };
    },
  };

  function findKnown(stores: readonly string[], id: string): Promise<HandoffRow | null> {
    return /^hnd_[\w-]{1,64}$/.test(id) ? findHandoff(pool, stores, id) : Promise.resolve(null);
  }
}

/** Two clients that choose the same key mean two requests. */
function toMessage(
  text: string,
  { idempotencyKey, keyId = null }: RequestKey,
  about: (string | null)[],
): NewMessage {
  const hash = (parts: unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  return {
    messageId: makeId('msg'),
    text,
    requestKey: idempotencyKey === undefined ? null : hash([keyId, idempotencyKey]),
    requestHash: idempotencyKey === undefined ? null : hash([text, ...about]),
  };
}
