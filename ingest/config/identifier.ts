/** Names a store or a source in commands, configuration, requests and reports. */
export const IDENTIFIER = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** What `IDENTIFIER` accepts, as messages say it. */
export const IDENTIFIER_WORDS = '1 to 64 letters, digits, ".", "_" or "-", with a letter or digit first';
