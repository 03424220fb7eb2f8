// Spread into a call, more than some 100,000 items overflow the stack.

/** The greatest of any number of numbers that are 0 or more. */
export const greatest = (numbers: readonly number[]): number => numbers.reduce((most, number) => Math.max(most, number), 0);

/** Puts any number of items behind those of a list. */
export const append = <Item>(list: Item[], items: Iterable<Item>): void => {
  for (const item of items) list.push(item);
};
