/**
 * Longest-match dictionary over UTF-16 units. Building and matching are linear in the characters given.
 * All edges stand in one hash table, so that a step costs one look and building makes no object a node.
 */
export class Trie<Value> {
  /** Of an edge: node × 65,536 + unit; 0 where the slot is free. Nodes count from 1. */
  private keys = new Float64Array(1 << 12);
  private targets = new Int32Array(1 << 12);
  private edges = 0;
  private readonly values: (Value | undefined)[] = [undefined, undefined];

  /** Stores `value` under `word`; `merge` combines it with one already there. */
  set(word: string, value: Value, merge?: (old: Value, value: Value) => Value): void {
    if (!word) return;
    let node = 1;
    for (let i = 0; i < word.length; i++) node = this.child(node, word.charCodeAt(i)) || this.add(node, word.charCodeAt(i));
    const old = this.values[node];
    this.values[node] = old !== undefined && merge ? merge(old, value) : value;
  }

  /** The longest entry in [at, to) that starts at `at`, its end and value, or undefined. */
  longest(text: string, at: number, to = text.length): { end: number; value: Value } | undefined {
    let node = 1;
    let end = -1;
    let found: Value | undefined;
    for (let i = at; i < to; i++) {
      node = this.child(node, text.charCodeAt(i));
      if (node === 0) break;
      const value = this.values[node];
      if (value !== undefined) {
        end = i + 1;
        found = value;
      }
    }
    return found === undefined ? undefined : { end, value: found };
  }

  /** The node behind an edge; 0 where there is none. */
  private child(node: number, unit: number): number {
    return this.targets[this.slot(node * 65_536 + unit)] as number;
  }

  private add(node: number, unit: number): number {
    if (++this.edges * 2 > this.keys.length) this.grow();
    const slot = this.slot(node * 65_536 + unit);
    this.keys[slot] = node * 65_536 + unit;
    this.targets[slot] = this.values.length;
    return this.values.push(undefined) - 1;
  }

  /** Where an edge stands or would stand. */
  private slot(key: number): number {
    const mask = this.keys.length - 1;
    let slot = hashOf(key) & mask;
    while (this.keys[slot] !== key && this.keys[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, targets } = this;
    this.keys = new Float64Array(keys.length * 2);
    this.targets = new Int32Array(keys.length * 2);
    keys.forEach((key, i) => {
      if (key === 0) return;
      const slot = this.slot(key);
      this.keys[slot] = key;
      this.targets[slot] = targets[i] as number;
    });
  }
}

const hashOf = (key: number): number => {
  const mixed = Math.imul((key % 4_294_967_296) | 0, 0x9e3779b1) ^ Math.imul((key / 65_536) | 0, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
};
