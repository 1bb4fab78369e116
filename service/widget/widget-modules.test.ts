import { describe, expect, test, vi } from 'vitest';

// The widget's scripts are plain JavaScript; a computed address keeps the compiler from asking for their types.
const load = (name: string) => import(new URL(`./${name}`, import.meta.url).href);
const { english } = await load('english.js');
const { spanish } = await load('spanish.js');
const { speak } = await load('texts.js');
const { followStream } = await load('follow-stream.js');
const { ReadableError, readProblem } = await load('readable-error.js');
const { examplesOf } = await load('examples.js');
const { makeMemory } = await load('memory.js');

describe('words', () => {
  const shape = (words: object): unknown =>
    Object.fromEntries(
      Object.entries(words)
        .sort()
        .map(([name, value]) => [name, value && typeof value === 'object' ? shape(value) : typeof value]),
    );

  test('are there in each language', () => {
    expect(shape(spanish)).toEqual(shape(english));
  });

  test.each([
    [['es-MX', 'en'], 'es'],
    [['', 'ES'], 'es'],
    [['fr', 'de'], 'en'],
    [['fr', 'es-ES'], 'es'],
    [['estonian'], 'en'],
  ])('are of the first language that is spoken: %j', (wanted, language) => {
    expect(speak(wanted).language).toBe(language);
  });

  test('dates and prices are written as the language does, and what is none stays as it is', () => {
    const { formatDate, formatPrice } = speak(['es-ES']);
    expect(formatDate('2026-03-01T12:00:00Z')).toBe('1 mar 2026');
    expect(formatPrice(12.5, 'EUR')).toMatch(/^12,50\s€$/);
    expect([formatDate('soon'), formatPrice(5, null), formatPrice(5, 'x')]).toEqual(['soon', '5', '5 x']);
  });
});

test.each([
  ['Mon-Fri 9:00-14:00, 16:00-19:00; Sat 10:00-14:00', 'lun–vie 9:00–14:00, 16:00–19:00; sáb 10:00–14:00'],
  ['daily 0:00-24:00; 2026-12-25 closed', 'todos los días 0:00–24:00; 25 dic 2026 cerrado'],
  ['Lunes-Miércoles 9:00-18:00', 'lun–mié 9:00–18:00'],
])('opening hours are in the language of the chat: %s', (hours, wanted) => {
  expect(speak(['es-ES']).formatHours(hours)).toBe(wanted);
});

test('opening hours in Spanish are read in English too', () => {
  expect(speak(['en-GB']).formatHours('Mar, jue 9:00-18:00; domingo cerrado; 2026-03-01 cerrado')).toBe(
    'Tue, Thu 9:00–18:00; Sun closed; 1 Mar 2026 closed',
  );
});

describe('a stream', () => {
  const bodyOf = (text: string, fails = false) =>
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(text));
        if (!fails) controller.close();
      },
      pull(controller) {
        if (fails) controller.error(new TypeError('network error'));
      },
    });
  const event = (at: number, name: string) => `id: ans_1/${at}\nevent: ${name}\ndata: {"at":${at}}\n\n`;
  const read = async (
    connect: (last: string | null) => Promise<unknown>,
    signal = AbortSignal.timeout(60_000),
  ) => {
    const seen: number[] = [];
    for await (const { data } of followStream(connect, { signal, texts: english })) seen.push(data.at);
    return seen;
  };

  test('goes on after the last event that arrived, until it is done', async () => {
    const asked: (string | null)[] = [];
    const bodies = [bodyOf(event(1, 'start') + event(2, 'delta'), true), null, bodyOf(event(3, 'done'))];
    const seen = await read(async (last) => {
      asked.push(last);
      const body = bodies[asked.length - 1];
      if (body === null) throw new ReadableError('offline', 'no network');
      return { status: 200, body };
    });
    expect(seen).toEqual([1, 2, 3]);
    expect(asked).toEqual([null, 'ans_1/2', 'ans_1/2']);
  });

  test.each([
    ['a service that does not number its events', 'event: start\ndata: {"at":1}\n\n', 1],
    ['a stream that is no longer kept', event(1, 'start'), 2],
  ])('has broken off with %s', async (_name, text, connections) => {
    const connect = vi.fn(async (last: string | null) => {
      if (last !== null) throw new ReadableError('unknown-stream', 'gone');
      return { status: 200, body: bodyOf(text, true) };
    });
    await expect(read(connect)).rejects.toMatchObject({ kind: 'broken-off' });
    expect(connect).toHaveBeenCalledTimes(connections);
  });

  test('is not asked for again when it fails before it has begun, or says what is wrong', async () => {
    const offline = vi.fn(async () => {
      throw new ReadableError('offline', 'no network');
    });
    await expect(read(offline)).rejects.toMatchObject({ kind: 'offline' });
    const problem = 'event: error\ndata: {"type":"urn:aisle:problem:timeout","instance":"urn:x:7"}\n\n';
    const failing = vi.fn(async () => ({ status: 200, body: bodyOf(event(1, 'start') + problem) }));
    await expect(read(failing)).rejects.toMatchObject({
      kind: 'timeout',
      message: english.errors.timeout,
      reference: '7',
    });
    expect([offline.mock.calls.length, failing.mock.calls.length]).toEqual([1, 1]);
  });

  test('waits for the network to be back, however long, before it tries again', async () => {
    const device = Object.assign(new EventTarget(), { onLine: false });
    vi.stubGlobal('navigator', {
      ...navigator,
      get onLine() {
        return device.onLine;
      },
    });
    vi.stubGlobal('addEventListener', device.addEventListener.bind(device));
    vi.useFakeTimers();
    try {
      const connect = vi.fn(async (last: string | null) => {
        if (last !== null && !device.onLine) throw new ReadableError('offline', 'no network');
        return {
          status: 200,
          body: bodyOf(last === null ? event(1, 'start') : event(2, 'done'), last === null),
        };
      });
      const reading = read(connect, new AbortController().signal);
      await vi.advanceTimersByTimeAsync(30_000);
      expect(connect).toHaveBeenCalledTimes(1);
      device.onLine = true;
      device.dispatchEvent(new Event('online'));
      await vi.advanceTimersByTimeAsync(10);
      expect(await reading).toEqual([1, 2]);
      expect(connect).toHaveBeenCalledTimes(2);
    } finally {
      vi.useRealTimers();
      vi.unstubAllGlobals();
    }
  });

  test('ends at once when it is stopped while it waits', async () => {
    const stopping = new AbortController();
    const connect = async () => {
      setTimeout(() => stopping.abort(), 5);
      return { status: 200, body: bodyOf(event(1, 'start'), true) };
    };
    await expect(read(connect, stopping.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('the memory of a conversation', () => {
  const makeStorage = () => {
    const kept = new Map<string, string>();
    return {
      kept,
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    };
  };

  test('lasts for a week after it was last written, for its own store', () => {
    const storage = makeStorage();
    let now = 0;
    const memoryOf = (name: string) => makeMemory(name, { storage: () => storage, now: () => now });
    memoryOf('a').write({ conversationId: 'cnv_1', people: true });
    now = 7 * 86_400_000 - 1;
    expect(memoryOf('a').read()).toMatchObject({ conversationId: 'cnv_1', people: true });
    expect(memoryOf('b').read()).toBeNull();
    now += 1;
    expect(memoryOf('a').read()).toBeNull();
    expect(storage.kept.size).toBe(0);
  });

  test('is empty where something else stands in its place, or the browser refuses to store', () => {
    const storage = makeStorage();
    for (const text of ['{', 'null', '7', '{"conversationId":7}', '{"conversationId":"cnv_1"}']) {
      storage.kept.set('aisle:a', text);
      expect(makeMemory('a', { storage: () => storage }).read()).toBeNull();
    }
    const refused = makeMemory('a', {
      storage: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    expect([refused.write({ conversationId: 'cnv_1' }), refused.read(), refused.forget()]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('a problem', () => {
  const problem = (kind: string, status: number, more: object = {}) => ({
    type: `urn:aisle:problem:${kind}`,
    ...{
      status,
      detail: 'English words for whoever set it up',
      instance: 'urn:aisle:request:req_7',
      ...more,
    },
  });

  test.each([
    [problem('rate-limited', 429), '7', { waitSeconds: 7, isFinal: false, reference: null }],
    [problem('budget-spent', 429), '40000', { waitSeconds: 0 }],
    [problem('rate-limited', 429), 'Wed, 21 Oct 2026 07:28:00 GMT', { waitSeconds: 0 }],
    [problem('database-unavailable', 503), '5', { waitSeconds: 0, isFinal: false }],
    [problem('unauthorized', 401), null, { isFinal: true, reference: null }],
    [problem('internal', 500), null, { isFinal: false, reference: 'req_7' }],
    [
      problem('invalid-request', 400, { errors: [{ path: 'contact', expected: 'one', got: 'nothing' }] }),
      null,
      { paths: ['contact'] },
    ],
  ])('says what the shopper can do: %j', (given, retryAfter, wanted) => {
    expect(readProblem(given, spanish, retryAfter)).toMatchObject(wanted as object);
  });

  test.each([problem('never-heard-of', 418), null, 'text', {}])(
    'is said in the language of the chat, whatever comes: %j',
    (given) => {
      expect(readProblem(given, spanish).message).toBe(spanish.errors.internal);
    },
  );
});

test.each([
  [{ examples: ['Hi?'], examplesByLocale: { en: ['Hi?'], 'es-MX': ['¿Hola?'] } }, 'es', ['¿Hola?']],
  // None in that language: rather none than one in another.
  [{ examples: ['Hi?'], examplesByLocale: { en: ['Hi?'], es: [] } }, 'es', []],
  [{ examples: ['Hi?'], examplesByLocale: { en: ['Hi?'] } }, 'es', ['Hi?']],
  [{ examples: ['Hi?'] }, 'es', ['Hi?']],
  [{}, 'en', []],
])('examples are of one language: %j in %s', (store, language, wanted) => {
  expect(examplesOf(store, language)).toEqual(wanted);
});
