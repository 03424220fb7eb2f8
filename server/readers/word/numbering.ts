import { child, childrenOf, type Element, valOf } from '../markup.ts';
import { formatNumber } from './numerals.ts';
import { isOn, type Styles } from './styles.ts';

interface Level {
  start: number;
  format: string;
  /** `%1、`: figures of the levels, and what stands around them. */
  text: string;
  suffix: string;
  /** Show the levels above in decimals, whatever their formats. */
  legal: boolean;
  /** Counts anew after this level (from 1) or one above it; 0 never, undefined after any above. */
  restart: number | undefined;
  style: string | undefined;
}

interface Instance {
  list: string;
  levels: Map<number, Level>;
  starts: Map<number, number>;
}

const deepest = 8;

/** The automatic numbers of a document's paragraphs, given out in reading order. */
export class Numbering {
  private readonly instances = new Map<string, Instance>();
  /** Counts per list: paragraphs of several instances of one list go on counting. */
  private readonly counts = new Map<string, (number | undefined)[]>();
  /** Instances that have been used, by level: where one has a start of its own, it counts from there once. */
  private readonly begun = new Set<string>();

  constructor(
    numbering: Element | undefined,
    private readonly styles: Styles,
  ) {
    const lists = new Map(childrenOf(numbering, 'abstractNum').map((list) => [list.attributes.abstractNumId ?? '', list]));
    const byStyle = new Map(
      [...lists].flatMap(([id, list]) => (valOf(list, 'styleLink') ? [[valOf(list, 'styleLink'), id] as const] : [])),
    );
    for (const number of childrenOf(numbering, 'num')) {
      const named = valOf(number, 'abstractNumId') ?? '';
      // A list may stand in for the one of a list style.
      const link = valOf(lists.get(named), 'numStyleLink');
      const list = (link === undefined ? undefined : byStyle.get(link)) ?? named;
      const levels = new Map(childrenOf(lists.get(list), 'lvl').map(readLevel));
      const starts = new Map<number, number>();
      for (const override of childrenOf(number, 'lvlOverride')) {
        const at = Number(override.attributes.ilvl);
        const own = child(override, 'lvl');
        if (own) levels.set(...readLevel(own));
        const start = valOf(override, 'startOverride');
        if (start !== undefined) starts.set(at, Number(start));
      }
      this.instances.set(number.attributes.numId ?? '', { list, levels, starts });
    }
  }

  /** The number before a paragraph, with the blank after it; empty where it has none. Each call counts. */
  next(properties: Element | undefined): string {
    const place = this.placeOf(properties);
    const instance = place && this.instances.get(place.id);
    const level = place && instance?.levels.get(place.level);
    if (!instance || !level) return '';
    const counts = this.countsOf(instance);
    const start = instance.starts.get(place.level);
    const first = `${place.id} ${place.level}`;
    if (start !== undefined && !this.begun.has(first)) counts[place.level] = start - 1;
    this.begun.add(first);
    counts[place.level] = counts[place.level] === undefined ? level.start : (counts[place.level] as number) + 1;
    for (let below = place.level + 1; below <= deepest; below++) {
      const restart = instance.levels.get(below)?.restart;
      if (restart === undefined || place.level < restart) counts[below] = undefined;
    }
    return this.show(instance, place.level, counts);
  }

  /** The paragraph's own list, else the one of its style; a list style's level may name the paragraph style. */
  private placeOf(properties: Element | undefined): { id: string; level: number } | undefined {
    const own = child(properties, 'numPr');
    const style = this.styles.paragraph(valOf(properties, 'pStyle'));
    const fromStyle = this.styles.numbering(style);
    const id = valOf(own, 'numId') ?? fromStyle?.id;
    if (id === undefined || id === '0') return undefined;
    const written = valOf(own, 'ilvl') ?? fromStyle?.level;
    if (written !== undefined) return { id, level: Number(written) };
    const byStyle = [...(this.instances.get(id)?.levels ?? [])].find(([, level]) => level.style !== undefined && level.style === style);
    return { id, level: byStyle?.[0] ?? 0 };
  }

  private countsOf({ list }: Instance): (number | undefined)[] {
    const counts = this.counts.get(list) ?? [];
    this.counts.set(list, counts);
    return counts;
  }

  private show({ levels }: Instance, at: number, counts: readonly (number | undefined)[]): string {
    const level = levels.get(at) as Level;
    if (level.format === 'bullet') return level.text ? '• ' : '';
    const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const shown = levels.get(Number(digit) - 1);
      const number = counts[Number(digit) - 1] ?? shown?.start ?? 1;
      return formatNumber(number, level.legal ? 'decimal' : (shown?.format ?? 'decimal'));
    });
    // A tab would make a table of the line; after 、 and ） nothing is missed.
    const gap = level.suffix === 'nothing' || /[、，．）】〕：]$/.test(label) ? '' : ' ';
    return label && label + gap;
  }
}

const readLevel = (level: Element): [number, Level] => [
  Number(level.attributes.ilvl),
  {
    start: Number(valOf(level, 'start') ?? 0),
    format: valOf(level, 'numFmt') ?? formatInChoice(level) ?? 'decimal',
    text: valOf(level, 'lvlText') ?? '',
    suffix: valOf(level, 'suff') ?? 'tab',
    legal: isOn(child(level, 'isLgl')),
    restart: valOf(level, 'lvlRestart') === undefined ? undefined : Number(valOf(level, 'lvlRestart')),
    style: valOf(level, 'pStyle'),
  },
];

/** Newer formats stand beside an older one that stands in for them. */
const formatInChoice = (level: Element): string | undefined => valOf(child(child(level, 'AlternateContent'), 'Fallback'), 'numFmt');
