import { z } from 'zod';
import { METRIC_NAMES, METRICS, type MetricName } from '../metrics/metric-names.ts';
import { CASE_SCORES } from '../score/case-result.ts';

function byMetric<Name extends MetricName, T extends z.ZodType>(
  names: readonly Name[],
  limitOf: (name: Name) => T,
  bounds: Record<'higher' | 'lower', string> = { higher: 'Minimum', lower: 'Maximum' },
) {
  const fields = names.map((name) => {
    const { meaning, better } = METRICS[name];
    return [name, limitOf(name).optional().describe(`${bounds[better]}: ${meaning}.`)] as const;
  });
  return z.strictObject(Object.fromEntries(fields) as Record<Name, z.ZodOptional<T>>);
}

/** Within the metric's range; a limit outside of it would hold always or never. */
function limitOf(name: MetricName) {
  const [least, greatest] = METRICS[name].range;
  const limit = z.number().min(least);
  return greatest === null ? limit : limit.max(greatest);
}

const suiteLimits = byMetric(METRIC_NAMES, (name) =>
  z.union([
    limitOf(name),
    METRICS[name].better === 'higher'
      ? z.strictObject({ lowerBound: limitOf(name).describe('Minimum of the 95 % interval’s lower bound.') })
      : z.strictObject({ upperBound: limitOf(name).describe('Maximum of the 95 % interval’s upper bound.') }),
  ]),
);

/** Limits of one case. */
export const caseGatesFormat = byMetric(CASE_SCORES, limitOf).describe(
  "Limits on this case's own scores; a minimum, or a maximum where lower is better.",
);

/** `-0.02`, or `"+20%"` of what it was. */
const changeBy = z.union([
  z.number(),
  z.string().regex(/^[+-]?\d+(\.\d+)?%$/u, 'a number, or a share such as "+20%"'),
]);

const changeLimits = z
  .strictObject({
    ...byMetric(
      METRIC_NAMES,
      () =>
        z.union([
          ...changeBy.options,
          z.strictObject({
            limit: changeBy.describe('As without significant: -0.02, or "+20%" of what it was.'),
            significant: z
              .boolean()
              .describe('Fails only where chance does not explain the change (p < 0.05).'),
          }),
        ]),
      { higher: 'Least change', lower: 'Greatest change' },
    ).shape,
    broken: z.int().min(0).optional().describe('Most cases that passed then and fail now.'),
  })
  .describe(
    'Limits on the change since --baseline: the least change of a metric (-0.02), or the greatest where lower is better ("+20%" of what it was).',
  );

/** Limits of a suite, and within it of its tags. */
export const gatesFormat = suiteLimits
  .extend({ change: changeLimits.optional() })
  .catchall(suiteLimits)
  .describe(
    'Limits that decide whether the suite passes: by metric, and by metric under "tag:NAME" for the cases of a tag.',
  )
  .meta({ propertyNames: { anyOf: [{ enum: [...METRIC_NAMES, 'change'] }, { pattern: '^tag:.' }] } });
