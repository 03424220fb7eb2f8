import type { PolicyDocument } from '../document.ts';
import { rangeOf } from '../outline/passage.ts';
import { describePlace } from '../outline/place.ts';
import type { Authority, Fact, Source } from './fact.ts';

/** Guesses what kind of paper a document is from what its outline tells. */
export const authorityOf = (document: PolicyDocument): Authority => {
  const { outline } = document;
  const title = outline.title ?? '';
  if (/统计公报/.test(title)) return 'bulletin';
  if (/计划.{0,20}报告|预算.{0,20}报告|执行情况.{0,10}报告/.test(title)) return 'plan';
  if (outline.passages.some((passage) => passage.cell?.kind === 'progress')) return 'table';
  return outline.isReport ? 'report' : 'press';
};

/** The facts of a source: its claims, without thresholds and differences, which state no value of their own. */
export const factsOf = (document: PolicyDocument, source: Source): Fact[] => {
  const facts: Fact[] = [];
  for (const { passage, claims } of document.passages) {
    if (passage.start >= document.outline.bodyEnd) break;
    for (const claim of claims) {
      if (claim.kind === 'threshold' || claim.role === 'difference' || !claim.name || claim.period === null) continue;
      const { start, end } = rangeOf(passage, claim.start, claim.end);
      facts.push({
        id: `${source.id}-${String(facts.length + 1).padStart(4, '0')}`,
        claim,
        region: regionOf(claim.region, source.region),
        source,
        place: describePlace(passage),
        range: { start, end },
        printed: document.text.slice(start, end).replace(/\s+/g, ''),
        evidence: evidenceAround(passage.text, claim.start, claim.end),
        confirmed: '',
      });
    }
  }
  return facts;
};

/** A claim's own region: the document's, another one named, or a wider territory as seen from the document's. */
export const regionOf = (named: string, own: string): string =>
  !named ? own : /^全|^[本我]/.test(named) && named !== '全国' ? `${own}/${named}` : named === '全国' ? '全国' : named;

/** At most 24 characters around a figure, cut at a clause where one is near. */
const evidenceAround = (text: string, start: number, end: number): string => {
  const limit = 24;
  const from = Math.max(0, Math.min(start, end - limit), text.lastIndexOf('。', start - 1) + 1);
  let begin = Math.max(from, end - limit);
  for (const mark of [',', ';', ':', '。']) {
    const at = text.indexOf(mark, begin);
    if (at >= 0 && at < start && at + 1 > begin && start - at <= limit) begin = Math.max(begin, text.lastIndexOf(mark, start - 1) + 1);
  }
  return text.slice(begin, Math.min(text.length, Math.max(end, begin + limit))).slice(0, Math.max(limit, end - begin));
};
