const pairOf = (first: number, second: number): number => (Math.imul(first, 0x9e37) ^ second) & 0xffff;

/**
 * Longest-match dictionary over UTF-16 units. Building and matching are linear in the characters given.
 * The edges stand in one hash table, so that a step costs one look and building makes no object a node.
 */
export class Trie<Value> {
  /** Node behind each first unit; 0 where no entry begins so, which most places of a text cost no more than this look. */
  private readonly roots = new Int32Array(0x10000);
  /** Of an edge: the node that it leaves (from 1; 0 where the slot is free), its unit, the node that it leads to. */
  private parents = new Int32Array(1 << 15);
  private units = new Uint16Array(1 << 15);
  private children = new Int32Array(1 << 15);
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
    for (let i = 1; i < word.length; i++) node = this.children[this.slot(node, word.charCodeAt(i))] || this.add(node, word.charCodeAt(i));
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
        node = this.children[this.slot(node, text.charCodeAt(i))] as number;
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
    if (++this.edges * 2 > this.parents.length) this.grow();
    const child = this.ends.push(0) - 1;
    this.put(parent, unit, child);
    return child;
  }

  private put(parent: number, unit: number, child: number): void {
    const slot = this.slot(parent, unit);
    this.parents[slot] = parent;
    this.units[slot] = unit;
    this.children[slot] = child;
  }

  /** Where an edge stands or would stand. */
  private slot(parent: number, unit: number): number {
    const { parents, units } = this;
    const mask = parents.length - 1;
    const mixed = Math.imul(parent, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (parents[slot] !== 0 && (parents[slot] !== parent || units[slot] !== unit)) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { parents, units, children } = this;
    this.parents = new Int32Array(parents.length * 2);
    this.units = new Uint16Array(parents.length * 2);
    this.children = new Int32Array(parents.length * 2);
    for (let i = 0; i < parents.length; i++)
      if (parents[i] !== 0) this.put(parents[i] as number, units[i] as number, children[i] as number);
  }
}
