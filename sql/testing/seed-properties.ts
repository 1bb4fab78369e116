import fc from 'fast-check';

/**
 * Properties are tried on the same values in every run: a gate that is red by chance tells nothing of the change. Another
 * seed here looks further.
 */
fc.configureGlobal({ seed: 20_261_122 });
