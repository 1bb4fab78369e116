import { expect, it } from 'vitest';
import { makeFakeClock } from './fake-clock.ts';
import { makePacer } from './pacer.ts';

const never = new AbortController().signal;

it('spaces the starts of requests', async () => {
  const clock = makeFakeClock();
  const pacer = makePacer(clock);
  pacer.setDelay(200);
  const starts: number[] = [];
  for (let i = 0; i < 3; i++) {
    await pacer.turn(never);
    starts.push(clock.now());
  }
  expect(starts).toEqual([0, 200, 400]);
});

it('holds everyone back, those too who already wait', async () => {
  const clock = makeFakeClock();
  const pacer = makePacer(clock);
  pacer.setDelay(100);
  await pacer.turn(never);
  const waiting = pacer.turn(never);
  const heldAt = clock.now();
  pacer.hold(5000);
  await waiting;
  expect(clock.now()).toBe(heldAt + 5000);
});
