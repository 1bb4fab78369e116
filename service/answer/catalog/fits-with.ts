import { analyze } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { splitSentences } from '../../../ingest/sentences.ts';
import type { ProductFacts } from '../../../sql/document.ts';
import type { DescriptionPassage } from '../../../sql/read-products.ts';
import type { FoundProduct } from '../../../sql/search-products.ts';
import type { NamedProducts } from './named-products.ts';

/** Attributes by which one thing goes on, into or with another, if both state the same. */
const JOINS =
  /\b(?:mounts?|threads?|diameters?|diametro|rosca|montura|bayonet|fitting|sockets?|casquillo|connectors?|conector(?:es)?|conexion|interface|interfaz|ports?|puerto|plug|enchufe|voltage|voltaje|tension|battery type|tipo de bateria|chuck|shank|spigot|hub|axle|eje|wheel size|rim|rin|tyre size|tire size|gauge|calibre|pitch|compatib\p{L}*|fits|platform|system|sistema)\b/u;
/** What a text says of things that a product does not go with. */
const NOT_WITH =
  /\b(?:not|no|never|cannot|can't|doesn't|don't|except|unless|without|nunca|salvo|excepto|tampoco|sin)\b/u;

/** What is known of the things that are asked for and of the one that they are to go with. */
export interface FitsWith {
  /** Of the kind that is asked for. */
  candidates: FoundProduct[];
  /** How their pages describe them. */
  told: DescriptionPassage[];
  /** The things that they are to go with. */
  called: NamedProducts;
  /** … and their facts. */
  others: ProductFacts[];
}

/**
 * Which of some products go with another one: those that are called after it, those whose descriptions name it ("for the N5",
 * and not "does not fit the N5"), else those that state the same of what joins the two, such as the thread of a filter and of
 * a lens, where others of them state something else. Pure.
 * @returns their document ids; none where nothing tells.
 */
export function fittingWith({ candidates, told, called, others }: FitsWith): string[] {
  const ofName = candidates.filter(({ documentId }) => called.documentIds.includes(documentId));
  const found = ofName.length > 0 ? ofName : candidates.filter((one) => namesIt(one, told, called));
  return (found.length > 0 ? found : joined(candidates, others)).map(({ documentId }) => documentId);
}

function namesIt(
  { documentId, title, locale }: FoundProduct,
  told: readonly DescriptionPassage[],
  { lexemes }: NamedProducts,
): boolean {
  // "For the Kestrel X20, X40 and X60" has the make but once.
  const models = [...lexemes].filter((lexeme) => /\d/.test(lexeme));
  const telling = models.length > 0 ? models : [...lexemes];
  return told
    .filter((passage) => passage.documentId === documentId || passage.title === title)
    .flatMap(({ text }) =>
      splitSentences(text, locale).flatMap(({ start, end }) =>
        text.slice(start, end).split(/;\s|\bbut\b|\bpero\b/),
      ),
    )
    .some((clause) => {
      const own = new Set(analyze(clause, locale).map(({ lexeme }) => lexeme));
      return telling.every((lexeme) => own.has(lexeme)) && !NOT_WITH.test(fold(clause));
    });
}

/** Those that state the same of what joins two things, where it tells them apart. */
function joined(candidates: FoundProduct[], others: ProductFacts[]): FoundProduct[] {
  for (const name of new Set(candidates.flatMap(({ product }) => Object.keys(product.attributes)))) {
    if (!JOINS.test(fold(name).replaceAll('_', ' '))) continue;
    const wanted = new Set(others.flatMap(({ attributes }) => valuesOf(attributes, name)));
    const fitting = candidates.filter(({ product }) =>
      valuesOf(product.attributes, name).some((value) => wanted.has(value)),
    );
    if (fitting.length > 0 && fitting.length < candidates.length) return fitting;
  }
  return [];
}

function valuesOf(attributes: ProductFacts['attributes'], name: string): string[] {
  return (attributes[name] ?? []).map((value) => fold(value).replaceAll(/\s/g, ''));
}
