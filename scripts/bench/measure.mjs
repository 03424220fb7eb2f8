/** Least and median of some times in milliseconds. */
export const summary = (times) => {
  const sorted = [...times].sort((a, b) => a - b);
  return { min: sorted[0], median: sorted[sorted.length >> 1] };
};

/** Times several functions in turns, so that what else the machine does falls on all alike. */
export const compare = async (functions, rounds, warmUp = 3) => {
  const names = Object.keys(functions);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      await functions[name]();
      // The first rounds only warm up.
      if (round >= 0) times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, summary(times[name])]));
};

const width = (text) => [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);
const pad = (text, to) => text + ' '.repeat(Math.max(0, to - width(text)));

export const title = (text) => console.log(`\n${text}`);

export const row = (name, ...cells) => console.log(`  ${pad(name, 38)}${cells.map((cell) => String(cell).padStart(13)).join('')}`);

export const ms = (value) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;

/** `1.4 (1.2)`: ratio of medians, and of minima. */
export const ratio = (a, b) => `${(a.median / b.median).toFixed(2)} (${(a.min / b.min).toFixed(2)})`;
