/** Figures of one question by measure; NaN where the measure does not apply to it. */
export type QuestionFigures = Record<string, number>;

/** How a measure sums its questions up. */
export interface Measure {
  name: string;
  /** `area`: of confidence, told apart by the figure `answerable`; else the mean over questions it applies to. */
  kind: 'share' | 'mean' | 'area';
  /** The figure that it reads; of an area the confidence. */
  figure: string;
  better: 'higher' | 'lower' | 'neither';
  unit?: string;
  digits?: number;
  /** What it counts, in words. */
  means: string;
}
