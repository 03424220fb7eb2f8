/** More names than a document has. */
const most = 10_000;

/** A function of a text that remembers what it made of those it has seen; the same few names are asked for all the time. */
export const memo = <Value>(make: (text: string) => Value): ((text: string) => Value) => {
  const made = new Map<string, Value>();
  return (text) => {
    let value = made.get(text);
    if (value === undefined) {
      value = make(text);
      if (made.size >= most) made.clear();
      made.set(text, value);
    }
    return value;
  };
};
