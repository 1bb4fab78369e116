import type { Turn } from '../../../sql/answers.ts';

/** An earlier turn, of what matters to a test. */
export function makeTurn({
  standalone,
  asked = standalone,
  shown = [],
  intent = null,
  clarify,
  locale = 'en',
}: {
  standalone?: string;
  asked?: string | undefined;
  shown?: string[];
  intent?: string | null;
  clarify?: [attribute: string, options: string[]];
  locale?: string;
}): Turn {
  return {
    question: asked ?? '',
    standalone: asked ?? '',
    answer: 'Yes.',
    status: 'answered',
    locale,
    intent,
    products: shown.map((name, index) => ({ name, price: 100 + index, attributes: {} })),
    clarify: clarify === undefined ? null : { attribute: clarify[0], options: clarify[1] },
  };
}
