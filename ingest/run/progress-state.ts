/** How far a run has come. */
export interface RunProgress {
  store: string;
  source: string;
  /** Documents that were read, or found unchanged, gone or unreadable. */
  read: number;
  /** URLs or files that wait, as far as is known. */
  queued: number;
  /** Documents that the index had before. */
  known: number;
  published: number;
  embedded: number;
}
