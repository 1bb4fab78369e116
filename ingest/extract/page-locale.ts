import type { CheerioAPI } from 'cheerio';

/** How a page's language is settled. */
export interface LocaleOptions {
  /** For a page that names no language; default `und`, BCP 47's undetermined. */
  defaultLocale?: string;
  /** Keep the region (`es-mx`), for stores that differ by it; default false. */
  keepRegion?: boolean;
}

/** A page's language as BCP 47 in lower case: `<html lang>`, else `<meta http-equiv="content-language">`, else the default. */
export function readLocale(
  $: CheerioAPI,
  { defaultLocale = 'und', keepRegion = false }: LocaleOptions = {},
): string {
  const named = [
    $('html').attr('lang'),
    $('html').attr('xml:lang'),
    $('meta[http-equiv="content-language" i]').attr('content')?.split(',')[0],
    $('meta[property="og:locale"]').attr('content'),
  ];
  for (const name of named) {
    const match = /^\s*([a-z]{2,3})(?:[-_][a-z]{4})?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_]|\s*$)/i.exec(name ?? '');
    const [, language, region] = match ?? [];
    if (language) return (keepRegion && region ? `${language}-${region}` : language).toLowerCase();
  }
  return defaultLocale.toLowerCase();
}
