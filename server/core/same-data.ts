/** Whether two values of plain data are equal. */
export const sameData = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [fields, others] = [Object.entries(a), Object.keys(b)];
  return fields.length === others.length && fields.every(([field, value]) => sameData(value, (b as Record<string, unknown>)[field]));
};
