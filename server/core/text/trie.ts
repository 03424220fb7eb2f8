const pairOf = (first: number, second: number): number => (Math.imul(first, 0x9e37) ^ second) & 0xffff;

/**
 * Longest-match dictionary over UTF-16 units. Building and matching are linear in the characters given.
 * The edges stand in one hash table, so that a step costs one look and building makes no object a node.
 */
export class Trie<Value> {
  /** Node behind each first unit; 0 where no entry begins so, which most places of a text cost no more than this look. */
  private readonly roots = new Int32Array(0x10000);
  /** Four numbers an edge: the node that it leaves (from 1; 0 where the slot is free), its unit, the node that it leads to; side by side for the cache. */
  private table = new Int32Array(4 << 15);
  private edges = 0;
  /** Bits of the pairs of units that entries begin with, hashed: what is not marked begins none. */
  private readonly pairs = new Uint8Array(1 << 16);
  /** Of a node, which of the values stands there; 0 where no entry ends. */
  private readonly ends: number[] = [0];
  private readonly values: (Value | undefined)[] = [undefined];

  /** Stores `value` under `word`; `merge` combines it with one already there. */
  set(word: string, value: Value, merge?: (old: Value, value: Value) => Value): void {
    if (!word) return;
    const first = word.charCodeAt(0);
    let node = this.roots[first] as number;
    if (node === 0) {
      node = this.ends.push(0) - 1;
      this.roots[first] = node;
    }
    if (word.length > 1) this.pairs[pairOf(first, word.charCodeAt(1))] = 1;
    for (let i = 1; i < word.length; i++) node = this.table[this.slot(node, word.charCodeAt(i)) + 2] || this.add(node, word.charCodeAt(i));
    const end = this.ends[node] as number;
    if (end === 0) this.ends[node] = this.values.push(value) - 1;
    else this.values[end] = merge ? merge(this.values[end] as Value, value) : value;
  }

  /** The longest entry in [at, to) that starts at `at`, its end and value, or undefined. */
  longest(text: string, at: number, to = text.length): { end: number; value: Value } | undefined {
    const first = text.charCodeAt(at);
    let node = at < to ? (this.roots[first] as number) : 0;
    if (node === 0) return undefined;
    let found = this.ends[node] as number;
    let end = at + 1;
    if (end < to && this.pairs[pairOf(first, text.charCodeAt(end))] !== 0)
      for (let i = end; i < to; ) {
        node = this.table[this.slot(node, text.charCodeAt(i)) + 2] as number;
        if (node === 0) break;
        i++;
        const value = this.ends[node] as number;
        if (value !== 0) {
          found = value;
          end = i;
        }
      }
    return found === 0 ? undefined : { end, value: this.values[found] as Value };
  }

  private add(parent: number, unit: number): number {
    if (++this.edges * 8 > this.table.length) this.grow();
    const child = this.ends.push(0) - 1;
    this.put(parent, unit, child);
    return child;
  }

  private put(parent: number, unit: number, child: number): void {
    const at = this.slot(parent, unit);
    this.table[at] = parent;
    this.table[at + 1] = unit;
    this.table[at + 2] = child;
  }

  /** Where an edge stands or would stand. */
  private slot(parent: number, unit: number): number {
    const { table } = this;
    const mask = table.length - 4;
    const mixed = Math.imul(parent, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
    let at = ((mixed ^ (mixed >>> 15)) << 2) & mask;
    while (table[at] !== 0 && (table[at] !== parent || table[at + 1] !== unit)) at = (at + 4) & mask;
    return at;
  }

  private grow(): void {
    const { table } = this;
    this.table = new Int32Array(table.length * 2);
    for (let at = 0; at < table.length; at += 4)
      if (table[at] !== 0) this.put(table[at] as number, table[at + 1] as number, table[at + 2] as number);
  }
}
