import type { PassageShape } from '../../sql/document.ts';
import type { Section } from './source-document.ts';

/** A piece of a page in reading order: a heading, a line of text, or the end of what a scoped heading opened. */
export type Block =
  | { type: 'heading'; level: number; text: string }
  | { type: 'line'; text: string; shape: PassageShape; voice?: Section['voice'] }
  /** A heading for all blocks up to its `close`, whatever headings stand between: a `<summary>`, a tab's name. */
  | { type: 'open'; text: string }
  | { type: 'close' };

/** Level of a paragraph that is bold throughout: below every real heading. */
export const BOLD_LEVEL = 7;
