export const verdictWords = { passed: 'Passed', failed: 'Failed', error: 'No answer' };

export const changeWords = {
  fixed: 'fixed',
  broken: 'broken',
  changed: 'answer changed',
  edited: 'case edited',
  added: 'new',
};

export function milliseconds(value) {
  if (value === null || value === undefined) return '–';
  if (value >= 9999.5) return `${(value / 1000).toFixed(1)} s`;
  return `${value >= 100 ? value.toFixed(0) : value.toFixed(1)} ms`;
}

export function share(value) {
  return value === null || value === undefined ? '–' : value.toFixed(2);
}
