import type { HandoffRow } from '../../sql/handoffs.ts';
import type { KeptTurn } from '../../sql/read-conversation.ts';
import type { People } from '../conversations/conversations.ts';
import { contactNeeded, handoffClosed, keyReused } from '../handoff/handoff-problems.ts';
import { viewHandoff } from '../handoff/handoff-view.ts';
import type { Handoffs } from '../handoff/handoffs.ts';
import type { HandoffOffer, HandoffView, PeopleSay } from '../schemas/handoff.ts';

/** What one who waits for people is to hear by itself, and when. */
export interface ScriptedSay extends PeopleSay {
  /** Milliseconds after what was said before. */
  afterMs: number;
}

interface KeptHandoff {
  row: HandoffRow;
  messages: { id: string; from: 'shopper' | 'person'; text: string; at: Date }[];
  /** Not said yet, by when it will be. */
  coming: { at: number; said: PeopleSay }[];
}

/** What a conversation has been told, as a handoff needs it. */
export interface ToldConversation {
  turns: KeptTurn[];
  /** The latest offer of a person in it; null without one. */
  offer: HandoffOffer | null;
}

export interface KeptHandoffs extends Handoffs {
  /** A person takes the conversation, and says what is scripted. */
  take(store: string, conversationId: string, by: string): void;
  /** Who has the conversation; null where nobody has. */
  takerOf(store: string, conversationId: string): string | null;
  /** The shopper says something to the person who has the conversation, and is answered what is scripted. */
  pass(store: string, conversationId: string, text: string, script: readonly ScriptedSay[]): void;
  /** How many times the shopper has said something in the open handoff. */
  countSaid(store: string, conversationId: string): number;
  /** The newest first. */
  list(): HandoffView[];
  /** @returns how many there were. */
  forget(store: string, conversationId: string): number;
}

/**
 * Handoffs in memory, while the process runs: people's side of the API works as in the service, but for what takes days.
 * @param now the time, and that which is shown
 * @param toldIn what was said in a conversation; null where there is none of that id
 */
export function makeKeptHandoffs({
  now,
  shown,
  makeHandoffId,
  makeMessageId,
  toldIn,
}: {
  now: () => number;
  shown: () => Date;
  makeHandoffId: () => string;
  makeMessageId: () => string;
  toldIn: (store: string, conversationId: string) => ToldConversation | null;
}): KeptHandoffs {
  let kept: KeptHandoff[] = [];
  const requests = new Map<string, { hash: string; id: string }>();

  const apply = ({ row, messages }: KeptHandoff, { type, text, by }: PeopleSay) => {
    if (type !== 'message' && row.status === 'closed') throw handoffClosed();
    if (text !== undefined) messages.push({ id: makeMessageId(), from: 'person', text, at: shown() });
    if (row.status !== 'closed') row.status = type === 'closed' ? 'closed' : 'taken';
    row.takenBy = by ?? row.takenBy;
  };
  /** What was to be said by now is said. */
  const upToNow = (): KeptHandoff[] => {
    for (const handoff of kept) {
      while ((handoff.coming[0]?.at ?? Number.POSITIVE_INFINITY) <= now()) {
        const { said } = handoff.coming.shift() ?? {};
        if (said !== undefined && handoff.row.status !== 'closed') apply(handoff, said);
      }
    }
    return kept;
  };
  const of = (store: string, conversationId: string) =>
    upToNow().filter(({ row }) => row.storeId === store && row.conversationId === conversationId);
  const openIn = (store: string, conversationId: string | null) =>
    conversationId === null
      ? undefined
      : of(store, conversationId).find(({ row }) => row.status !== 'closed');
  const find = (stores: readonly string[], id: string) =>
    upToNow().find(({ row }) => row.handoffId === id && stores.includes(row.storeId));
  const open = (row: Omit<HandoffRow, 'handoffId' | 'status' | 'takenBy' | 'createdAt'>): KeptHandoff => {
    const made: KeptHandoff = {
      row: { ...row, handoffId: makeHandoffId(), status: 'waiting', takenBy: null, createdAt: shown() },
      messages: [],
      coming: [],
    };
    kept.push(made);
    return made;
  };
  const say = (handoff: KeptHandoff, text: string) =>
    handoff.messages.push({ id: makeMessageId(), from: 'shopper', text, at: shown() });
  const view = ({ row, messages }: KeptHandoff): HandoffView => {
    const told = row.conversationId === null ? null : toldIn(row.storeId, row.conversationId);
    return viewHandoff({ ...row }, messages, told?.turns ?? [], null);
  };

  return {
    async request({ store, conversationId, answerId, contact, locale, message }, key = {}) {
      const told = conversationId === undefined ? null : toldIn(store, conversationId);
      const inConversation = told === null ? null : (conversationId ?? null);
      const { available, opensAt = null } = told?.offer ?? {};
      const presence =
        available === undefined ? null : { available, opensAt: opensAt === null ? null : new Date(opensAt) };
      if (contact === undefined && (inConversation === null || available !== true))
        throw contactNeeded(presence);
      const shownPresence = available === undefined ? {} : { available, opensAt };
      const hash = JSON.stringify([store, conversationId, answerId, contact, message]);
      const requestKey =
        key.idempotencyKey === undefined ? null : JSON.stringify([key.keyId ?? null, key.idempotencyKey]);
      const before = requestKey === null ? undefined : requests.get(requestKey);
      if (before !== undefined && before.hash !== hash) throw keyReused();
      if (before !== undefined) return { id: before.id, ...shownPresence };
      const handoff =
        openIn(store, inConversation) ??
        open({
          storeId: store,
          conversationId: inConversation,
          answerId: answerId ?? null,
          contact: contact ?? null,
          locale: locale ?? null,
          reason: told?.offer?.reason ?? 'asked-for-a-person',
        });
      say(handoff, message);
      const { handoffId: id } = handoff.row;
      if (requestKey !== null) requests.set(requestKey, { hash, id });
      return { id, ...shownPresence };
    },
    async read(stores, id) {
      const found = find(stores, id);
      return found === undefined ? null : view(found);
    },
    async say(stores, id, said) {
      const found = find(stores, id);
      if (found === undefined) return null;
      apply(found, said);
      const { storeId, conversationId, status } = found.row;
      return { id, store: storeId, conversationId, status };
    },
    async readPeople(store, conversationId): Promise<People> {
      const all = of(store, conversationId);
      const messages = all.flatMap((handoff) =>
        handoff.messages.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() })),
      );
      return { takeover: all.at(-1)?.row.status ?? 'none', messages };
    },
    take(store, conversationId, by) {
      const wanted = {
        ...{ storeId: store, conversationId, answerId: null, contact: null },
        ...{ locale: 'en', reason: 'asked-for-a-person' },
      };
      apply(openIn(store, conversationId) ?? open(wanted), { type: 'taken', by });
    },
    takerOf(store, conversationId) {
      const { status, takenBy } = openIn(store, conversationId)?.row ?? {};
      return status === 'taken' ? (takenBy ?? 'somebody') : null;
    },
    pass(store, conversationId, text, script) {
      const handoff = openIn(store, conversationId);
      if (handoff === undefined) return;
      say(handoff, text);
      let at = now();
      for (const { afterMs, ...said } of script) {
        at += afterMs;
        handoff.coming.push({ at, said });
      }
    },
    countSaid: (store, conversationId) =>
      openIn(store, conversationId)?.messages.filter(({ from }) => from === 'shopper').length ?? 0,
    list: () => [...upToNow()].reverse().map(view),
    forget(store, conversationId) {
      const gone = of(store, conversationId);
      kept = kept.filter((handoff) => !gone.includes(handoff));
      return gone.length;
    },
  };
}
