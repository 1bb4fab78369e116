import { Presets, SingleBar } from 'cli-progress';
import { oneLine } from '../report/text-table.ts';

/** A line is written so often where nobody watches a terminal, in milliseconds. */
const LINE_EVERY_MS = 10_000;

/** Shows a person how far a run is. */
export interface EvalProgress {
  start(suite: string, total: number): void;
  /** One more case has been judged. */
  judged(passed: boolean): void;
  stop(): void;
}

/**
 * Makes the display that suits the stream: on a terminal one line that is drawn anew, else a line every ten seconds.
 *
 * @param stream standard error; null shows nothing.
 * @param now milliseconds, for tests.
 */
export function makeEvalProgress(
  stream: NodeJS.WriteStream | null,
  now: () => number = performance.now.bind(performance),
): EvalProgress {
  if (stream === null) return { start() {}, judged() {}, stop() {} };
  return stream.isTTY ? makeBar(stream, now) : makeLines((line) => stream.write(line), now);
}

/** How far a suite is. */
export interface Advance {
  total: number;
  passed: number;
  failed: number;
  /** Since the first question. */
  milliseconds: number;
}

/** Cases a second so far, and seconds that the rest takes at that pace; null before there is one. Pure. */
export function estimate({ total, passed, failed, milliseconds }: Advance): {
  perSecond: number | null;
  secondsLeft: number | null;
} {
  const done = passed + failed;
  if (done === 0 || milliseconds <= 0) return { perSecond: null, secondsLeft: null };
  const perSecond = (done / milliseconds) * 1000;
  return { perSecond, secondsLeft: (total - done) / perSecond };
}

/** `3 s`, `2 min 5 s`, `1 h 2 min`; a dash for what is not known. Pure. */
export function showSeconds(seconds: number | null): string {
  if (seconds === null) return '–';
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

function makeBar(stream: NodeJS.WriteStream, now: () => number): EvalProgress {
  let bar: SingleBar | null = null;
  let advance: Advance = { total: 0, passed: 0, failed: 0, milliseconds: 0 };
  let started = 0;
  return {
    start(suite, total) {
      started = now();
      advance = { total, passed: 0, failed: 0, milliseconds: 0 };
      bar = new SingleBar(
        {
          stream,
          format: '{suite} {bar} {value}/{total} | {passed} passed, {failed} failed | {rate}/s | {left} left',
          hideCursor: true,
          barsize: 20,
          gracefulExit: false,
        },
        Presets.shades_classic,
      );
      bar.start(total, 0, { suite: oneLine(suite).slice(0, 30), passed: 0, failed: 0, rate: '–', left: '–' });
    },
    judged(passed) {
      advance[passed ? 'passed' : 'failed'] += 1;
      advance.milliseconds = now() - started;
      const { perSecond, secondsLeft } = estimate(advance);
      bar?.update(advance.passed + advance.failed, {
        ...{ passed: advance.passed, failed: advance.failed },
        ...{ rate: perSecond?.toFixed(1) ?? '–', left: showSeconds(secondsLeft) },
      });
    },
    stop() {
      bar?.stop();
      bar = null;
    },
  };
}

function makeLines(write: (line: string) => void, now: () => number): EvalProgress {
  let suite = '';
  let advance: Advance = { total: 0, passed: 0, failed: 0, milliseconds: 0 };
  let started = 0;
  let last = 0;
  return {
    start(name, total) {
      suite = oneLine(name);
      started = now();
      last = started;
      advance = { total, passed: 0, failed: 0, milliseconds: 0 };
    },
    judged(passed) {
      advance[passed ? 'passed' : 'failed'] += 1;
      if (now() - last < LINE_EVERY_MS) return;
      last = now();
      advance.milliseconds = last - started;
      const { perSecond, secondsLeft } = estimate(advance);
      const done = `${advance.passed + advance.failed}/${advance.total}`;
      const pace = `${perSecond?.toFixed(1) ?? '–'}/s, ${showSeconds(secondsLeft)} left`;
      write(`${suite}: ${done}, ${advance.passed} passed, ${advance.failed} failed, ${pace}\n`);
    },
    stop() {},
  };
}
