import { withCassette } from '../cassettes/open-cassette.ts';
import type { EvalOptions } from '../eval-options.ts';
import { openJudges } from '../judges/open-judges.ts';
import type { MeasureDeps } from './measure-run.ts';

/** What of the environment concerns models. */
export interface ModelSettings {
  openaiApiKey: string | null;
  openaiBaseUrl: string | null;
  /** Every key, of whatever model: none of them is ever written. */
  secrets: string[];
}

export interface ModelCallDeps {
  /** Absent: nothing is set. */
  modelSettings?: () => ModelSettings;
  stderr: (text: string) => void;
  signal: AbortSignal;
}

const NOTHING_SET: ModelSettings = { openaiApiKey: null, openaiBaseUrl: null, secrets: [] };

/**
 * Does a run's work with the judges that its options name, over the cassette that they name.
 *
 * @throws UsageError where either cannot be had, and where a call was not in the cassette.
 */
export function withModelCalls<T>(
  options: Pick<EvalOptions, 'record' | 'replay' | 'judges' | 'judgeRepeats'>,
  { modelSettings = () => NOTHING_SET, stderr, signal }: ModelCallDeps,
  work: (models: Pick<MeasureDeps, 'cassette' | 'judgeCase'>) => Promise<T>,
): Promise<T> {
  const wanted = options.record !== null || options.judges.length > 0;
  const { openaiApiKey, openaiBaseUrl, secrets } = wanted ? modelSettings() : NOTHING_SET;
  const say = (text: string) => stderr(`${text}\n`);
  return withCassette({ ...options, secrets, signal }, say, async (cassette) => {
    const judgeCase = await openJudges(options.judges, options.judgeRepeats, {
      // What is replayed reaches no server: whoever replays it need not have a key.
      apiKey: openaiApiKey ?? (cassette?.mode === 'replay' ? 'none' : null),
      baseUrl: openaiBaseUrl,
      fetch: cassette?.fetch ?? fetch,
    });
    return work({ cassette, judgeCase });
  });
}
