/** Longest-match dictionary over UTF-16 units. Building and matching are linear in the characters given. */
export class Trie<Value> {
  private readonly next: Map<number, number>[] = [new Map()];
  private readonly values: (Value | undefined)[] = [undefined];

  /** Stores `value` under `word`; `merge` combines it with one already there. */
  set(word: string, value: Value, merge?: (old: Value, value: Value) => Value): void {
    if (!word) return;
    let node = 0;
    for (let i = 0; i < word.length; i++) {
      const children = this.next[node] as Map<number, number>;
      let child = children.get(word.charCodeAt(i));
      if (child === undefined) {
        child = this.next.length;
        this.next.push(new Map());
        this.values.push(undefined);
        children.set(word.charCodeAt(i), child);
      }
      node = child;
    }
    const old = this.values[node];
    this.values[node] = old !== undefined && merge ? merge(old, value) : value;
  }

  /** The longest entry that starts at `at`, its end and value, or undefined. */
  longest(text: string, at: number): { end: number; value: Value } | undefined {
    let node = 0;
    let end = -1;
    let found: Value | undefined;
    for (let i = at; i < text.length; i++) {
      const child = (this.next[node] as Map<number, number>).get(text.charCodeAt(i));
      if (child === undefined) break;
      node = child;
      const value = this.values[node];
      if (value !== undefined) {
        end = i + 1;
        found = value;
      }
    }
    return found === undefined ? undefined : { end, value: found };
  }
}
