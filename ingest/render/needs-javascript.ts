import type { ScriptSigns } from './script-signs.ts';

/** Characters that answer questions, wherever the extraction found them. */
const ENOUGH_EXTRACTED = 500;
/** Characters of a page's own text that no empty shell has. */
const ENOUGH_OWN = 250;
/** Fewer are a name, a spinner's caption, a line of copyright. */
const NEXT_TO_NOTHING = 60;
/** React also sends small late parts of pages that are otherwise whole. */
const MUCH_STREAMED = 200;

/**
 * Tells a page that shows nothing until scripts have run from one that is short, and from one whose framework has drawn it
 * on the server. Pure.
 * @param signs of the page before it was taken apart.
 * @param extractedText the main text that was found, or '' if there was none.
 * @returns what is missing in few words, for the report; null when the page needs no scripts.
 */
export function needsJavaScript(signs: ScriptSigns, extractedText: string): string | null {
  const { scripts, ownText, mount, placeholders, streamedText } = signs;
  if (scripts === 0 || extractedText.length >= ENOUGH_EXTRACTED || ownText >= ENOUGH_OWN) return null;
  if (streamedText >= MUCH_STREAMED && streamedText > ownText)
    return 'its text is hidden until scripts put it in place';
  if (signs.hasProse) return null;
  // One picture is the logo beside a spinner.
  if (mount !== null && mount.ownText < NEXT_TO_NOTHING && mount.media <= 1)
    return `${mount.name} is empty until scripts fill it`;
  if (ownText >= NEXT_TO_NOTHING) return null;
  if (placeholders > 0) return 'placeholders stand where scripts put its text';
  if (signs.asksForJavaScript) return 'it asks for JavaScript and shows next to nothing without';
  // A page of pictures, or one form, is as it was meant.
  return signs.media === 0 ? 'it holds scripts and next to no text' : null;
}
