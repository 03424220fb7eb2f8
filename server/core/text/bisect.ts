/** The greatest number up to `limit` that `holds`; it must hold for all smaller ones, and is not asked for 0. */
export const bisect = (limit: number, holds: (count: number) => boolean): number => {
  let [low, high] = [0, limit];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
};
