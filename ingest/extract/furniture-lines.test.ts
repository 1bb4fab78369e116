import { expect, it } from 'vitest';
import type { Block } from './blocks.ts';
import { dropFurnitureLines } from './furniture-lines.ts';

const running = 'This policy tells you what you can send back, how long you have, and what you pay for it.';
const kept = (...lines: string[]) =>
  dropFurnitureLines(lines.map((text): Block => ({ type: 'line', text, shape: 'prose' }))).flatMap((block) =>
    block.type === 'line' ? [block.text] : [],
  );

it.each([
  'Advertisement',
  'Was this article helpful? Yes No',
  '12 out of 15 found this helpful',
  'Was this article helpful? Yes No 34 out of 51 found this helpful',
  'Updated 3 months ago',
  'Actualizado hace un año',
  'Read more…',
  'Share on WhatsApp',
  '¿Te ha resultado útil esta página?',
  'Leer más',
])('drops the label "%s" wherever it stands', (label) => {
  expect(kept(label, running, label)).toEqual([running]);
});

it.each([
  'By Ann Smith',
  'November 20, 2026',
  'Published 20 Nov 2026 at 10:30 am',
  'lunes, 3 de mayo de 2026',
])('drops "%s" above the text alone', (signature) => {
  expect(kept(signature, running, signature)).toEqual([running, signature]);
});

it.each([
  'Last updated: November 20, 2026',
  'Effective 1 May 2026',
  'By mail',
  'Share your photos with us and win a tent.',
  'Closed on Sundays',
  '2 pm on weekdays',
  'More than 12 people found this helpful on the trail',
  'In 2026 we moved to Leeds.',
  'Print the label.',
  '$129.00',
  '24',
])('keeps "%s"', (line) => {
  expect(kept(line, running)).toEqual([line, running]);
});
