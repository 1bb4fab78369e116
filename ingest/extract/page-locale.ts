import { attribute } from './dom.ts';
import { metaContent, type PageElements } from './page-elements.ts';

/** How a page's language is settled. */
export interface LocaleOptions {
  /** For a page that names no language; default `und`, BCP 47's undetermined. */
  defaultLocale?: string;
}

/** A page's language, with its region where it names one, as BCP 47 in lower case (`es-mx`): `<html lang>`, else `<meta http-equiv="content-language">`, else the default. */
export function readLocale(elements: PageElements, { defaultLocale = 'und' }: LocaleOptions = {}): string {
  const [html] = elements.named('html');
  const meta = elements
    .named('meta')
    .find((each) => attribute(each, 'http-equiv').toLowerCase() === 'content-language');
  const named = [
    html?.attribs.lang,
    html?.attribs['xml:lang'],
    meta?.attribs.content?.split(',')[0],
    metaContent(elements, 'og:locale'),
  ];
  for (const name of named) {
    const match = /^\s*([a-z]{2,3})(?:[-_][a-z]{4})?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_]|\s*$)/i.exec(name ?? '');
    const [, language, region] = match ?? [];
    if (language) return (region ? `${language}-${region}` : language).toLowerCase();
  }
  return defaultLocale.toLowerCase();
}
