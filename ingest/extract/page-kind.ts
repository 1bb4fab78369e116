import type { DocumentKind } from '../../sql/document.ts';

const faqWords =
  /\b(?:faqs?|q&a|frequently[\s-]asked|preguntas[\s-](?:m[aá]s[\s-])?frecuentes|domande[\s-]frequenti|h[aä]ufige[\s-]fragen)\b/iu;
const policyWords =
  /(?<![\p{L}])(?:polic(?:y|ies)|returns?|refunds?|exchanges?|shipping|deliver(?:y|ies)|warrant(?:y|ies)|guarantees?|privacy|terms|conditions|cookies?|legal|payments?|price[\s-]match|pol[ií]ticas?|devoluci(?:ón|on|ones)|reembolsos?|cambios|env[ií]os?|entregas?|garant[ií]as?|privacidad|t[eé]rminos|condiciones|pagos?|aviso[\s-]legal)(?![\p{L}])/iu;
const storyPath =
  /\/(?:blogs?|news|articles?|stories|journal|magazine|noticias|revista|guides?|gu[ií]as?)\//i;
/** A policy's title is short; a longer one with such a word tells a story. */
const LONGEST_POLICY_TITLE = 8;

/** Guesses what a page is from its structured data, the words of its path and its title, in English and Spanish. */
export function guessKind(page: {
  url: string;
  title: string;
  hasProduct: boolean;
  hasFaqData: boolean;
}): DocumentKind {
  if (page.hasProduct) return 'product';
  const path = pathOf(page.url);
  const leaf =
    path
      .split('/')
      .filter(Boolean)
      .at(-1)
      ?.replace(/[-_.]+/g, ' ') ?? '';
  if (faqWords.test(leaf) || faqWords.test(page.title)) return 'faq';
  if (storyPath.test(path)) return page.hasFaqData ? 'faq' : 'page';
  const short = page.title.split(/\s+/).length <= LONGEST_POLICY_TITLE;
  if (
    /\/(?:policies|policy|legal|pol[ií]ticas)\//i.test(path) ||
    policyWords.test(leaf) ||
    (short && policyWords.test(page.title))
  )
    return 'policy';
  return page.hasFaqData ? 'faq' : 'page';
}

function pathOf(url: string): string {
  try {
    return decodeURIComponent(new URL(url).pathname);
  } catch {
    return '';
  }
}
