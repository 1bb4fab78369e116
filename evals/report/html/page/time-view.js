import { element } from './element.js';
import { milliseconds } from './words.js';

export function timeBlock({ milliseconds: whole }, { timings, usage, model }) {
  const stages = Object.entries(timings).filter(([name]) => name !== 'total');
  const longest = Math.max(...stages.map(([, time]) => time), Number.MIN_VALUE);
  return [
    element(
      'dl.scores.times',
      {},
      term('whole answer', milliseconds(whole)),
      stages.map(([name, time]) => {
        const bar = element('span.bar', { 'aria-hidden': 'true' });
        bar.style.width = `${(Math.max(time, 0) / longest) * 5}rem`;
        return term(name, bar, milliseconds(time));
      }),
    ),
    element(
      'p.note',
      {},
      [
        model && `Model ${model}`,
        usage && `${usage.inputTokens} tokens in, ${usage.outputTokens} out, $${usage.costUsd.toFixed(5)}`,
      ]
        .filter(Boolean)
        .join(' · '),
    ),
  ];
}

function term(name, ...value) {
  return element('div', {}, element('dt', {}, name), element('dd', {}, ...value));
}
