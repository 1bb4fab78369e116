import type { CalibrationBin } from '../../../metrics/calibration.ts';
import { html, type Markup } from '../markup.ts';
import { linearScale, PLOT_WIDTH, tidy } from './scale.ts';

const HEIGHT = 290;
const LEFT = 44;
const RIGHT = PLOT_WIDTH - 14;
const TOP = 12;
const BOTTOM = HEIGHT - 40;

/**
 * A reliability diagram (DeGroot & Fienberg 1983): how often answers of about the same confidence are right. On the
 * diagonal confidence is what it says; a dot's size is its number of answers, its distance the bin's part of the error.
 * Null without answers. Pure.
 */
export function calibrationPlot(bins: readonly CalibrationBin[]): Markup | null {
  if (bins.length === 0) return null;
  const x = linearScale([0, 1], [LEFT, RIGHT]);
  const y = linearScale([0, 1], [BOTTOM, TOP]);
  const most = Math.max(...bins.map(({ count }) => count));
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  const said = bins.map(
    ({ meanConfidence, accuracy, count }) =>
      `confidence ${meanConfidence.toFixed(2)}, right ${accuracy.toFixed(2)}, ${count} answers`,
  );
  return html`<svg viewBox="0 0 ${PLOT_WIDTH} ${HEIGHT}" role="img" aria-label="Reliability diagram: ${said.join('; ')}">
${ticks.map((tick) => html`<line class="grid" x1="${LEFT}" x2="${RIGHT}" y1="${y(tick)}" y2="${y(tick)}"/><text class="soft end" x="${LEFT - 6}" y="${y(tick) + 4}">${tick}</text><text class="soft middle" x="${x(tick)}" y="${BOTTOM + 17}">${tick}</text>`)}
<text class="soft middle" x="${(LEFT + RIGHT) / 2}" y="${HEIGHT - 6}">confidence</text><text class="soft" x="${LEFT + 6}" y="${TOP + 12}">share that is right</text>
<line class="diagonal" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}"/>
${bins.map(({ meanConfidence, accuracy }) => html`<line class="gap" x1="${x(meanConfidence)}" x2="${x(meanConfidence)}" y1="${y(meanConfidence)}" y2="${y(accuracy)}"/>`)}
${bins.map((bin, index) => html`<circle class="dot" cx="${x(bin.meanConfidence)}" cy="${y(bin.accuracy)}" r="${tidy(4 + 6 * Math.sqrt(bin.count / most))}"><title>${said[index]}</title></circle>`)}
</svg>`;
}
