import { beforeEach, expect, it } from 'vitest';
import { makePlanKeeper } from './plan-keeper.ts';

const message = (type: string, payload: string) => {
  const body = Buffer.from(payload, 'latin1');
  const head = Buffer.alloc(5);
  head.write(type, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};
const parse = (text: string, name = '') => message('P', `${name}\0${text}\0\0\0`);
const bind = (name = '') => message('B', `\0${name}\0\0\0\0\0\0\0`);
const rest = Buffer.concat([message('D', 'P\0'), message('E', '\0\0\0\0\0'), message('S', '')]);
const query = (text: string) => Buffer.concat([parse(text), bind(), rest]);

const REPLY = message('2', '');
const PREPARED = Buffer.concat([message('1', ''), REPLY]);

let sent: Buffer[] = [];
let replies: Buffer[] = [];
let time = 0;
const run = async (bytes: Uint8Array) => {
  sent.push(Buffer.from(bytes));
  return replies.shift() ?? PREPARED;
};
beforeEach(() => {
  sent = [];
  replies = [];
  time = 0;
});

it('prepares a query that comes again, and then runs it without its text', async () => {
  const plans = makePlanKeeper();
  const one = query('select $1');
  expect(await plans.run(one, run)).toEqual(PREPARED);
  await plans.run(one, run);
  replies = [REPLY];
  // The client has sent Parse and waits for its reply.
  expect(await plans.run(one, run)).toEqual(PREPARED);
  expect(sent).toEqual([
    one,
    Buffer.concat([parse('select $1', 'aisle_1'), bind('aisle_1'), rest]),
    Buffer.concat([bind('aisle_1'), rest]),
  ]);
});

it('leaves other batches as they are', async () => {
  const plans = makePlanKeeper();
  const others = [
    message('Q', 'select 1\0'),
    Buffer.concat([parse('select $1', 'named'), bind('named'), rest]),
    Buffer.concat([parse('select $1'), message('S', '')]),
    Buffer.concat([query('select $1'), query('select $1')]),
  ];
  for (const other of others) for (let time = 0; time < 3; time += 1) await plans.run(other, run);
  expect(sent).toEqual(others.flatMap((other) => [other, other, other]));
});

it('does not keep a statement that could not be prepared', async () => {
  const plans = makePlanKeeper();
  const failed = message('E', 'SERROR\0C42601\0\0');
  replies = [failed, failed, failed];
  for (let time = 0; time < 3; time += 1) expect(await plans.run(query('slect'), run)).toEqual(failed);
  expect(sent[2]).toEqual(Buffer.concat([parse('slect', 'aisle_2'), bind('aisle_2'), rest]));
});

it('prepares anew what a client has removed, and hands on any other error', async () => {
  const plans = makePlanKeeper();
  const gone = message('E', 'SERROR\0C26000\0\0');
  const other = message('E', 'SERROR\0C22012\0\0');
  replies = [PREPARED, PREPARED, gone, PREPARED, other];
  const one = query('select 1 / $1');
  for (let time = 0; time < 3; time += 1) expect(await plans.run(one, run)).toEqual(PREPARED);
  expect(sent[3]).toEqual(Buffer.concat([parse('select 1 / $1', 'aisle_2'), bind('aisle_2'), rest]));
  expect(await plans.run(one, run)).toEqual(Buffer.concat([message('1', ''), other]));
});

it.each([
  ['told to', (plans: ReturnType<typeof makePlanKeeper>) => plans.forget()],
  [
    'a minute has gone',
    () => {
      time += 60_001;
    },
  ],
])('closes its statements when %s', async (_, happens) => {
  const plans = makePlanKeeper(() => time);
  const one = query('select $1');
  await plans.run(one, run);
  await plans.run(one, run);
  happens(plans);
  await plans.run(one, run);
  expect(sent[2]).toEqual(one);
  await plans.run(one, run);
  const close = Buffer.concat([message('C', 'Saisle_1\0'), message('S', '')]);
  expect(sent.slice(3)).toEqual([
    close,
    Buffer.concat([parse('select $1', 'aisle_2'), bind('aisle_2'), rest]),
  ]);
});
