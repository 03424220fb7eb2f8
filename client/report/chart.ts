import { escapeXml } from '../../server/writers/xml.ts';

/** An indicator's values of two years, in one unit. */
export interface Bars {
  name: string;
  last: number;
  now: number;
  lastPrinted: string;
  nowPrinted: string;
}

const row = 44;
const bar = 14;
const labelWidth = 190;
const barWidth = 330;
const width = labelWidth + barWidth + 140;

/** Two bars an indicator, last year's and this year's; each pair to a scale of its own, since units differ. */
export const chart = (all: readonly Bars[], text: { title: string; last: string; now: string }): string => {
  if (all.length === 0) return '';
  const height = all.length * row;
  const rows = all.map(({ name, last, now, lastPrinted, nowPrinted }, index) => {
    const top = index * row + 6;
    const scale = barWidth / Math.max(last, now);
    const one = (kind: string, value: number, printed: string, y: number): string =>
      `<rect class="${kind}" x="${labelWidth}" y="${y}" width="${(value * scale).toFixed(1)}" height="${bar}"/>` +
      `<text x="${(labelWidth + value * scale + 6).toFixed(1)}" y="${y + bar - 3}">${escapeXml(printed)}</text>`;
    return (
      `<text class="name" x="${labelWidth - 8}" y="${top + bar + 5}">${escapeXml(name)}</text>` +
      one('last', last, lastPrinted, top) +
      one('now', now, nowPrinted, top + bar + 2)
    );
  });
  const spoken = all.map(({ name, lastPrinted, nowPrinted }) => `${name}：${text.last}${lastPrinted}，${text.now}${nowPrinted}`);
  return `<figure>
<figcaption>${escapeXml(text.title)} <span class="key last">${escapeXml(text.last)}</span> <span class="key now">${escapeXml(text.now)}</span></figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(spoken.join('；'))}">${rows.join('\n')}</svg>
</figure>`;
};
