const shortestMs = 5_000;
const longestMs = 20_000;

/**
 * Looks for what people write in a conversation, while one of them is called or there.
 * @param read the conversation as the service has it
 * @param onMessage called with each message of a person, once
 * @param onTakeover called with `none`, `waiting`, `taken` or `closed`, and with what it was before, each time it has changed
 */
export function makePeople({ read, onMessage, onTakeover, firstMs = shortestMs }) {
  const seen = new Set();
  let takeover = 'none';
  let timer;
  let round = 0;

  /** @returns those of persons that were not seen before. */
  const see = (messages) => {
    const fresh = messages.filter(({ id, from }) => from === 'person' && !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    return fresh;
  };
  const take = (conversation) => {
    const fresh = see(conversation.messages ?? []);
    for (const message of fresh) onMessage(message);
    const before = takeover;
    takeover = conversation.takeover;
    if (takeover !== before) onTakeover(takeover, before);
    return fresh.length > 0;
  };
  const isOn = () => takeover === 'waiting' || takeover === 'taken';
  const look = async (mine, pauseMs) => {
    let next = Math.min(longestMs, pauseMs * 1.25);
    try {
      // A page that nobody looks at asks nobody.
      if (!document.hidden) {
        const conversation = await read();
        if (mine !== round) return;
        if (take(conversation)) next = firstMs;
      }
    } catch (error) {
      if (error.kind === 'unknown-conversation') return;
    }
    if (mine === round && isOn()) timer = setTimeout(look, pauseMs, mine, next);
  };
  const stop = () => {
    round += 1;
    clearTimeout(timer);
  };
  return {
    /** Looks now, and goes on while somebody is there to write. */
    follow() {
      stop();
      return look(round, firstMs);
    },
    stop() {
      stop();
      seen.clear();
      takeover = 'none';
    },
    isOn,
    see,
  };
}
