import { languageOf } from '../analysis/language-of.ts';
import type { SourceDocument } from '../extract/source-document.ts';
import { ownText, withLocale } from '../extract/with-locale.ts';
import { detectLanguage, tellLanguage, UNDETERMINED } from '../files/detect-language.ts';
import type { SourceEvent } from './source-event.ts';

const DEFAULT_LOCALE = 'en';
/** Documents and characters that tell a source's language for good; those that wait for it are kept in memory. */
const MOST_WAITING = 100;
const ENOUGH_TEXT = 4000;

/** What is known of a source before it is read. */
interface KnownLocales {
  /** BCP 47; none: the store has not said. */
  languages: readonly string[];
  /** What most of the source's text was in when it was read last; null: it is new. */
  before: () => Promise<string | null>;
}

/**
 * Gives documents of too few words to tell their language, such as products of a name alone, the language of their source:
 * what most of it was in when it was last read, else what most of its documents say or show, else what those words together
 * show; always one of the store's, where it has said which. They wait until that is known. Other events pass as they come.
 */
export async function* settleLocales(
  events: AsyncIterable<SourceEvent>,
  known: KnownLocales,
): AsyncGenerator<SourceEvent, void, undefined> {
  const told = new Map<string, number>();
  let waiting: (SourceEvent & { type: 'document' })[] = [];
  let length = 0;
  let settled: string | null = null;
  const settle = async (): Promise<SourceEvent[]> => {
    if (waiting.length === 0) return [];
    settled ??= await sourceLocale(
      waiting.map(({ document }) => document),
      told,
      known,
    );
    const locale = settled;
    return waiting.splice(0).map((event) => ({ ...event, document: withLocale(event.document, locale) }));
  };
  for await (const event of events) {
    if (event.type === 'done') {
      yield* await settle();
      yield event;
    } else if (event.type !== 'document') yield event;
    else if (event.document.locale !== UNDETERMINED) {
      const { locale } = event.document;
      told.set(locale, (told.get(locale) ?? 0) + 1);
      yield event;
    } else {
      waiting = [...waiting, event];
      length += event.document.text.length;
      if (settled !== null || waiting.length >= MOST_WAITING || length >= ENOUGH_TEXT) yield* await settle();
    }
  }
}

async function sourceLocale(
  documents: readonly SourceDocument[],
  told: ReadonlyMap<string, number>,
  { languages, before }: KnownLocales,
): Promise<string> {
  const isSpoken = (locale: string): boolean =>
    locale !== UNDETERMINED &&
    (languages.length === 0 || languages.some((one) => languageOf(one) === languageOf(locale)));
  const [most = null] = [...told.entries()].sort(([, a], [, b]) => b - a).map(([locale]) => locale);
  const text = documents.map((document) => `${document.title}. ${ownText(document)}`).join('\n');
  const ways = [before, async () => most, () => tellLanguage(text)];
  for (const way of ways) {
    const locale = await way();
    if (locale !== null && isSpoken(locale)) return locale;
  }
  return languages[0]?.toLowerCase().replaceAll('_', '-') ?? (await detectLanguage(text)) ?? DEFAULT_LOCALE;
}
