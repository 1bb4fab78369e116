import { fold } from '../../../ingest/analysis/stem.ts';
import type { RankedUnit } from '../rank/rank-units.ts';

const MADE =
  '(?:made|manufactured|produced|assembled|sewn|stitched|woven|knitted?|built|crafted|printed|bottled|grown|bred|brewed|blown|cast|fired|fabricad[oa]s?|hech[oa]s?|producid[oa]s?|elaborad[oa]s?|cosid[oa]s?|confeccionad[oa]s?|tejid[oa]s?|cultivad[oa]s?)';
/**
 * Asks where a thing is made; where it is sent or sold is no answer. Where a thing "comes from" a page may tell in many words,
 * so that is asked of countries alone.
 */
const ASKS_ORIGIN = new RegExp(
  String.raw`(?<!\p{L})(?:where|donde)(?!\p{L}).{0,60}(?<!\p{L})(?:made|manufactured|fabricad[oa]s?|hech[oa]s?|se fabrican?)(?!\p{L})|(?<!\p{L})(?:(?:which|what) (?:country|countries)|(?:de |en )?que (?:pais|paises))(?!\p{L}).{0,60}(?<!\p{L})(?:${MADE}|(?:come|comes|coming) from|(?:proced|provien|vien)en?|(?:se )?(?:fabrican?|hacen?|producen?|elaboran?|cosen?|cultivan?))(?!\p{L})|(?<!\p{L})(?:country of origin|pais de origen)(?!\p{L})`,
  'u',
);
const SHOWS_ORIGIN = new RegExp(
  String.raw`(?<!\p{L})(?:${MADE}|(?:hand|home)-?made|make|makes|making|manufactures?|factory|factories|workshops?|origins?|(?:comes?|coming|sourced|imported) from|farms?|estates?|growers?|grows?|origen|fabric\p{L}+|talleres|taller|proced\p{L}+|provien\p{L}+|viene[ns]? de|hacemos|hacen|producimos|elabora\p{L}+|cose[nm]\p{L}*|fincas?|cultiv\p{L}+)(?!\p{L})`,
  'u',
);

/**
 * Whether it is asked where a thing comes from and a unit speaks of anything else: "Oskari boots are sold in Canada only"
 * has the boots and a country, and does not tell where they are made. Pure.
 */
export function lacksOrigin(
  question: string,
  best: Pick<RankedUnit, 'text' | 'evidence'> | undefined,
): boolean {
  if (best === undefined || !ASKS_ORIGIN.test(fold(question))) return false;
  return !SHOWS_ORIGIN.test(fold([best.text, ...best.evidence.heading].join('\n')));
}
