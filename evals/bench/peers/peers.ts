import type { WithPeer } from './peer.ts';

/** In the order in which they stand in tables. */
export const PEER_NAMES = ['BM25', 'LangChain', 'Aisle'] as const;

export type PeerName = (typeof PEER_NAMES)[number];

export const OURS: PeerName = 'Aisle';

/** Loaded one by one, so that a process holds no other system's code. */
const LOADERS: Record<PeerName, () => Promise<WithPeer>> = {
  BM25: async () => (await import('./bm25-peer.ts')).withBm25,
  LangChain: async () => (await import('./langchain-peer.ts')).withLangChain,
  Aisle: async () => (await import('./aisle-peer.ts')).withAisle,
};

export function loadPeer(name: PeerName): Promise<WithPeer> {
  return LOADERS[name]();
}
