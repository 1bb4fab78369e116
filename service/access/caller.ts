/** What a key may be used for: to ask; to ingest; to manage keys, conversations and handoffs. */
export type Scope = 'answer' | 'ingest' | 'admin';

/** How much a key may be used; null: no limit. */
export interface KeyLimits {
  /** Requests. */
  perMinute: number | null;
  /** Questions. */
  perDay: number | null;
  /** US dollars a day that models may cost. */
  budgetUsd: number | null;
}

/** Who a request comes from. */
export interface Caller {
  /** Of the key that came with it; null without one. */
  keyId: string | null;
  /** `publishable` stands in pages, so it may do no more than a shopper; `open` is a service without any key. */
  kind: 'open' | 'publishable' | 'secret';
  /** Stores that it may know of; null: all. */
  stores: readonly string[] | null;
  scopes: readonly Scope[];
  /** Of its key. */
  limits?: KeyLimits;
}

/** Who asks a service that has no keys, and so listens on loopback only. */
export const OPEN_CALLER: Caller = {
  keyId: null,
  kind: 'open',
  stores: null,
  scopes: ['answer', 'ingest', 'admin'],
};

/** Who asks a service that has no keys and serves everybody all the same. */
export const OPEN_TO_ALL_CALLER: Caller = { ...OPEN_CALLER, scopes: ['answer'] };

/** Who asks for what is public: nothing that hangs on who it is. */
export const ANYBODY: Caller = { ...OPEN_CALLER, stores: [], scopes: [] };

/** Whether a caller may know of a store. */
export function maySee({ stores }: Caller, store: string): boolean {
  return stores === null || stores.includes(store);
}
