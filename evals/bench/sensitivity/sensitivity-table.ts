/** A constant at another value, and what that made of the figures. */
export interface MeasuredMove {
  constant: string;
  from: number;
  to: number;
  /** By name of the figure, 0…1. */
  figures: ReadonlyMap<string, number>;
}

/** In points of a hundred; less is a question or two. */
const SHOWN = 0.05;

/**
 * How the figures move with the constants, as a Markdown table: first the figures as they are, in per cent, then the change in
 * points for each value of a constant; empty where nothing changes. Pure.
 */
export function sensitivityTable(base: ReadonlyMap<string, number>, moves: readonly MeasuredMove[]): string {
  const names = [...base.keys()];
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const change = (move: MeasuredMove, name: string): string => {
    const points = 100 * ((move.figures.get(name) ?? 0) - (base.get(name) ?? 0));
    return Math.abs(points) < SHOWN ? '' : `${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)}`;
  };
  return [
    row(['constant', 'value', ...names]),
    row(['---', '---', ...names.map(() => '---:')]),
    row(['*as it is*', '', ...names.map((name) => (100 * (base.get(name) ?? 0)).toFixed(1))]),
    ...moves.map((move) =>
      row([
        `\`${move.constant}\``,
        `${short(move.from)} → ${short(move.to)}`,
        ...names.map((name) => change(move, name)),
      ]),
    ),
  ].join('\n');
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
