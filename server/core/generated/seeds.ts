// Made by `npm run generate`; do not edit.

export const seeds: Record<string, string[][]> = JSON.parse('{}') as Record<string, string[][]>;
