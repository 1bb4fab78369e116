/** The report page's style sheet; both colour schemes keep a contrast of at least 4.5 to 1. */
export const reportStyle = `
:root { color-scheme: light dark; --good: #17663a; --bad: #b3261e; --line: #8884; }
@media (prefers-color-scheme: dark) { :root { --good: #6fcf97; --bad: #ff8a80; } }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 70rem; margin: auto; padding: 1rem; }
table { border-collapse: collapse; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .2rem .6rem; border-bottom: 1px solid var(--line); }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.wide { overflow-x: auto; }
.passed { color: var(--good); } .failed { color: var(--bad); font-weight: 600; }
details { border-bottom: 1px solid var(--line); padding: .4rem 0; }
summary { cursor: pointer; overflow-wrap: anywhere; }
.answer { white-space: pre-wrap; overflow-wrap: anywhere; }
blockquote { margin: .2rem 0 .2rem 1rem; white-space: pre-wrap; }
`;
