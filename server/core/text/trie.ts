/**
 * Longest-match dictionary over UTF-16 units. Building and matching are linear in the characters given.
 * The edges stand in one hash table, so that a step costs one look and building makes no object a node.
 */
export class Trie<Value> {
  /** Node behind each first unit; 0 where no entry begins so, which most places of a text cost no more than this look. */
  private readonly roots = new Int32Array(0x10000);
  /** Of an edge: the node that it leaves (from 1; 0 where the slot is free), its unit, the node that it leads to. */
  private parents = new Int32Array(1 << 12);
  private units = new Uint16Array(1 << 12);
  private children = new Int32Array(1 << 12);
  private edges = 0;
  private readonly values: (Value | undefined)[] = [undefined];

  /** Stores `value` under `word`; `merge` combines it with one already there. */
  set(word: string, value: Value, merge?: (old: Value, value: Value) => Value): void {
    if (!word) return;
    const first = word.charCodeAt(0);
    let node = this.roots[first] as number;
    if (node === 0) {
      node = this.values.push(undefined) - 1;
      this.roots[first] = node;
    }
    for (let i = 1; i < word.length; i++) node = this.children[this.slot(node, word.charCodeAt(i))] || this.add(node, word.charCodeAt(i));
    const old = this.values[node];
    this.values[node] = old !== undefined && merge ? merge(old, value) : value;
  }

  /** The longest entry in [at, to) that starts at `at`, its end and value, or undefined. */
  longest(text: string, at: number, to = text.length): { end: number; value: Value } | undefined {
    let node = at < to ? (this.roots[text.charCodeAt(at)] as number) : 0;
    let end = -1;
    let found: Value | undefined;
    for (let i = at + 1; node !== 0; i++) {
      const value = this.values[node];
      if (value !== undefined) {
        end = i;
        found = value;
      }
      node = i < to ? (this.children[this.slot(node, text.charCodeAt(i))] as number) : 0;
    }
    return found === undefined ? undefined : { end, value: found };
  }

  private add(parent: number, unit: number): number {
    if (++this.edges * 2 > this.parents.length) this.grow();
    const child = this.values.push(undefined) - 1;
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
