/** Id of the sample store. */
export const SAMPLE_STORE = 'sample';
export const SAMPLE_NAME = 'Tarn & Timber';
/** Id of its only source, whichever port its pages are at. */
export const SAMPLE_SOURCE = 'site';
