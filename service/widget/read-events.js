/**
 * Reads server-sent events from a response's body (WHATWG HTML, 9.2.6), as `{ name, data, id }`, data parsed as JSON; `id` is
 * left out where the event has none.
 * EventSource cannot send a POST, hence this.
 */
export async function* readEvents(body) {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      // A CR at the end may be half of a CRLF: it waits for what follows.
      const blocks = rest.split(/\r\n\r\n|\n\n|\r\r(?!\n)/);
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = parseBlock(block);
        if (event) yield event;
      }
      if (done) return;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function parseBlock(block) {
  let name = 'message';
  let id;
  const data = [];
  for (const line of block.split(/\r\n|\n|\r/)) {
    const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
    if (field === 'event') name = value;
    if (field === 'data') data.push(value);
    if (field === 'id') id = value;
  }
  if (data.length === 0) return null;
  return { name, data: JSON.parse(data.join('\n')), ...(id !== undefined && { id }) };
}
