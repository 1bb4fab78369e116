/** `waiting` for people; `taken`: one of them answers, and nobody else; `closed`: done. */
export type HandoffStatus = 'waiting' | 'taken' | 'closed';

/**
 * A handoff that nobody spoke in for so long is over, or a conversation would have no answers ever after: people who have taken
 * it have gone home without closing it, or have answered by mail. A weekend is shorter.
 */
const TAKEN_FOR = '12 hours';
const WAITING_FOR = '3 days';

/** SQL: the state of handoff `h` as of now. */
export const HANDOFF_STATE = `case
  when h.status = 'taken' and h.person_at < now() - interval '${TAKEN_FOR}' then 'closed'
  when h.status = 'waiting' and h.shopper_at < now() - interval '${WAITING_FOR}' then 'closed'
  else h.status end`;
