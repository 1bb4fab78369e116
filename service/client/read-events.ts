/** A server-sent event. */
export interface ServerEvent {
  name: string;
  data: string;
  /** The last one that was told, this event's or an earlier one's. */
  id: string | null;
}

/** Longest event, in UTF-16 code units: beyond, it is none of this service's. */
const LONGEST = 16 * 1024 * 1024;

/** Reads server-sent events from a body (WHATWG HTML, 9.2.6). Ends the body when nobody reads on. */
export async function* readEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<ServerEvent> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let id: string | null = null;
  try {
    for (;;) {
      const { done, value = '' } = await reader.read();
      rest += value;
      if (rest.length > LONGEST) throw new Error(`an event of more than ${LONGEST} characters`);
      // A CR at the end may be half of a CRLF: it waits for what follows.
      const blocks = rest.split(/\r\n\r\n|\n\n|\r\r(?!\n)/);
      // What is not ended by an empty line is no event.
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = parseBlock(block, id);
        id = event.id;
        if (event.data !== null) yield { name: event.name, data: event.data, id };
      }
      if (done) return;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function parseBlock(block: string, lastId: string | null) {
  let name = 'message';
  let id = lastId;
  const data: string[] = [];
  for (const line of block.split(/\r\n|\n|\r/)) {
    const [, field, value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
    if (field === 'event') name = value;
    if (field === 'data') data.push(value);
    if (field === 'id') id = value;
  }
  return { name, id, data: data.length === 0 ? null : data.join('\n') };
}
