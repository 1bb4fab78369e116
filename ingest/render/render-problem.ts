/** Why a page could not be rendered. */
export type RenderProblemCode =
  | 'no-browser'
  | 'launch'
  | 'status'
  | 'not-a-page'
  | 'moved'
  | 'busy'
  | 'crashed'
  | 'too-large'
  | 'too-many-requests'
  | 'aborted';

/** A page that a browser could not show; its message names the URL, what was expected, what was found and what to do. */
export class RenderProblem extends Error {
  override readonly name = 'RenderProblem';
  readonly code: RenderProblemCode;

  constructor(code: RenderProblemCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.code = code;
  }
}
