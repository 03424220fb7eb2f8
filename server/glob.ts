const special: [RegExp, string | ((match: string) => string)][] = [
  [/^\*\*\//, '(?:[^/]+/)*'],
  [/^\*\*/, '.*'],
  [/^\*/, '[^/]*'],
  [/^\?/, '[^/]'],
  [/^\{[^{}]*\}/, (match) => `(?:${match.slice(1, -1).split(',').map(patternOf).join('|')})`],
  [/^[^*?{]+|^\{/, (match) => match.replace(/[.+^$()|[\]\\{}]/g, '\\$&')],
];

const patternOf = (glob: string): string => {
  let pattern = '';
  for (let rest = glob; rest; ) {
    for (const [head, replacement] of special) {
      const match = head.exec(rest)?.[0];
      if (match === undefined) continue;
      pattern += typeof replacement === 'string' ? replacement : replacement(match);
      rest = rest.slice(match.length);
      break;
    }
  }
  return pattern;
};

/** Whether a path relative to the glob's folder matches: `*`, `?`, `**`, `{a,b}`; a glob without a slash matches in any folder. */
export const matchesGlob = (path: string, glob: string): boolean => {
  const trimmed = glob.replace(/^\.?\//, '');
  return new RegExp(`^${patternOf(glob.includes('/') ? trimmed : `**/${trimmed}`)}$`).test(path);
};
