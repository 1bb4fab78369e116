import type { ServiceDeps } from '../service-deps.ts';
import type { Metrics } from './metrics.ts';

type Counted = Pick<ServiceDeps, 'saveFeedback' | 'requestHandoff'>;

/** The same, with ratings that were kept and shoppers that were passed on counted. */
export function countedDeps({ saveFeedback, requestHandoff }: Counted, metrics: Metrics): Counted {
  return {
    saveFeedback: async (...args) => {
      const kept = await saveFeedback(...args);
      if (kept) metrics.feedback(args[0].store, args[0].rating);
      return kept;
    },
    requestHandoff: async (...args) => {
      const received = await requestHandoff(...args);
      metrics.handoff(args[0].store);
      return received;
    },
  };
}
